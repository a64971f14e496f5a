// `plan`: what to do by when, and what each way of doing it gains or costs.
#pragma once

#include "certrenew/plan.hpp"
#include "report/report.hpp"

namespace certrenew::report {

extern const print::Frame plan_frame;

/// The plan must outlive it, too.
class PlanReport final : public LogReport {
 public:
  PlanReport(const Origin& origin, const Answer& answer, const Plan& plan)
      : LogReport{origin, answer}, plan_{plan} {}

  /// Writes the deadlines, the ways side by side, what each asks for, and what happens if nothing
  /// more is done.
  void write(print::Document& document) const override;
  void write(print::JsonEvents& json) const override;

 private:
  const Plan& plan_;
};

/// Writes the deadlines of a plan, of which there is at least one. The earliest day stands out.
void write_deadlines(print::Document& document, const Answer& answer, const Plan& plan);

/// Appends a line for each message of Plan::left_out, as it goes to standard error.
void append_left_out(std::string& out, const Origin& origin, const Plan& plan);

}  // namespace certrenew::report
