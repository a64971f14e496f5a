// `check`: what needs attention.
#pragma once

#include <vector>

#include "report/report.hpp"

namespace certrenew::report {

/// Of its CSV: one row a finding.
extern const print::Frame check_frame;

class CheckReport final : public LogReport {
 public:
  CheckReport(const Origin& origin, const Answer& answer, std::vector<Remark> findings)
      : LogReport{origin, answer}, findings_{std::move(findings)} {}

  /// Writes a remark for each finding; without findings nothing, not even a title.
  void write(print::Document& document) const override;
  void write(print::JsonEvents& json) const override;

 private:
  std::vector<Remark> findings_;
};

}  // namespace certrenew::report
