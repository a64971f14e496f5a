#include "core/readings.hpp"

#include <algorithm>

#include "core/lifetime.hpp"
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

Readings::Readings(const Policies& policies) {
  for (const Policy& policy : policies.all()) {
    auto& readings = readings_.emplace_back();
    for (const Reading& one : policy.readings) {
      readings.push_back({.reading = &one,
                          .policy = &policy,
                          .scope = scope_of(one, policy),
                          .engine = std::make_unique<ProgrammeEngine>(*one.policy)});
    }
  }
}

std::vector<Alternative> Readings::alternatives(const Log& log, const Renewals& renewals,
                                                const Engine& engine) {
  std::vector<Alternative> found;
  std::vector<Index<Activity>> order;
  for (const Renewals::Order& seen : renewals.orders) {
    if (!seen.programme) continue;
    const ProgrammeEngine& base = engine[*seen.programme];
    for (ReadingEngine& reading : readings_[seen.programme->at]) {
      reading.is_turned = false;
      if (reading.reading->keeps_meaning) {
        add_alternatives(reading, *seen.programme, log, renewals, base, found);
      } else if (const auto again = reread(log, *seen.programme, *reading.reading->policy)) {
        reading.engine->turn_to(*again, *seen.programme, renewals.as_of, order);
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
  for (std::uint32_t i = 0; i < log.certifications.size() && out_of_range_.empty(); ++i) {
    if (log.certifications[i].programme != programme) continue;
    const Credential& credential = renewals.credentials[i];
    if (add_without_calculation(reading,
                                {.log = log,
                                 .certification = {i},
                                 .credential = credential,
                                 .days = base.days(),
                                 .as_of = renewals.as_of},
                                found)) {
      continue;
    }
    if (!reading.is_turned) reading.engine->turn_to(base, renewals.as_of);
    reading.is_turned = true;
    verdicts_.assign(log.activities.size(), {});
    credential_.cycles.clear();
    credential_.courses.clear();
    credential_.counted = {};
    credential_.verdicts = verdicts_;
    reading.engine->calculate(log, {i}, renewals.as_of, credential_, out_of_range_);
    if (out_of_range_.empty()) add_calculated(reading, {i}, credential, found);
  }
  if (!out_of_range_.empty()) {
    found.erase(found.begin() + static_cast<std::ptrdiff_t>(first), found.end());
  }
}

/// Returns false if the reading may matter, so that the credential has to be calculated.
bool Readings::add_without_calculation(const ReadingEngine& reading,
                                       const CalculatedCredential& base,
                                       std::vector<Alternative>& found) {
  const Policy& changed = *reading.reading->policy;
  if (!cannot_matter(reading.scope, changed, *reading.policy, base)) return false;
  const Cycle& now = base.credential.cycle();
  Cycle cycle = now;
  if (reading.scope == ReadingScope::grace && now.expires) {
    const Certification& given = base.log[base.certification];
    const bool is_given = base.credential.cycles.size() == 1 && given.expires;
    if (!is_given) cycle.expires.reset();
    cycle.extended_from.reset();
    cycle.exam_opens.reset();
    OutOfRange origin{};
    if (!complete_term(cycle, changed, given.type, origin)) {
      out_of_range_.push_back(origin);
      return true;
    }
    if (cycle.expires == now.expires && cycle.exam_opens == now.exam_opens) return true;
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
  const Cycle& cycle = credential_.cycle();
  const Cycle& now = base.cycle();
  const bool is_doubt = credential_.status != base.status || cycle.suspends != now.suspends ||
                        !renews_alike(credential_.cycles, base.cycles);
  const bool alike = reading.reading->keeps_meaning && counts_alike(reading, base);
  const bool keeps_stale_days = reading.reading->policy->units_valid == reading.policy->units_valid;
  if (!is_doubt && alike && keeps_stale_days && cycle.expires == now.expires &&
      cycle.exam_opens == now.exam_opens) {
    return;
  }
  Alternative& one = found.emplace_back(Alternative{.credential = certification,
                                                    .reading = reading.reading,
                                                    .status = credential_.status,
                                                    .cycle = cycle,
                                                    .is_doubt = is_doubt});
  one.counts_alike = alike;
  if (is_doubt) one.renewals.assign(credential_.cycles.begin() + 1, credential_.cycles.end());
  if (alike || cycle.expired()) return;
  for (const CycleUnits::Entry& entry : reading.engine->entries()) {
    if (entry.over_limit || entry.stale) continue;
    one.counting.push_back({goes_stale(entry.date, *reading.reading->policy), entry.units});
  }
}

/// Whether the same units count toward the cycle in force.
bool Readings::counts_alike(const ReadingEngine& reading, const Credential& base) const {
  const Cycle& cycle = credential_.cycle();
  const Cycle& now = base.cycle();
  if (cycle.expired() != now.expired() || cycle.start != now.start) return false;
  if (cycle.carried != now.carried || cycle.required != now.required) return false;
  if (credential_.counted != base.counted) return false;
  const auto entries = reading.engine->entries();
  return cycle.expired() ||
         std::all_of(entries.begin(), entries.end(), [&](const CycleUnits::Entry& entry) {
           return entry.over_limit || entry.stale ||
                  base.verdicts[entry.activity].outcome == Outcome::counted;
         });
}

}  // namespace certrenew
