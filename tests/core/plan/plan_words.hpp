// Plans in a few words, for the tests.
#pragma once

#include <string>
#include <string_view>

#include "certrenew/plan.hpp"
#include "support.hpp"

namespace certrenew::testing {

/// The four certifications of examples/four-certifications.json, with what was done by 2025-10-01.
inline LogBuilder four_certifications() {
  LogBuilder log;
  log.earned("ACP-620", "2023-11-15").earned("ACP-120", "2024-03-02");
  log.earned("ACP-420", "2024-09-20").earned("ACP-520", "2025-01-15");
  log.cw("2024-06-01").cw("2024-06-08").done("local-event", "2024-09-12").cw("2025-02-14");
  log.done("local-event", "2025-03-07").done("global-event", "2025-04-09").cw("2025-06-20");
  return log;
}

inline Plan plan_for(const LogBuilder& log, std::string_view as_of,
                     const PlanOptions& options = {}) {
  return make_plan(log.answer_as_of(as_of), options);
}

inline std::string code_of(const LogBuilder& log, Index<Certification> which) {
  return std::string{log.log()[which].code};
}

/// `10 on 2025-11-14`, or `ACP-420 on 2026-09-19` where it is an exam.
inline std::string words(const LogBuilder& log, const Step& step) {
  return (step.exam ? code_of(log, *step.exam) : to_string(step.units.value())) + " on " +
         to_string(step.date);
}

/// `exams 0, steps 1, units 40, forfeited 846, suspended 0, extended 2074: 40 on 2025-11-14`.
inline std::string words(const LogBuilder& log, const Way& way) {
  const Totals& totals = way.totals;
  std::string text = "exams " + std::to_string(totals.exams);
  text += ", steps " + std::to_string(totals.steps);
  text += ", units " + to_string(totals.units);
  text += ", forfeited " + std::to_string(totals.forfeited_days);
  text += ", suspended " + std::to_string(totals.suspended_days);
  text += ", extended " + std::to_string(totals.extension_days);
  std::string_view separator = ": ";
  for (const Step& step : way.steps) {
    text.append(separator).append(words(log, step));
    separator = ", ";
  }
  return text;
}

inline Lines ways(const LogBuilder& log, std::string_view as_of, const PlanOptions& options = {}) {
  PlanOptions all = options;
  all.all_ways = true;
  Lines lines;
  for (const Way& way : plan_for(log, as_of, all).ways) lines.push_back(words(log, way));
  return lines;
}

/// `30 on 2026-09-19 (20 from 2025-11-15) renews ACP-420 ACP-520`.
inline Lines steps(const LogBuilder& log, const Way& way) {
  Lines lines;
  for (const Step& step : way.steps) {
    std::string& line = lines.emplace_back(words(log, step));
    if (const auto& early = step.may_be_earlier) {
      line += " (" + to_string(early->units) + " from " + to_string(early->from) + ')';
    }
    line += " renews";
    for (const auto which : step.renews) line += ' ' + code_of(log, which);
  }
  return lines;
}

/// `ACP-520 active until 2028-09-19 (units 2026-09-19), 612 118 0`: the renewals, and the days
/// extended, forfeited and suspended.
inline Lines standings(const LogBuilder& log, const Way& way) {
  Lines lines;
  for (const Standing& one : way.credentials) {
    std::string renewals;
    for (const Cycle& cycle : one.renewals) {
      renewals += (renewals.empty() ? "" : ", ") + std::string{name_of(cycle.began_by)} + ' ' +
                  to_string(cycle.began_on);
    }
    lines.push_back(code_of(log, one.credential) + ' ' + std::string{name_of(one.status)} +
                    " until " + date_or_never(one.suspends) + " (" + renewals + "), " +
                    std::to_string(one.extension_days) + ' ' + std::to_string(one.forfeited_days) +
                    ' ' + std::to_string(one.suspended_days));
  }
  return lines;
}

/// `no-exam one-day`, one line a way.
inline Lines labels(const Plan& plan) {
  Lines lines;
  for (const Way& way : plan.ways) {
    std::string& line = lines.emplace_back();
    for (const WayLabel label : way.labels) {
      line += (line.empty() ? "" : " ") + std::string{name_of(label)};
    }
  }
  return lines;
}

/// `grace-90-days no-grace`: the readings under which a way is in doubt.
inline std::string doubts_of(const Way& way) {
  std::string all;
  for (const Reading* const reading : way.doubts) all += (all.empty() ? "" : " ") + reading->id;
  return all;
}

/// `EXM-1: nothing renews it`.
inline Lines left_alone(const LogBuilder& log, const Plan& plan) {
  Lines lines;
  for (const LeftAlone& one : plan.left_alone) {
    lines.push_back(code_of(log, one.credential) + ": " + one.message);
  }
  return lines;
}

}  // namespace certrenew::testing
