// `explain`: what every activity did for every credential, and why.
#pragma once

#include "report/report.hpp"

namespace certrenew::report {

/// Of its CSV: one row a credential and activity.
extern const print::Frame explain_frame;

/// Its JSON is that of `status` with the cycles and activities of each credential.
class ExplainReport final : public LogReport {
 public:
  using LogReport::LogReport;

  void write(print::Document& document) const override;
  void write(print::JsonEvents& json) const override;
};

}  // namespace certrenew::report
