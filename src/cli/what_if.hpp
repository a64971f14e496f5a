// Activities supposed on the command line: `--what-if`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "certrenew/date.hpp"
#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"

namespace certrenew::cli {

/// An activity that the command line supposes.
struct Supposed {
  std::string text;  ///< how it is written: `[PROGRAMME:]TYPE@DATE[=UNITS]` or `exam:CODE@DATE`
  Activity activity;
  std::string exam_of{};        ///< the code of the certification; empty: not an exam
  std::vector<Worth> worths{};  ///< what it is in each programme that has its type
};

/// Reads what is supposed; `policies` must outlive that. Throws Stop (usage) where a text is
/// written differently, or lacks its units.
std::vector<Supposed> parse_what_if(const std::vector<std::string>& texts,
                                    const Policies& policies);

/// Appends the activities to those of `log`, except exams of certifications that it does not list.
/// Returns how those that it appended are written. Throws Stop (usage) where several programmes of
/// the log have the type of one.
std::vector<std::string_view> add_supposed(const std::vector<Supposed>& supposed,
                                           const Policies& policies, Log& log);

}  // namespace certrenew::cli
