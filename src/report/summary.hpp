// `status --summary`: how many hold what, over all logs.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/summary.hpp"
#include "print/printer.hpp"

namespace certrenew::report {

/// Of its CSV: one row a certification code.
extern const print::Frame summary_frame;

/// The report on all logs together. The summary must outlive it.
class SummaryReport final : public print::Report {
 public:
  /// What a summary is of.
  struct Scope {
    Date as_of;
    std::string_view policy;   ///< its name
    std::int64_t invalid = 0;  ///< how many inputs are not valid logs, and not counted
  };

  SummaryReport(const Summary& summary, const Scope& scope) : summary_{summary}, scope_{scope} {}

  void write(print::Document& document) const override;
  void write(print::JsonEvents& json) const override;

 private:
  const Summary& summary_;
  Scope scope_;
};

}  // namespace certrenew::report
