#include "certrenew/answer.hpp"

#include <algorithm>
#include <utility>

#include "core/answer_contents.hpp"
#include "core/certification_type.hpp"
#include "core/counting.hpp"
#include "core/wording.hpp"

namespace certrenew {

// ---- Answer ------------------------------------------------------------------------------------

Answer::Answer(std::unique_ptr<AnswerContents> contents) noexcept
    : contents_{std::move(contents)} {}
Answer::Answer(Answer&&) noexcept = default;
Answer& Answer::operator=(Answer&&) noexcept = default;
Answer::~Answer() = default;

Date Answer::as_of() const { return contents_->renewals.as_of; }
const Log& Answer::log() const { return contents_->log; }
const Policies& Answer::policies() const { return contents_->policies; }

std::vector<const Policy*> Answer::programmes() const {
  std::vector<const Policy*> programmes;
  for (const CredentialAnswer one : credentials()) {
    const Policy* const policy = one.policy();
    const bool is_new = std::find(programmes.begin(), programmes.end(), policy) == programmes.end();
    if (policy != nullptr && is_new) programmes.push_back(policy);
  }
  return programmes;
}

CredentialRange Answer::credentials() const { return {contents_.get(), contents_->shown}; }
CredentialRange Answer::all_credentials() const { return {contents_.get(), contents_->all}; }

void Answer::show_only(std::span<const std::string> codes) {
  auto& shown = contents_->shown;
  shown.clear();
  for (const Index<Certification> index : contents_->all) {
    const bool is_named = std::any_of(codes.begin(), codes.end(), [&](const std::string& code) {
      return is_called(contents_->log[index], contents_->policies, code);
    });
    if (is_named) shown.push_back(index);
  }
}

bool Answer::shows(Index<Certification> credential) const {
  return std::binary_search(contents_->shown.begin(), contents_->shown.end(), credential);
}

std::vector<DesignationAnswer> Answer::designations() const { return contents_->designations(); }

std::vector<const Doubt*> Answer::doubts() const {
  std::vector<const Doubt*> doubts;
  for (const Doubt& one : contents_->doubts) {
    if (shows(one.credential)) doubts.push_back(&one);
  }
  return doubts;
}

std::span<const Index<Activity>> Answer::activity_order() const {
  const auto& orders = contents_->renewals.orders;
  return orders.empty() ? std::span<const Index<Activity>>{} : orders.front().activities;
}

namespace {

/// Orders alternatives or doubts by credential, for a binary search.
struct EarlierCredential {
  template <class One>
  bool operator()(const One& a, Index<Certification> b) const {
    return a.credential < b;
  }
  template <class One>
  bool operator()(Index<Certification> a, const One& b) const {
    return a < b.credential;
  }
};

}  // namespace

std::span<const Alternative> AnswerContents::alternatives_of(
    Index<Certification> credential) const {
  const auto [first, end] =
      std::equal_range(alternatives.begin(), alternatives.end(), credential, EarlierCredential{});
  return {first, end};
}

// ---- CredentialAnswer --------------------------------------------------------------------------

namespace {

std::optional<std::int32_t> days_from(Date as_of, std::optional<Date> day) {
  return day ? std::optional{*day - as_of} : std::nullopt;
}

/// Of the units that count toward the open cycle on as-of, those that still count on `day` if they
/// go stale as `policy` says (U6, U9).
Units still_counting(const CredentialAnswer& one, const Policy& policy, Date day) {
  Units total = one.cycle().carried;
  for_each_counting(one, policy, [&](std::optional<Date> stale, Units units) {
    if (!stale || day < *stale) total += units;
  });
  return total;
}

Units needed_on(const CredentialAnswer& one, const Alternative& other, Date day) {
  const Units required = other.cycle.required;
  if (other.counts_alike) return required - still_counting(one, *other.reading->policy, day);
  Units needed = required - other.cycle.carried;
  for (const CountingUnits& units : other.counting) {
    if (!units.until || day < *units.until) needed -= units.units;
  }
  return needed;
}

/// The earliest eve of an event, such as the suspension, under the policy and its readings, leaving
/// out eves before as-of (R2). `day`: the event under the policy. `same_of`: the same under a
/// reading.
std::optional<Date> safe_last_day(const CredentialAnswer& one, std::optional<Date> day,
                                  std::optional<Date> Cycle::*same_of) {
  const Date as_of = one.contents().renewals.as_of;
  std::optional<Date> earliest;
  const auto look_at = [&](const std::optional<Date>& end) {
    const auto last = end ? day_before(*end) : std::nullopt;
    if (last && *last >= as_of && (!earliest || *last < *earliest)) earliest = last;
  };
  look_at(day);
  for (const Alternative& other : one.contents().alternatives_of(one.index())) {
    look_at(other.cycle.*same_of);
  }
  return earliest;
}

}  // namespace

const Log& CredentialAnswer::log() const { return contents_->log; }
const Certification& CredentialAnswer::certification() const { return contents_->log[index_]; }

std::optional<std::string_view> CredentialAnswer::name() const {
  const Certification& given = certification();
  if (given.name || !given.listed) return given.name;
  return (*policy())[*given.listed].name;
}

std::string_view CredentialAnswer::programme() const {
  return is_tracked() ? std::string_view{"none"} : std::string_view{policy()->name};
}

const Policy* CredentialAnswer::policy() const {
  return is_tracked() ? nullptr : &contents_->policies[*certification().programme];
}

const CertificationType* CredentialAnswer::type() const {
  return is_tracked() ? nullptr : &(*policy())[certification().type];
}

std::optional<std::string_view> CredentialAnswer::type_name() const {
  return is_tracked() ? certification().given_type : type()->name;
}

Status CredentialAnswer::status() const { return credential_of(*this).status; }
std::span<const Cycle> CredentialAnswer::cycles() const { return credential_of(*this).cycles; }

std::optional<std::int32_t> CredentialAnswer::days_to_suspension() const {
  return days_from(contents_->renewals.as_of, suspends());
}
std::optional<std::int32_t> CredentialAnswer::days_to_expiration() const {
  return days_from(contents_->renewals.as_of, expires());
}

std::optional<UnitsProgress> CredentialAnswer::units() const {
  if (is_tracked() || !type()->units || expired()) return std::nullopt;
  return UnitsProgress{.counted = credential_of(*this).counted,
                       .carried = cycle().carried,
                       .required = cycle().required};
}

std::optional<Index<Certification>> CredentialAnswer::held_back_by() const {
  if (is_tracked() || !type()->units || !type()->units->highest_only) return std::nullopt;
  for (const Index<Certification> one : contents_->all) {
    const Certification& other = contents_->log[one];
    const bool is_higher =
        other.programme == certification().programme && is_among(other.type, type()->renewed_with);
    if (is_higher && is_held(contents_->renewals.credentials[one.at].status)) return one;
  }
  return std::nullopt;
}

std::optional<CoursesProgress> CredentialAnswer::courses() const {
  if (is_tracked() || !type()->courses || expired()) return std::nullopt;
  const auto& all = type()->courses->all;
  CoursesProgress progress;
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto& list = credential_of(*this).courses[i] ? progress.completed : progress.missing;
    list.emplace_back((*policy())[all[i]]);
  }
  return progress;
}

