// Notices and findings: what there is to remark on. src/core/remark_wording.cpp says it in words.

#include <algorithm>
#include <tuple>

#include "certrenew/remark.hpp"
#include "core/activity_order.hpp"
#include "core/code_advice.hpp"
#include "core/portal_entry.hpp"

namespace certrenew {

namespace {

constexpr auto all_credentials = [](Index<Certification> /*credential*/) { return true; };

bool counts_for_some(const AnswerContents& answer, Index<Activity> activity) {
  const auto& all = answer.renewals.credentials;
  return std::any_of(all.begin(), all.end(),
                     [&](const Credential& one) { return one.verdicts[activity.at].counts(); });
}

/// The activity that this one duplicates (U10); none: it counts somewhere, or is no duplicate.
MaybeIndex original_of(const AnswerContents& answer, Index<Activity> activity) {
  if (counts_for_some(answer, activity)) return {};
  for (const Credential& one : answer.renewals.credentials) {
    const Verdict& became = one.verdicts[activity.at];
    if (became.outcome == Outcome::duplicate) return became.rests_on;
  }
  return {};
}

// ---- Notices -----------------------------------------------------------------------------------

/// Gathers the notices of one answer.
class NoticeCollector {
 public:
  explicit NoticeCollector(const Answer& answer)
      : answer_{answer}, contents_{answer.contents()}, renewals_{contents_.renewals} {}

  std::vector<Remark> collect() {
    look_at_policies();
    for (const CredentialAnswer one : answer_.credentials()) look_at_credential(one);
    const auto activities = static_cast<std::uint32_t>(contents_.log.activities.size());
    for (std::uint32_t i = 0; i < activities; ++i) look_at_activity({i});
    look_at_titles();
    if (!std::is_sorted(found_.begin(), found_.end(), comes_before)) {
      std::stable_sort(found_.begin(), found_.end(), comes_before);
    }
    return std::move(found_);
  }

 private:
  static bool comes_before(const Remark& a, const Remark& b) {
    const auto credential = [](const Remark& one) {
      const auto about = one.credential();
      return about ? std::optional{about->index()} : std::nullopt;
    };
    return std::tuple{a.activity(), credential(a), a.kind()} <
           std::tuple{b.activity(), credential(b), b.kind()};
  }

  void add(RemarkKind kind, const Remark::About& about) {
    found_.emplace_back(contents_, kind, about);
  }

  void look_at_policies() {
    for (const Renewals::Order& seen : renewals_.orders) {
      if (!seen.programme || contents_.policies[*seen.programme].notes.empty()) continue;
      add(RemarkKind::incomplete_policy, {.programme = seen.programme});
    }
  }

  void look_at_credential(const CredentialAnswer& one) {
    const Remark::About it{.credential = one.index()};
    if (similar_code(one)) add(RemarkKind::unknown_code, it);
    if (one.status() != Status::upcoming) return;
    const auto& verdicts = credential_of(one).verdicts;
    const bool has_earlier = std::any_of(verdicts.begin(), verdicts.end(), [](const Verdict& its) {
      return its.outcome == Outcome::before_cycle;
    });
    if (has_earlier) add(RemarkKind::upcoming, it);
  }

  /// Adds the notices about one activity, except `repeated`.
  void look_at_activity(Index<Activity> index) {
    const Activity& activity = contents_.log[index];
    const Exam* const exam = activity.exam();
    const Remark::About it{.activity = index};
    if (counts_for_some(contents_, index)) {
      look_at_entry(index);
    } else if (activity.date > renewals_.as_of) {
      add(RemarkKind::planned, it);
    } else if (const MaybeIndex original = original_of(contents_, index)) {
      add(RemarkKind::duplicate, {.activity = index, .same_as = Index<Activity>{*original}});
    } else if (!activity.rejected && (exam == nullptr || exam->passed)) {
      add(RemarkKind::counts_nowhere, it);
    }
    look_at_units(index);
  }

