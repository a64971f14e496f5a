// Notices and findings: what there is to remark on. src/core/remark_wording.cpp says it in words.

#include <algorithm>
#include <tuple>

#include "certrenew/remark.hpp"
#include "core/portal_entry.hpp"

namespace certrenew {

namespace {

constexpr auto all_credentials = [](Index<Certification> /*credential*/) { return true; };

// ---- Notices -----------------------------------------------------------------------------------

/// Gathers the notices of one answer.
class NoticeCollector {
 public:
  explicit NoticeCollector(const Answer& answer)
      : answer_{answer}, contents_{answer.contents()}, renewals_{contents_.renewals} {}

  std::vector<Remark> collect() {
    constexpr std::size_t usual_count = 8;
    found_.reserve(usual_count);
    const auto activities = static_cast<std::uint32_t>(contents_.log.activities.size());
    for (std::uint32_t i = 0; i < activities; ++i) look_at_activity({i});
    const std::size_t in_order = found_.size();
    for (const CredentialAnswer one : answer_.credentials()) look_at_cycles(one);
    if (found_.size() > in_order) std::sort(found_.begin(), found_.end(), comes_before);
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

  /// Adds the notices about one activity in the order in which they are listed.
  void look_at_activity(Index<Activity> index) {
    const Activity& activity = contents_.log[index];
    const bool tracked = activity.entered.state != PortalEntry::State::untracked;
    bool counts = false;
    bool assumed = false;
    for (const Credential& credential : renewals_.credentials) {
      const Verdict& became = credential.verdicts[index.at];
      counts |= became.counts();
      assumed |= became.assumption != Assumption::none;
    }
    const Remark::About it{.activity = index};
    if (activity.date > renewals_.as_of) {
      add(RemarkKind::planned, it);
    } else if (!counts) {
      add(RemarkKind::counts_nowhere, it);
    } else if (const auto deadline = entry_deadline(contents_, index, all_credentials)) {
      add(RemarkKind::not_entered, {.activity = it.activity, .deadline_of = deadline->credential});
    }
    if (const Work* const work = activity.work()) {
      const auto& usual = contents_.policy[work->type].units;
      if (usual && work->units != *usual) add(RemarkKind::units_differ, it);
    }
    if (assumed || (tracked && counts)) look_at_activity_for_each(index);
  }

  void look_at_activity_for_each(Index<Activity> index) {
    for (const CredentialAnswer one : answer_.credentials()) {
      const Remark::About it{.activity = index, .credential = one.index()};
      if (is_entered_late(contents_, index, one.index())) {
        add(RemarkKind::entered_after_expiration, it);
      }
      const Verdict& became = renewals_.credentials[one.index().at].verdicts[index.at];
      if (became.assumption != Assumption::none) add(RemarkKind::rests_on_assumption, it);
    }
  }

  void look_at_cycles(const CredentialAnswer& one) {
    for (std::uint32_t i = 0; const Cycle& cycle : one.cycles()) {
      const std::uint32_t number = i++;
      if (!cycle.rounded.any()) continue;
      add(RemarkKind::rests_on_assumption,
          {.activity = cycle.begun_by_activity, .credential = one.index(), .cycle = number});
    }
  }

  const Answer& answer_;
  const AnswerContents& contents_;
  const Renewals& renewals_;
  std::vector<Remark> found_;
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
    look_at_missing_entries();
    return std::move(found_);
  }

 private:
  void add(RemarkKind kind, const Remark::About& about) {
    found_.emplace_back(contents_, kind, about);
  }
  [[nodiscard]] bool wants(RemarkKind kind, const CredentialAnswer& one) const {
    return watch_.wants(kind, one.code());
  }

  void look_at_status(const CredentialAnswer& one) {
    const auto find = [&](RemarkKind kind) {
      if (wants(kind, one)) add(kind, {.credential = one.index()});
    };
    switch (one.status()) {
      case Status::upcoming: break;
      case Status::active:
        if (one.days_to_suspension() <= watch_.within) find(RemarkKind::suspends_soon);
        break;
      case Status::suspended: find(RemarkKind::suspended); break;
      case Status::expired: find(RemarkKind::expired); break;
    }
  }

  void look_at_expectation(const CredentialAnswer& one) {
    const auto& expectation = one.certification().expectation;
    if (!expectation || !wants(RemarkKind::differs, one)) return;
    const auto compare = [&](const std::optional<Date>& expected, Date ours, bool expiration) {
      if (!expected || *expected == ours) return;
      add(RemarkKind::differs, {.activity = one.cycle().begun_by_activity,
                                .credential = one.index(),
                                .expiration = expiration});
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

  void look_at_missing_entries() {
    const auto watched = [&](Index<Certification> index) {
      return answer_.shows(index) &&
             wants(RemarkKind::not_entered, CredentialAnswer{&contents_, index});
    };
    for (std::uint32_t i = 0; i < contents_.log.activities.size(); ++i) {
      if (const auto deadline = entry_deadline(contents_, {i}, watched)) {
        add(RemarkKind::not_entered,
            {.activity = Index<Activity>{i}, .deadline_of = deadline->credential});
      }
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
  return {RemarkKind::expired, RemarkKind::suspended,   RemarkKind::suspends_soon,
          RemarkKind::differs, RemarkKind::not_entered, RemarkKind::entered_after_expiration};
}

}  // namespace certrenew