std::optional<ExamWindow> CredentialAnswer::exam_window() const {
  if (is_tracked() || expired() || !cycle().exam_opens) return std::nullopt;
  ExamWindow window{.opens = *cycle().exam_opens, .closes = cycle().expires};
  const auto retired = retired_on(certification(), *policy());
  if (retired && (!window.closes || *retired < *window.closes)) window.closes = retired;
  const Date next = std::max(window.opens, contents_->renewals.as_of);
  if (window.closes && *window.closes <= next) return std::nullopt;
  return window;
}

std::span<const Doubt> CredentialAnswer::doubts() const {
  const auto [first, end] = std::equal_range(contents_->doubts.begin(), contents_->doubts.end(),
                                             index_, EarlierCredential{});
  return {first, end};
}

std::optional<Date> CredentialAnswer::last_active_day() const {
  return safe_last_day(*this, suspends(), &Cycle::suspends);
}

std::optional<Date> CredentialAnswer::last_day() const {
  return safe_last_day(*this, expires(), &Cycle::expires);
}

std::optional<Units> CredentialAnswer::needed_on(Date day) const {
  if (is_tracked() || !type()->units) return std::nullopt;
  Units most = std::max(cycle().required - still_counting(*this, *policy(), day), Units{});
  for (const Alternative& one : contents_->alternatives_of(index_)) {
    if (one.status == Status::expired) continue;
    most = std::max(most, certrenew::needed_on(*this, one, day));
  }
  return most;
}

std::string_view CredentialAnswer::what_helps_when_expired() const {
  if (is_tracked() || !type()->exam) return "nothing renews it any more";
  const auto retired = retired_on(certification(), *policy());
  if (retired && *retired <= contents_->renewals.as_of) return "nothing renews it any more";
  return "pass the exam to earn it anew";
}

ActivityRange CredentialAnswer::activities() const {
  const auto& orders = contents_->renewals.orders;
  const auto own = std::find_if(orders.begin(), orders.end(), [&](const Renewals::Order& one) {
    return one.programme == certification().programme;
  });
  return {*this, own->activities};
}
ActivityAnswer CredentialAnswer::activity(Index<Activity> index) const { return {*this, index}; }

// ---- ActivityAnswer ----------------------------------------------------------------------------

namespace {

const Verdict& verdict_of(const CredentialAnswer& credential, Index<Activity> activity) {
  return credential_of(credential).verdicts[activity.at];
}

}  // namespace

const Activity& ActivityAnswer::activity() const { return credential_.contents().log[index_]; }

std::string_view ActivityAnswer::type_name() const { return activity().type_name(); }

std::optional<Units> ActivityAnswer::units() const {
  const Work* const work = activity().work();
  const auto programme = credential_.certification().programme;
  const Worth* const worth = work != nullptr && programme ? work->in(*programme) : nullptr;
  return worth == nullptr ? std::nullopt : std::optional{worth->units};
}

Outcome ActivityAnswer::outcome() const { return verdict_of(credential_, index_).outcome; }
bool ActivityAnswer::counts() const { return verdict_of(credential_, index_).counts(); }

std::optional<std::size_t> ActivityAnswer::cycle() const {
  const MaybeIndex cycle = verdict_of(credential_, index_).cycle;
  return cycle ? std::optional<std::size_t>{*cycle} : std::nullopt;
}

std::optional<Date> ActivityAnswer::renewal() const {
  switch (outcome()) {
    case Outcome::used:
    case Outcome::renewed: return credential_.cycles()[*cycle()].closing->day;
    default: return std::nullopt;
  }
}

std::optional<Units> ActivityAnswer::total() const {
  const Verdict& became = verdict_of(credential_, index_);
  const bool adds = became.use > 0;
  return adds ? std::optional{became.total} : std::nullopt;
}

std::string ActivityAnswer::reason() const {
  return certrenew::reason(credential_.contents(), credential_.index(), index());
}

// ---- Rules that need no answer -----------------------------------------------------------------

std::optional<Date> goes_stale(Date date, const Policy& policy) noexcept {
  const auto& valid = policy.units_valid.on(date);
  if (!valid) return std::nullopt;
  return add(date, *valid);  // D1: after 9999-12-31 means never
}

}  // namespace certrenew