  /// Adds what the portal should know of an activity that counts.
  void look_at_entry(Index<Activity> index) {
    if (contents_.log[index].entered.state == PortalEntry::State::untracked) return;  // most are
    if (const auto first = first_to_enter_for(contents_, index, all_credentials)) {
      add(RemarkKind::not_entered, {.activity = index, .deadline_of = first});
    }
    for (const CredentialAnswer one : answer_.credentials()) {
      if (!is_entered_late(contents_, index, one.index())) continue;
      add(RemarkKind::entered_after_expiration, {.activity = index, .credential = one.index()});
    }
  }

  /// Adds a notice for the first programme whose policy gives other units than the log states
  /// (U5).
  void look_at_units(Index<Activity> index) {
    const Activity& activity = contents_.log[index];
    const Work* const work = activity.work();
    if (work == nullptr || !work->states_units) return;
    for (const Renewals::Order& seen : renewals_.orders) {
      const Worth* const worth = seen.programme ? work->in(*seen.programme) : nullptr;
      if (worth == nullptr) continue;
      const Policy& policy = contents_.policies[*seen.programme];
      const auto& usual = policy[worth->type].units.on(activity.date);
      if (!usual || worth->units == *usual) continue;
      return add(RemarkKind::units_differ, {.activity = index, .programme = seen.programme});
    }
  }

  /// Whether the activity belongs to a programme of the log's certifications.
  [[nodiscard]] bool concerns_somebody(Index<Activity> activity) const {
    return std::any_of(renewals_.credentials.begin(), renewals_.credentials.end(),
                       [&](const Credential& one) {
                         return one.verdicts[activity.at].outcome != Outcome::other_programme;
                       });
  }

  /// U10: adds a notice for each title that occurs on an earlier day.
  void look_at_titles() {
    const Log& log = contents_.log;
    for (std::uint32_t i = 0; i < log.activities.size(); ++i) {
      const Activity& one = log.activities[i];
      if (!one.title || one.rejected || one.date > renewals_.as_of) continue;
      if (concerns_somebody({i})) titled_.push_back({i});
    }
    if (titled_.empty()) return;
    const auto key_of = [&](Index<Activity> index) {
      const Work* const work = log[index].work();
      const bool has_programme = work != nullptr && work->worth;
      return std::tuple{certrenew::identity_of(log[index]),
                        has_programme ? std::optional{work->worth->programme} : std::nullopt};
    };
    std::sort(titled_.begin(), titled_.end(), [&](Index<Activity> a, Index<Activity> b) {
      if (*log[a].title != *log[b].title) return *log[a].title < *log[b].title;
      return std::tuple{key_of(a), log[a].date, a} < std::tuple{key_of(b), log[b].date, b};
    });
    for (auto first = titled_.begin(), next = first + 1; next != titled_.end(); ++next) {
      if (key_of(*first) != key_of(*next)) {
        first = next;
      } else if (log[*first].date != log[*next].date && !original_of(contents_, *next)) {
        add(RemarkKind::repeated, {.activity = *next, .same_as = *first});
      }
    }
  }

  const Answer& answer_;
  const AnswerContents& contents_;
  const Renewals& renewals_;
  std::vector<Remark> found_;
  std::vector<Index<Activity>> titled_;
};

// ---- Findings ----------------------------------------------------------------------------------

/// Gathers the findings of one answer.
class Inspector {
 public:
  Inspector(const Answer& answer, const Watch& watch)
      : answer_{answer}, contents_{answer.contents()}, watch_{watch} {}

  std::vector<Remark> inspect() {
    for (const CredentialAnswer one : answer_.credentials()) {
      look_at_status(one);
      look_at_expectation(one);
      look_at_late_entries(one);
    }
    look_at_activities();
    look_at_designations();
    return std::move(found_);
  }

 private:
  void add(RemarkKind kind, const Remark::About& about) {
    found_.emplace_back(contents_, kind, about);
  }
  [[nodiscard]] bool wants(RemarkKind kind, const CredentialAnswer& one) const {
    return watch_.wants(kind, one.code());
  }

  /// The finding about a credential with these dates; nothing if all is well.
  [[nodiscard]] std::optional<RemarkKind> kind_for(Status status,
                                                   std::optional<Date> suspends) const {
    switch (status) {
      case Status::upcoming: break;
      case Status::active:
        if (suspends && *suspends - answer_.as_of() <= watch_.within) {
          return RemarkKind::suspends_soon;
        }
        break;
      case Status::suspended: return RemarkKind::suspended;
      case Status::expired: return RemarkKind::expired;
    }
    return std::nullopt;
  }

