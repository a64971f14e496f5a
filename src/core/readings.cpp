#include "core/readings.hpp"

#include <algorithm>

#include "core/rereading.hpp"

namespace certrenew {

namespace {

/// Whether the renewals have the same days and kinds.
bool renews_alike(const std::vector<Cycle>& a, const std::vector<Cycle>& b) {
  return std::equal(a.begin() + 1, a.end(), b.begin() + 1, b.end(),
                    [](const Cycle& one, const Cycle& other) {
                      return one.began_on == other.began_on && one.began_by == other.began_by;
                    });
}

}  // namespace

Readings::Readings(const Policies& policies) : policies_{policies}, readings_(policies.size()) {}

std::vector<Readings::ReadingEngine>& Readings::readings_of(Index<Policy> programme) {
  auto& readings = readings_[programme.at];
  const Policy& policy = policies_[programme];
  if (readings.size() == policy.readings.size()) return readings;
  for (const Reading& one : policy.readings) {
    readings.push_back({.reading = &one,
                        .policy = &policy,
                        .scope = scope_of(one, policy),
                        .engine = std::make_unique<ProgrammeEngine>(*one.policy)});
  }
  return readings;
}

std::vector<Alternative> Readings::alternatives(const Log& log, const Renewals& renewals,
                                                const Engine& engine) {
  std::vector<Alternative> found;
  credentials_.resize(log.certifications.size());
  for (const Renewals::Order& seen : renewals.orders) {
    if (!seen.programme) continue;
    const ProgrammeEngine& base = engine[*seen.programme];
    for (ReadingEngine& reading : readings_of(*seen.programme)) {
      reading.is_turned = false;
      if (reading.reading->keeps_meaning) {
        add_alternatives(reading, *seen.programme, log, renewals, base, found);
      } else if (const auto again = reread(log, *seen.programme, *reading.reading->policy)) {
        reading.engine->turn_to(*again, *seen.programme, renewals.as_of, order_);
        reading.is_turned = true;
        add_alternatives(reading, *seen.programme, *again, renewals, base, found);
      }
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Alternative& a, const Alternative& b) {
    return a.credential < b.credential;
  });
  return found;
}

/// Adds nothing if the log is invalid under the reading, or a date lies outside the calendar (D1).
void Readings::add_alternatives(ReadingEngine& reading, Index<Policy> programme, const Log& log,
                                const Renewals& renewals, const ProgrammeEngine& base,
                                std::vector<Alternative>& found) {
  const std::size_t first = found.size();
  out_of_range_.clear();
  for (const Index<Certification> one : reading.engine->in_order(log, programme)) {
    if (!out_of_range_.empty()) break;
    const Credential& credential = renewals.credentials[one.at];
    if (add_without_calculation(reading,
                                {.log = log,
                                 .certification = one,
                                 .credential = credential,
                                 .days = base.days(),
                                 .as_of = renewals.as_of},
                                found)) {
      continue;
    }
    turn(reading, programme, log, renewals.as_of, base);
    verdicts_.assign(log.activities.size(), {});
    Credential& changed = credentials_[one.at];
    changed.cycles.clear();
    changed.courses.clear();
    changed.counted = {};
    changed.verdicts = verdicts_;
    reading.engine->calculate(log, one, renewals.as_of, credentials_, out_of_range_);
    if (out_of_range_.empty()) add_calculated(reading, one, credential, found);
  }
  if (!out_of_range_.empty()) {
    found.erase(found.begin() + static_cast<std::ptrdiff_t>(first), found.end());
  }
}

/// Sets the log of the reading's engine, unless that is done.
void Readings::turn(ReadingEngine& reading, Index<Policy> programme, const Log& log, Date as_of,
                    const ProgrammeEngine& base) {
  if (std::exchange(reading.is_turned, true)) return;
  if (reading.engine->is_linked() || base.is_linked()) {  // days of earning may differ
    reading.engine->turn_to(log, programme, as_of, order_);
  } else {
    reading.engine->turn_to(base, as_of);
  }
}

/// Returns false if the reading may matter, so that the credential has to be calculated.
bool Readings::add_without_calculation(const ReadingEngine& reading,
                                       const CalculatedCredential& base,
                                       std::vector<Alternative>& found) {
  const Policy& changed = *reading.reading->policy;
  if (!cannot_matter(reading.scope, changed, *reading.policy, base)) return false;
  const auto& cycles = base.credential.cycles;
  const Cycle& now = base.credential.cycle();
  Cycle cycle = now;
  if (reading.scope == ReadingScope::grace && now.expires) {
    const auto other = with_grace_of(changed, cycles.size() - 1, base);
    if (!other) return false;
    if (other->expires == now.expires && other->exam_opens == now.exam_opens) return true;
    cycle = *other;
  } else if (reading.scope != ReadingScope::units_never_stale ||
             base.credential.counted == now.carried) {
    return true;
  }
  found.push_back({.credential = base.certification,
                   .reading = reading.reading,
                   .status = base.credential.status,
                   .cycle = cycle,
                   .is_doubt = false});
  return true;
}

void Readings::add_calculated(const ReadingEngine& reading, Index<Certification> certification,
                              const Credential& base, std::vector<Alternative>& found) const {
  const Credential& changed = credentials_[certification.at];
  const Cycle& cycle = changed.cycle();
  const Cycle& now = base.cycle();
  const bool is_doubt = changed.status != base.status || cycle.suspends != now.suspends ||
                        !renews_alike(changed.cycles, base.cycles);
  const bool alike = reading.reading->keeps_meaning && counts_alike(reading, changed, base);
  const bool keeps_stale_days = reading.reading->policy->units_valid == reading.policy->units_valid;
  if (!is_doubt && alike && keeps_stale_days && cycle.expires == now.expires &&
      cycle.exam_opens == now.exam_opens) {
    return;
  }
  Alternative& one = found.emplace_back(Alternative{.credential = certification,
                                                    .reading = reading.reading,
                                                    .status = changed.status,
                                                    .cycle = cycle,
                                                    .is_doubt = is_doubt});
  one.counts_alike = alike;
  if (is_doubt) one.renewals.assign(changed.cycles.begin() + 1, changed.cycles.end());
  if (alike || cycle.expired()) return;
  for (const CycleUnits::Entry& entry : reading.engine->entries()) {
    if (entry.over_limit || entry.stale) continue;
    one.counting.push_back({goes_stale(entry.date, *reading.reading->policy), entry.units});
  }
}

/// Whether the same units count toward the cycle in force.
bool Readings::counts_alike(const ReadingEngine& reading, const Credential& changed,
                            const Credential& base) {
  const Cycle& cycle = changed.cycle();
  const Cycle& now = base.cycle();
  if (cycle.expired() != now.expired() || cycle.start != now.start) return false;
  if (cycle.carried != now.carried || cycle.required != now.required) return false;
  if (changed.counted != base.counted) return false;
  const auto entries = reading.engine->entries();
  return cycle.expired() ||
         std::all_of(entries.begin(), entries.end(), [&](const CycleUnits::Entry& entry) {
           return entry.over_limit || entry.stale ||
                  base.verdicts[entry.activity].outcome == Outcome::counted;
         });
}

}  // namespace certrenew
