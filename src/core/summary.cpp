#include "core/summary.hpp"

namespace certrenew {

namespace {

void count_status(Counts& counts, const CredentialAnswer& one) {
  switch (one.status()) {
    case Status::upcoming: ++counts.upcoming; break;
    case Status::suspended: ++counts.suspended; break;
    case Status::expired: ++counts.expired; break;
    case Status::active: {
      const int left = one.days_to_suspension();
      ++counts.active;
      counts.due_30 += left <= 30 ? 1 : 0;
      counts.due_60 += left <= 60 ? 1 : 0;
      counts.due_90 += left <= 90 ? 1 : 0;
      break;
    }
  }
}

void count_renewals(Counts& counts, const CredentialAnswer& one, Date as_of) {
  const auto year_ago = add_months(as_of, -12);
  for (const Cycle& cycle : one.renewals()) {
    const bool recent = !year_ago || cycle.start > *year_ago;
    if (cycle.begun_by_renewal() && recent) ++counts.renewed;
  }
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
    auto found = by_code_.find(one.code());
    if (found == by_code_.end()) found = by_code_.emplace(one.code(), Counts{}).first;
    count_status(found->second, one);
    count_renewals(found->second, one, answer.as_of());
    any_active = any_active || one.status() == Status::active;
  }
  if (any_active) ++active_holders_;
}

void Summary::add(const Summary& other) {
  holders_ += other.holders_;
  active_holders_ += other.active_holders_;
  for (const auto& [code, counts] : other.by_code_) by_code_[code] += counts;
}

Counts Summary::total() const noexcept {
  Counts total;
  for (const auto& [code, counts] : by_code_) total += counts;
  return total;
}

}  // namespace certrenew
