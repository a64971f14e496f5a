// `policy`: the numbers of the rules, and where they come from.
#pragma once

#include "certrenew/policy.hpp"
#include "print/printer.hpp"

namespace certrenew::report {

extern const print::Frame policy_frame;

/// The report on a policy, which must outlive it. read_policy() reads its JSON as the same policy.
class PolicyReport final : public print::Report {
 public:
  explicit PolicyReport(const Policy& policy) : policy_{policy} {}

  void write(print::Document& document) const override;
  void write(print::JsonEvents& json) const override;

 private:
  const Policy& policy_;
};

}  // namespace certrenew::report
