#include "certrenew/answer.hpp"

#include <algorithm>
#include <utility>

#include "core/answer_contents.hpp"
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
const Policy& Answer::policy() const { return contents_->policy; }

CredentialRange Answer::credentials() const { return {contents_.get(), contents_->shown}; }
CredentialRange Answer::all_credentials() const { return {contents_.get(), contents_->all}; }

void Answer::show_only(std::span<const std::string> codes) {
  auto& shown = contents_->shown;
  shown.clear();
  for (const Index<Certification> index : contents_->all) {
    const std::string_view code = contents_->log[index].code;
    if (std::find(codes.begin(), codes.end(), code) != codes.end()) shown.push_back(index);
  }
}

bool Answer::shows(Index<Certification> credential) const {
  return std::binary_search(contents_->shown.begin(), contents_->shown.end(), credential);
}

std::span<const Index<Activity>> Answer::activity_order() const {
  return contents_->renewals.order;
}

std::string_view Answer::type_name(const Activity& activity) const {
  const Work* const work = activity.work();
  return work == nullptr ? std::string_view{"exam"} : policy()[work->type].name;
}

// ---- CredentialAnswer --------------------------------------------------------------------------

namespace {

const Credential& credential_of(const CredentialAnswer& one) {
  return one.contents().renewals.credentials[one.index().at];
}

/// The units of what counts toward the open cycle, as far as it still does on `day` (U6).
Units still_counting(const AnswerContents& answer, const Credential& credential, Date day) {
  Units total;
  for (std::size_t i = 0; i < credential.verdicts.size(); ++i) {
    if (credential.verdicts[i].outcome != Outcome::counted) continue;
    const Activity& activity = answer.log.activities[i];
    const auto stale = goes_stale(activity.date, answer.policy);
    if (!stale || day < *stale) total += activity.work()->units;
  }
  return total;
}

}  // namespace

const Certification& CredentialAnswer::certification() const { return contents_->log[index_]; }
const CertificationType& CredentialAnswer::type() const {
  return contents_->policy[certification().type];
}
Status CredentialAnswer::status() const { return credential_of(*this).status; }
std::span<const Cycle> CredentialAnswer::cycles() const { return credential_of(*this).cycles; }

std::int32_t CredentialAnswer::days_to_suspension() const {
  return suspends() - contents_->renewals.as_of;
}
std::int32_t CredentialAnswer::days_to_expiration() const {
  return expires() - contents_->renewals.as_of;
}

std::optional<UnitsProgress> CredentialAnswer::units() const {
  const auto& required = type().units;
  if (!required || expired()) return std::nullopt;
  return UnitsProgress{.counted = credential_of(*this).counted, .required = *required};
}

std::optional<CoursesProgress> CredentialAnswer::courses() const {
  const auto& courses = type().courses;
  if (courses.empty() || expired()) return std::nullopt;
  CoursesProgress progress;
  for (std::size_t i = 0; i < courses.size(); ++i) {
    auto& list = credential_of(*this).courses[i] ? progress.completed : progress.missing;
    list.emplace_back(contents_->policy[courses[i]]);
  }
  return progress;
}

std::optional<Interval> CredentialAnswer::exam_window() const {
  return expired() ? std::nullopt : cycle().exam_window;
}

std::optional<Units> CredentialAnswer::needed_on(Date day) const {
  const auto& required = type().units;
  if (!required) return std::nullopt;
  return *required - still_counting(*contents_, credential_of(*this), day);
}

std::string_view CredentialAnswer::what_helps_when_expired() const {
  return type().exam_window_months ? "pass the exam to earn it anew" : "nothing renews it any more";
}

ActivityRange CredentialAnswer::activities() const { return {*this, contents_->renewals.order}; }
ActivityAnswer CredentialAnswer::activity(Index<Activity> index) const { return {*this, index}; }

// ---- ActivityAnswer ----------------------------------------------------------------------------

namespace {

const Verdict& verdict_of(const CredentialAnswer& credential, Index<Activity> activity) {
  return credential_of(credential).verdicts[activity.at];
}

}  // namespace

const Activity& ActivityAnswer::activity() const { return credential_.contents().log[index_]; }

std::string_view ActivityAnswer::type_name() const {
  const Work* const work = activity().work();
  return work == nullptr ? std::string_view{"exam"}
                         : credential_.contents().policy[work->type].name;
}

std::optional<Units> ActivityAnswer::units() const {
  const Work* const work = activity().work();
  return work == nullptr ? std::nullopt : std::optional{work->units};
}

Outcome ActivityAnswer::outcome() const { return verdict_of(credential_, index_).outcome; }
bool ActivityAnswer::counts() const { return verdict_of(credential_, index_).counts(); }

std::optional<std::size_t> ActivityAnswer::cycle() const {
  const MaybeIndex cycle = verdict_of(credential_, index_).cycle;
  return cycle ? std::optional<std::size_t>{*cycle} : std::nullopt;
}

std::optional<Date> ActivityAnswer::renewal() const {
  switch (outcome()) {
    case Outcome::earned_anew: return activity().date;
    case Outcome::used:
    case Outcome::renewed: return credential_.cycles()[*cycle()].closing->day;
    default: return std::nullopt;
  }
}

std::optional<Units> ActivityAnswer::total() const {
  const Verdict& became = verdict_of(credential_, index_);
  const bool adds = credential_.type().units && became.use > 0;
  return adds ? std::optional{became.total} : std::nullopt;
}

std::string ActivityAnswer::reason() const {
  return certrenew::reason(credential_.contents(), credential_.index(), index());
}

// ---- Rules that need no answer -----------------------------------------------------------------

std::optional<Date> goes_stale(Date date, const Policy& policy) noexcept {
  if (!policy.units_valid_months) return std::nullopt;
  return add_months(date, *policy.units_valid_months);  // D1: past the end, never
}

}  // namespace certrenew
