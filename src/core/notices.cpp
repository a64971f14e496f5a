#include "certrenew/notices.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/entries.hpp"

namespace certrenew {

namespace {

using Index = std::uint32_t;

class Collector {
 public:
  Collector(const Log& log, const Policy& policy, const Renewals& renewals)
      : log_{log}, policy_{policy}, renewals_{renewals} {}

  std::vector<Notice> collect();

 private:
  void look_at(Index index);
  void look_at_entry(Index index);
  void look_at_cycles(Index credential);
  void look_at_assumption(Index index, Index credential);

  void say(NoticeCode code, std::optional<Index> activity, std::optional<Index> credential,
           std::string message) {
    found_.push_back({code, activity, credential, std::move(message)});
  }

  [[nodiscard]] const Verdict& verdict(Index activity, Index credential) const {
    return renewals_.credentials[credential].verdicts[activity];
  }
  [[nodiscard]] Index credentials() const { return static_cast<Index>(log_.certifications.size()); }
  [[nodiscard]] std::string code(Index credential) const {
    return std::string{log_.certifications[credential].code};
  }
  [[nodiscard]] std::string words_for(Index index) const {
    return certrenew::words_for(log_.activities[index], policy_);
  }

  const Log& log_;
  const Policy& policy_;
  const Renewals& renewals_;
  std::vector<Notice> found_;
};

std::vector<Notice> Collector::collect() {
  for (Index i = 0; i < log_.activities.size(); ++i) look_at(i);
  for (Index i = 0; i < credentials(); ++i) look_at_cycles(i);
  std::stable_sort(found_.begin(), found_.end(), [](const Notice& a, const Notice& b) {
    return std::tie(a.activity, a.credential, a.code) < std::tie(b.activity, b.credential, b.code);
  });
  return std::move(found_);
}

void Collector::look_at(Index index) {
  const Activity& activity = log_.activities[index];
  if (!activity.exam) {
    const auto& usual = policy_.activity_types[activity.type].units;
    if (usual && activity.units != *usual) {
      say(NoticeCode::units_differ, index, {},
          words_for(index) + " states " + to_string(activity.units) +
              " CE units; the policy says " + to_string(*usual));
    }
  }
  if (activity.date > renewals_.as_of) {
    say(NoticeCode::planned, index, {},
        words_for(index) + " lies after " + to_string(renewals_.as_of) + ": planned, not counted");
    return;
  }
  bool counts = false;
  for (Index credential = 0; credential < credentials(); ++credential) {
    counts = counts || verdict(index, credential).counts();
    look_at_assumption(index, credential);
  }
  if (counts) {
    look_at_entry(index);
  } else {
    say(NoticeCode::counts_nowhere, index, {}, words_for(index) + " counts for no certification");
  }
}

void Collector::look_at_entry(Index index) {
  for (Index i = 0; i < credentials(); ++i) {
    if (auto late = say_entered_late(log_, policy_, renewals_, index, i)) {
      say(NoticeCode::entered_after_expiration, index, i, std::move(*late));
    }
  }
  const auto any = [](Index /*credential*/) { return true; };
  if (const auto deadline = not_entered(log_, renewals_, index, any)) {
    say(NoticeCode::not_entered, index, {}, say_not_entered(log_, policy_, index, *deadline));
  }
}

void Collector::look_at_assumption(Index index, Index credential) {
  const Verdict& became = verdict(index, credential);
  const std::string_view why = [&]() -> std::string_view {
    switch (became.assumption) {
      case Assumption::none: return {};
      case Assumption::first_day_counts:
        return "counts although it was done on the very day it was earned (U2)";
      case Assumption::given_day_dropped:
        return "does not count: it was done on the first day of the given cycle (U4)";
      case Assumption::renewal_day_dropped:
        return "is not carried over: it was done on the day of a renewal that needed less (U4)";
      case Assumption::stale_dropped: return "has gone stale and does not count (U6)";
    }
    return {};
  }();
  if (why.empty()) return;
  say(NoticeCode::rests_on_assumption, index, credential,
      "for " + code(credential) + ", " + words_for(index) + " " + std::string{why} +
          ": an assumption, no source settles it");
}

void Collector::look_at_cycles(Index credential) {
  for (const Cycle& cycle : renewals_.credentials[credential].cycles) {
    if (!cycle.rounded) continue;
    say(NoticeCode::rests_on_assumption, cycle.begun_by_activity, credential,
        "a date of " + code(credential) + " in the cycle from " + to_string(cycle.start) +
            " is the last day of a month that is too short (D2): an assumption, no source settles "
            "it");
  }
}

}  // namespace

std::string_view name_of(NoticeCode code) noexcept {
  switch (code) {
    case NoticeCode::counts_nowhere: return "counts-nowhere";
    case NoticeCode::entered_after_expiration: return "entered-after-expiration";
    case NoticeCode::not_entered: return "not-entered";
    case NoticeCode::planned: return "planned";
    case NoticeCode::rests_on_assumption: return "rests-on-assumption";
    case NoticeCode::units_differ: return "units-differ";
  }
  return {};
}

std::vector<Notice> notices(const Log& log, const Policy& policy, const Renewals& renewals) {
  return Collector{log, policy, renewals}.collect();
}

}  // namespace certrenew
