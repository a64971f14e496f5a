#include "core/summary.hpp"

#include <algorithm>
#include <string_view>

namespace certrenew {

namespace {

void count_status(Counts& counts, const CredentialAnswer& one) {
  switch (one.status()) {
    case Status::upcoming: ++counts.upcoming; break;
    case Status::suspended: ++counts.suspended; break;
    case Status::expired: ++counts.expired; break;
    case Status::active: {
      ++counts.active;
      const auto left = one.days_to_suspension();
      if (!left) break;
      counts.due_30 += *left <= 30 ? 1 : 0;
      counts.due_60 += *left <= 60 ? 1 : 0;
      counts.due_90 += *left <= 90 ? 1 : 0;
      break;
    }
  }
}

void count_renewals(Counts& counts, const CredentialAnswer& one, Date as_of) {
  const auto year_ago = add_months(as_of, -12);
  for (const Cycle& cycle : one.renewals()) {
    const bool recent = !year_ago || cycle.began_on > *year_ago;
    if (cycle.begun_by_renewal() && recent) ++counts.renewed;
  }
}

/// An alias is the same certification as its code (P4).
std::string_view canonical_code(const CredentialAnswer& one) {
  const auto& listed = one.certification().listed;
  return listed ? std::string_view{(*one.policy())[*listed].code} : one.code();
}

}  // namespace

Counts& Counts::operator+=(const Counts& other) noexcept {
  active += other.active;
  suspended += other.suspended;
  expired += other.expired;
  upcoming += other.upcoming;
  due_30 += other.due_30;
  due_60 += other.due_60;
  due_90 += other.due_90;
  renewed += other.renewed;
  return *this;
}

void Summary::add(const Answer& answer) {
  ++holders_;
  bool any_active = false;
  for (const CredentialAnswer one : answer.credentials()) {
    Counts& counts = by_certification_[{.programme = std::string{one.programme()},
                                        .name = std::string{canonical_code(one)}}];
    count_status(counts, one);
    count_renewals(counts, one, answer.as_of());
    any_active = any_active || one.status() == Status::active;
  }
  if (any_active) ++active_holders_;
  for (const DesignationAnswer& one : answer.designations()) {
    designations_[{.programme = one.policy->name, .name = one.designation->name}] +=
        one.held ? 1 : 0;
  }
}

void Summary::add(const Summary& other) {
  holders_ += other.holders_;
  active_holders_ += other.active_holders_;
  for (const auto& [key, counts] : other.by_certification_) by_certification_[key] += counts;
  for (const auto& [key, held] : other.designations_) designations_[key] += held;
}

Counts Summary::total() const noexcept {
  Counts total;
  for (const auto& [key, counts] : by_certification_) total += counts;
  return total;
}

void HolderCount::add(const Answer& answer) {
  const CredentialRange all = answer.all_credentials();
  const bool has_it = std::any_of(all.begin(), all.end(), [&](const CredentialAnswer& one) {
    return one.status() == Status::active &&
           is_called(one.certification(), answer.policies(), code_);
  });
  if (!has_it) return;
  const auto& who = answer.log().candidate;
  if (who && who->id) {
    ids_.emplace(*who->id);
  } else {
    ++without_id_;
  }
}

}  // namespace certrenew
