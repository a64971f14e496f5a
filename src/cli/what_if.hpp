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
  std::string text;  ///< as written: `[PROGRAMME:]TYPE@DATE[=UNITS]` or `exam:CODE@DATE`
  Activity activity;
  std::string exam_of{};        ///< the code of the certification; empty: not an exam
  std::vector<Worth> worths{};  ///< its worth in each programme that has its type
};

/// Reads the values of `--what-if`. `policies` must outlive the result. Throws Stop (usage) if a
/// text has another form, or lacks units that no policy gives.
std::vector<Supposed> parse_what_if(const std::vector<std::string>& texts,
                                    const Policies& policies);

/// Appends the activities to those of `log`, except exams of certifications that it does not list.
/// Returns the texts of those that it appended. Throws Stop (usage) if several programmes of the
/// log have the type of an activity.
std::vector<std::string_view> add_supposed(const std::vector<Supposed>& supposed,
                                           const Policies& policies, Log& log);

}  // namespace certrenew::cli
