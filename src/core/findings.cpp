#include "certrenew/findings.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/entries.hpp"

namespace certrenew {

namespace {

using Index = std::uint32_t;

constexpr std::array<std::pair<std::string_view, FindingCode>, 6> all_findings{{
    {"expired", FindingCode::expired},
    {"suspended", FindingCode::suspended},
    {"suspends-soon", FindingCode::suspends_soon},
    {"differs", FindingCode::differs},
    {"not-entered", FindingCode::not_entered},
    {"entered-after-expiration", FindingCode::entered_after_expiration},
}};

/// `in 17 days`.
std::string in_days(std::int32_t days) {
  return "in " + std::to_string(days) + (days == 1 ? " day" : " days");
}

class Inspector {
 public:
  Inspector(const Log& log, const Policy& policy, const Renewals& renewals, const Watch& watch)
      : log_{log}, policy_{policy}, renewals_{renewals}, watch_{watch} {}

  std::vector<Finding> inspect();

 private:
  void look_at_standing(Index index);
  void look_at_expectation(Index index);
  void look_at_late_entries(Index index);
  void look_at_missing_entries();
  void compare(Index index, std::string_view what, Finding::At at, Date ours,
               const std::optional<Date>& expected);

  [[nodiscard]] std::string what_to_do(Index index, Date last) const {
    return what_renews(log_, policy_, renewals_, index, last);
  }
  [[nodiscard]] const CertificationType& type(Index index) const {
    return policy_.certification_types[log_.certifications[index].type];
  }
  [[nodiscard]] bool wants(FindingCode code, Index index) const {
    return watch_.wants(code, index);
  }

  const Log& log_;
  const Policy& policy_;
  const Renewals& renewals_;
  const Watch& watch_;
  std::vector<Finding> found_;
};

std::vector<Finding> Inspector::inspect() {
  for (Index i = 0; i < log_.certifications.size(); ++i) {
    look_at_standing(i);
    look_at_expectation(i);
    look_at_late_entries(i);
  }
  look_at_missing_entries();
  return std::move(found_);
}

void Inspector::look_at_standing(Index index) {
  const Credential& credential = renewals_.credentials[index];
  const Cycle& cycle = credential.cycle();
  const Date as_of = renewals_.as_of;
  const auto say = [&](FindingCode code, std::string message) {
    if (!wants(code, index)) return;
    found_.push_back({code, Finding::At::credential, index, std::nullopt, std::move(message)});
  };
  switch (credential.status) {
    case Status::upcoming: break;
    case Status::active:
      if (cycle.suspends - as_of > watch_.within) break;
      say(FindingCode::suspends_soon, "suspends " + to_string(cycle.suspends) + ", " +
                                          in_days(cycle.suspends - as_of) + "; " +
                                          what_to_do(index, *day_before(cycle.suspends)));
      break;
    case Status::suspended:
      say(FindingCode::suspended, "suspended since " + to_string(cycle.suspends) + ", expires " +
                                      to_string(cycle.expires) + ", " +
                                      in_days(cycle.expires - as_of) + "; " +
                                      what_to_do(index, *day_before(cycle.expires)));
      break;
    case Status::expired:
      say(FindingCode::expired,
          "expired on " + to_string(cycle.expires) + "; " +
              (type(index).exam_window_months ? "pass the exam to earn it anew"
                                              : "nothing renews it any more"));
      break;
  }
}

void Inspector::look_at_expectation(Index index) {
  const auto& expect = log_.certifications[index].expect;
  if (!expect || !wants(FindingCode::differs, index)) return;
  const Cycle& cycle = renewals_.credentials[index].cycle();
  compare(index, "suspends", Finding::At::expected_suspension, cycle.suspends, expect->suspends);
  compare(index, "expires", Finding::At::expected_expiration, cycle.expires, expect->expires);
}

void Inspector::compare(Index index, std::string_view what, Finding::At at, Date ours,
                        const std::optional<Date>& expected) {
  if (!expected || *expected == ours) return;
  const auto moved_by = renewals_.credentials[index].cycle().begun_by_activity;
  std::string message;
  Words words{message};
  words << what << " " << ours << " by the rules, but the log expects " << *expected << "; ";
  if (moved_by) {
    say_which(words << "moved by ", log_.activities[*moved_by], policy_);
  } else {
    words << "no activity of the log has moved it";
  }
  found_.push_back({FindingCode::differs, at, index, moved_by, std::move(message)});
}

void Inspector::look_at_late_entries(Index index) {
  if (!wants(FindingCode::entered_after_expiration, index)) return;
  for (Index activity = 0; activity < log_.activities.size(); ++activity) {
    if (!is_entered_late(log_, renewals_, activity, index)) continue;
    std::string message;
    Words words{message};
    say_entered_late(words, log_, policy_, renewals_, activity, index);
    found_.push_back({FindingCode::entered_after_expiration, Finding::At::activity, index, activity,
                      std::move(message)});
  }
}

void Inspector::look_at_missing_entries() {
  const auto wanted = [&](Index index) { return wants(FindingCode::not_entered, index); };
  for (Index activity = 0; activity < log_.activities.size(); ++activity) {
    const auto deadline = not_entered(log_, renewals_, activity, wanted);
    if (!deadline) continue;
    std::string message;
    Words words{message};
    say_not_entered(words, log_, policy_, renewals_.as_of, activity, *deadline);
    found_.push_back({FindingCode::not_entered, Finding::At::activity, std::nullopt, activity,
                      std::move(message)});
  }
}

}  // namespace

std::string_view name_of(FindingCode code) noexcept {
  return all_findings[static_cast<std::size_t>(code)].first;
}

std::optional<FindingCode> find_finding(std::string_view name) noexcept {
  const auto* const found = std::find_if(all_findings.begin(), all_findings.end(),
                                         [&](const auto& one) { return one.first == name; });
  if (found == all_findings.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string_view> names_of_findings() {
  std::vector<std::string_view> names;
  names.reserve(all_findings.size());
  for (const auto& [name, code] : all_findings) names.push_back(name);
  return names;
}

std::vector<Finding> findings(const Log& log, const Policy& policy, const Renewals& renewals,
                              const Watch& watch) {
  return Inspector{log, policy, renewals, watch}.inspect();
}

}  // namespace certrenew
