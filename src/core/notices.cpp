#include "certrenew/notices.hpp"

#include <algorithm>
#include <tuple>

#include "core/entries.hpp"

namespace certrenew {

namespace {

using Index = std::uint32_t;

constexpr auto all_credentials = [](Index /*credential*/) { return true; };

bool before(const Notice& a, const Notice& b) {
  return std::tie(a.activity, a.credential, a.code, a.cycle) <
         std::tie(b.activity, b.credential, b.code, b.cycle);
}

class Collector {
 public:
  Collector(const Log& log, const Policy& policy, const Renewals& renewals,
            std::vector<Notice>& found)
      : log_{log}, policy_{policy}, renewals_{renewals}, found_{found} {}

  void collect();

 private:
  void add(NoticeCode code, Index activity, std::optional<Index> credential = {}) {
    found_.emplace_back(code, activity, credential);
  }
  void look_at(Index index);
  void look_at_cycles(Index credential);

  [[nodiscard]] Index credentials() const { return static_cast<Index>(log_.certifications.size()); }

  const Log& log_;
  const Policy& policy_;
  const Renewals& renewals_;
  std::vector<Notice>& found_;
};

void Collector::collect() {
  found_.clear();
  for (Index i = 0; i < log_.activities.size(); ++i) look_at(i);
  const std::size_t in_order = found_.size();
  for (Index i = 0; i < credentials(); ++i) look_at_cycles(i);
  if (found_.size() > in_order) std::sort(found_.begin(), found_.end(), before);
}

/// Adds what is to be said of an activity in the order in which notices are listed.
void Collector::look_at(Index index) {
  const Activity& activity = log_.activities[index];
  const bool planned = activity.date > renewals_.as_of;
  const bool tracked = activity.entered.state != Entry::State::untracked;
  bool counts = false;
  bool assumed = false;
  for (const Credential& credential : renewals_.credentials) {
    const Verdict& became = credential.verdicts[index];
    counts |= became.counts();
    assumed |= became.assumption != Assumption::none;
  }
  if (planned) {
    add(NoticeCode::planned, index);
  } else if (!counts) {
    add(NoticeCode::counts_nowhere, index);
  } else if (tracked && not_entered(log_, renewals_, index, all_credentials)) {
    add(NoticeCode::not_entered, index);
  }
  if (!activity.exam) {
    const auto& usual = policy_.activity_types[activity.type].units;
    if (usual && activity.units != *usual) add(NoticeCode::units_differ, index);
  }
  if (!assumed && !(tracked && counts)) return;
  for (Index i = 0; i < credentials(); ++i) {
    if (is_entered_late(log_, renewals_, index, i)) {
      add(NoticeCode::entered_after_expiration, index, i);
    }
    if (renewals_.credentials[i].verdicts[index].assumption != Assumption::none) {
      add(NoticeCode::rests_on_assumption, index, i);
    }
  }
}

void Collector::look_at_cycles(Index credential) {
  const auto& cycles = renewals_.credentials[credential].cycles;
  for (Index i = 0; i < cycles.size(); ++i) {
    if (!cycles[i].rounded.any()) continue;
    found_.emplace_back(NoticeCode::rests_on_assumption, cycles[i].begun_by_activity, credential,
                        i);
  }
}

/// What was assumed of an activity.
std::string_view words_for(Assumption assumption) {
  switch (assumption) {
    case Assumption::none: break;
    case Assumption::first_day_counts:
      return "counts although it was done on the very day it was earned (U2)";
    case Assumption::given_day_dropped:
      return "does not count: it was done on the first day of the given cycle (U4)";
    case Assumption::renewal_day_dropped:
      return "is not carried over: it was done on the day of a renewal that needed less (U4)";
    case Assumption::stale_dropped: return "has gone stale and does not count (U6)";
  }
  return {};
}

/// `suspends on 2026-02-28, the last day of a month that is too short (D2)`.
void say_rounded(Words& words, const Cycle& cycle) {
  int said = 0;
  const auto say = [&](bool rounded, std::string_view what, Date date) {
    if (!rounded) return;
    words << (said++ > 0 ? " and " : " ") << what << date;
  };
  say(cycle.rounded.suspends, "suspends on ", cycle.suspends);
  say(cycle.rounded.expires, "expires on ", cycle.expires);
  if (cycle.exam_window) {
    say(cycle.rounded.exam_window, "opens for its exam on ", cycle.exam_window->first);
  }
  words << (said > 1 ? ", each" : ",") << " the last day of a month that is too short (D2)";
}

void say_assumption(Words& words, const Log& log, const Policy& policy, const Renewals& renewals,
                    const Notice& notice) {
  const Credential& credential = renewals.credentials[*notice.credential];
  const std::string_view code = log.certifications[*notice.credential].code;
  if (notice.cycle) {
    const Cycle& cycle = credential.cycles[*notice.cycle];
    say_rounded(words << "the cycle of " << code << " from " << cycle.start, cycle);
  } else {
    say_which(words << "for " << code << ", ", log.activities[*notice.activity], policy);
    words << " " << words_for(credential.verdicts[*notice.activity].assumption);
  }
  words << ": an assumption, no source settles it";
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
  std::vector<Notice> found;
  find_notices(log, policy, renewals, found);
  return found;
}

void find_notices(const Log& log, const Policy& policy, const Renewals& renewals,
                  std::vector<Notice>& found) {
  Collector{log, policy, renewals, found}.collect();
}

void append_message(std::string& out, const Log& log, const Policy& policy,
                    const Renewals& renewals, const Notice& notice) {
  Words words{out};
  const auto say_activity = [&] { say_which(words, log.activities[*notice.activity], policy); };
  switch (notice.code) {
    case NoticeCode::counts_nowhere:
      say_activity();
      words << " counts for no certification";
      break;
    case NoticeCode::entered_after_expiration:
      say_entered_late(words, log, policy, renewals, *notice.activity, *notice.credential);
      break;
    case NoticeCode::not_entered:
      say_not_entered(words, log, policy, renewals.as_of, *notice.activity,
                      *not_entered(log, renewals, *notice.activity, all_credentials));
      break;
    case NoticeCode::planned:
      say_activity();
      words << " lies after " << renewals.as_of << ": planned, not counted";
      break;
    case NoticeCode::rests_on_assumption:
      say_assumption(words, log, policy, renewals, notice);
      break;
    case NoticeCode::units_differ: {
      const Activity& activity = log.activities[*notice.activity];
      say_activity();
      words << " states " << activity.units << " CE units; the policy says "
            << *policy.activity_types[activity.type].units;
      break;
    }
  }
}

}  // namespace certrenew