  void look_at_status(const CredentialAnswer& one) {
    if (const auto kind = kind_for(one.status(), one.suspends())) {
      if (wants(*kind, one)) add(*kind, {.credential = one.index()});
      return;
    }
    if (!wants(RemarkKind::doubtful, one)) return;
    for (const Doubt& doubt : one.doubts()) {
      if (!kind_for(doubt.status, doubt.suspends)) continue;
      add(RemarkKind::doubtful, {.credential = one.index(), .doubt = &doubt});
      return;
    }
  }

  void look_at_expectation(const CredentialAnswer& one) {
    const auto& expectation = one.certification().expectation;
    if (!expectation || !wants(RemarkKind::differs, one)) return;
    const auto moved_by = one.is_tracked() ? std::nullopt : one.cycle().begun_by_activity;
    const auto compare = [&](const std::optional<Date>& expected, std::optional<Date> ours,
                             bool expiration) {
      if (!expected || expected == ours) return;
      add(RemarkKind::differs,
          {.activity = moved_by, .credential = one.index(), .expiration = expiration});
    };
    compare(expectation->suspends, one.suspends(), false);
    compare(expectation->expires, one.expires(), true);
  }

  void look_at_late_entries(const CredentialAnswer& one) {
    if (!wants(RemarkKind::entered_after_expiration, one)) return;
    for (std::uint32_t i = 0; i < contents_.log.activities.size(); ++i) {
      if (!is_entered_late(contents_, {i}, one.index())) continue;
      add(RemarkKind::entered_after_expiration,
          {.activity = Index<Activity>{i}, .credential = one.index()});
    }
  }

  void look_at_activities() {
    const auto watched = [&](Index<Certification> index) {
      return answer_.shows(index) &&
             wants(RemarkKind::not_entered, CredentialAnswer{&contents_, index});
    };
    for (std::uint32_t i = 0; i < contents_.log.activities.size(); ++i) {
      const Index<Activity> activity{i};
      if (const auto first = first_to_enter_for(contents_, activity, watched)) {
        add(RemarkKind::not_entered, {.activity = activity, .deadline_of = first});
      }
      look_at_duplicate(activity);
    }
  }

  /// Adds a duplicate if it would count for a credential that is watched.
  void look_at_duplicate(Index<Activity> activity) {
    if (!original_of(contents_, activity)) return;
    for (const CredentialAnswer one : answer_.credentials()) {
      const Verdict& became = credential_of(one).verdicts[activity.at];
      if (became.outcome != Outcome::duplicate || !wants(RemarkKind::duplicate, one)) continue;
      add(RemarkKind::duplicate,
          {.activity = activity, .same_as = Index<Activity>{*became.rests_on}});
      return;
    }
  }

  void look_at_designations() {
    std::uint32_t number = 0;
    for (const DesignationAnswer& one : answer_.designations()) {
      const std::uint32_t designation = number++;
      if (!one.until || *one.until - answer_.as_of() > watch_.within) continue;
      if (!watch_.wants(RemarkKind::designation_ends, {})) continue;
      add(RemarkKind::designation_ends, {.designation = designation});
    }
  }

  const Answer& answer_;
  const AnswerContents& contents_;
  const Watch& watch_;
  std::vector<Remark> found_;
};

}  // namespace

std::vector<Remark> notices(const Answer& answer) { return NoticeCollector{answer}.collect(); }

std::vector<Remark> findings(const Answer& answer, const Watch& watch) {
  return Inspector{answer, watch}.inspect();
}

std::vector<RemarkKind> kinds_of_findings() {
  return {RemarkKind::expired,
          RemarkKind::suspended,
          RemarkKind::suspends_soon,
          RemarkKind::doubtful,
          RemarkKind::differs,
          RemarkKind::not_entered,
          RemarkKind::entered_after_expiration,
          RemarkKind::duplicate,
          RemarkKind::designation_ends};
}

}  // namespace certrenew
