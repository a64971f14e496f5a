// `status`: where every credential stands.
#pragma once

#include "report/report.hpp"

namespace certrenew::report {

/// Of its CSV: one row a credential.
extern const print::Frame status_frame;

class StatusReport final : public LogReport {
 public:
  using LogReport::LogReport;

  void write(print::Document& document) const override;
  void write(print::JsonEvents& json) const override;
};

/// Writes the members of a credential into the object that is open.
void write_credential(print::JsonEvents& json, const CredentialAnswer& one);

}  // namespace certrenew::report
