#include "certrenew/summary.hpp"

#include <algorithm>

namespace certrenew {

namespace {

void count_status(Counts& counts, const Credential& credential, Date as_of) {
  switch (credential.status) {
    case Status::upcoming: ++counts.upcoming; break;
    case Status::suspended: ++counts.suspended; break;
    case Status::expired: ++counts.expired; break;
    case Status::active: {
      const int left = credential.cycle().suspends - as_of;
      ++counts.active;
      counts.due_30 += left <= 30 ? 1 : 0;
      counts.due_60 += left <= 60 ? 1 : 0;
      counts.due_90 += left <= 90 ? 1 : 0;
      break;
    }
  }
}

void count_renewals(Counts& counts, const Credential& credential, Date as_of) {
  const auto year_ago = add_months(as_of, -12);
  for (const Cycle& cycle : credential.cycles) {
    const bool recent = !year_ago || cycle.start > year_ago->date;
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

void Summary::add(const Log& log, const Renewals& renewals) {
  ++holders_;
  bool any_active = false;
  for (std::size_t i = 0; i < log.certifications.size(); ++i) {
    const Credential& credential = renewals.credentials[i];
    const std::string_view code = log.certifications[i].code;
    auto found = by_code_.find(code);
    if (found == by_code_.end()) found = by_code_.emplace(code, Counts{}).first;
    count_status(found->second, credential, renewals.as_of);
    count_renewals(found->second, credential, renewals.as_of);
    any_active = any_active || credential.status == Status::active;
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
