// What goes beyond one certification under one policy: readings, designations, safe days.

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "naive.hpp"
#include "support.hpp"

namespace certrenew::testing {

namespace {

/// P2.
NaiveAnswer tracked(const Log& log, Date as_of, std::size_t which) {
  const Certification& one = log.certifications[which];
  const Index<Certification> index{static_cast<std::uint32_t>(which)};
  Renewals words{as_of};
  for (std::size_t i = 0; i < log.activities.size(); ++i) {
    const Activity& activity = log.activities[i];
    const Exam* const exam = activity.exam();
    bool duplicate = false;
    for (std::size_t j = 0; j < i && exam && activity.title; ++j) {
      const Activity& other = log.activities[j];
      duplicate =
          duplicate || (other.exam() && !other.rejected && other.title == activity.title &&
                        other.date == activity.date && other.exam()->passed == exam->passed &&
                        other.exam()->certification == exam->certification);
    }
    Outcome& outcome = words.verdicts.emplace_back().outcome;
    if (activity.date > as_of) {
      outcome = Outcome::planned;
    } else if (activity.rejected) {
      outcome = Outcome::rejected;
    } else if (!exam || (exam->certification && log[*exam->certification].programme)) {
      outcome = Outcome::other_programme;
    } else if (duplicate) {
      outcome = Outcome::duplicate;
    } else if (exam->certification != index) {
      outcome = Outcome::other_certification;
    } else {
      outcome = exam->passed ? Outcome::not_required : Outcome::failed;
    }
  }
  words.credentials.emplace_back().verdicts = words.verdicts;
  const Status status = one.earned && as_of < *one.earned        ? Status::upcoming
                        : one.expires && *one.expires <= as_of   ? Status::expired
                        : one.suspends && *one.suspends <= as_of ? Status::suspended
                                                                 : Status::active;
  return {.status = status, .outcomes = outcomes(words)};
}

/// `policies` with one of them replaced.
Policies with_replaced(const Policies& policies, Index<Policy> programme, const Policy& changed) {
  Policies all;
  for (std::uint32_t i = 0; i < policies.in_force(); ++i) {
    all.put(i == programme.at ? changed : policies[{i}]);
  }
  return all;
}

/// The name of the type of a certification that the log gives no type for.
std::string type_name(std::string_view code, const Policy& policy) {
  const auto listed = policy.find_certification(code);
  if (listed && policy[*listed].type) return policy[*policy[*listed].type].name;
  return std::string{code.substr(0, code.find('-'))};
}

/// What `log` means under a policy that gives its texts another meaning. Nothing where it would be
/// an error.
std::optional<Log> read_again(const Log& log, Index<Policy> programme, const Policy& policy) {
  Log again = copy(log);
  for (Certification& one : again.certifications) {
    if (one.programme != programme) continue;
    const std::string name =
        one.given_type ? std::string{*one.given_type} : type_name(one.code, policy);
    const auto type = policy.find_certification_type(name);
    if (!type) return std::nullopt;
    one.type = *type;
    one.listed = policy.find_certification(one.code);
  }
  for (Activity& one : again.activities) {
    Work* const work = std::get_if<Work>(&one.what);
    if (work == nullptr) continue;
    std::vector<Worth> also{work->also.begin(), work->also.end()};
    std::vector<Worth*> all;
    if (work->worth) all.push_back(&*work->worth);
    for (Worth& worth : also) all.push_back(&worth);
    for (Worth* const worth : all) {
      if (worth->programme != programme) continue;
      const auto type = policy.find_activity_type(work->type);
      if (!type) return std::nullopt;
      worth->type = *type;
      worth->course = work->course ? policy.find_course(*work->course) : std::nullopt;
      if (work->states_units) continue;
      const auto units = policy[*type].units.on(one.date);
      if (!units) return std::nullopt;
      worth->units = *units;
    }
    work->also = again.keep(std::span<const Worth>{also});
  }
  return again;
}

/// Calls `use` with each reading of the policy of `programme`, the log, and the policies under it.
template <class Use>
void for_each_reading(const Log& log, const Policies& policies, Date as_of, Index<Policy> programme,
                      Use use) {
  for (const NaiveReading& one : naive_readings(log, policies, as_of, programme)) {
    use(*one.reading, one.log, one.policies);
  }
}

/// Day and kind of each renewal.
std::vector<std::pair<Date, CycleStart>> renewals(const std::vector<Cycle>& cycles) {
  std::vector<std::pair<Date, CycleStart>> all;
  for (std::size_t i = 1; i < cycles.size(); ++i) {
    all.emplace_back(cycles[i].began_on, cycles[i].began_by);
  }
  return all;
}

/// The earliest of `days` that is not before `as_of`.
std::optional<Date> earliest(const std::vector<Date>& days, Date as_of) {
  std::optional<Date> found;
  for (const Date day : days) {
    if (day >= as_of && (!found || day < *found)) found = day;
  }
  return found;
}

}  // namespace

std::optional<NaiveAnswer> naive(const Log& log, const Policies& policies, Date as_of,
                                 std::size_t certification) {
  return log.certifications[certification].programme
             ? naive_untracked(log, policies, as_of, certification)
             : tracked(log, as_of, certification);
}

std::vector<NaiveReading> naive_readings(const Log& log, const Policies& policies, Date as_of,
                                         Index<Policy> programme) {
  std::vector<NaiveReading> readings;
  for (const Reading& reading : policies[programme].readings) {
    Policies changed = with_replaced(policies, programme, *reading.policy);
    auto read = reading.keeps_meaning ? std::optional{copy(log)}
                                      : read_again(log, programme, *reading.policy);
    if (!read) continue;
    bool all = true;
    for (std::size_t i = 0; i < log.certifications.size(); ++i) {
      all = all && naive(*read, changed, as_of, i);
    }
    if (all) readings.push_back({&reading, std::move(*read), std::move(changed)});
  }
  return readings;
}

std::vector<std::string> naive_doubts(const Log& log, const Policies& policies, Date as_of,
                                      std::size_t certification) {
  std::vector<std::string> lines;
  const Certification& one = log.certifications[certification];
  if (!one.programme) return lines;
  const NaiveAnswer base = naive(log, policies, as_of, certification).value();
  for_each_reading(
      log, policies, as_of, *one.programme,
      [&](const Reading& reading, const Log& read, const Policies& changed) {
        const NaiveAnswer other = naive(read, changed, as_of, certification).value();
        const Cycle& last = other.all_cycles.back();
        if (other.status == base.status && last.suspends == base.all_cycles.back().suspends &&
            renewals(other.all_cycles) == renewals(base.all_cycles)) {
          return;
        }
        lines.push_back(doubt_line(one.code, reading.id, other.status, last.suspends, last.expires,
                                   std::span{other.all_cycles}.subspan(1)));
      });
  return lines;
}

std::vector<std::string> naive_designations(const Log& log, const Policies& policies, Date as_of) {
  std::vector<std::string> lines;
  for (std::uint32_t p = 0; p < policies.in_force(); ++p) {
    const Policy& policy = policies[{p}];
    for (const Designation& one : policy.designations) {
      DesignationAnswer answer{.designation = &one, .policy = &policy};
      bool any = false;
      std::set<Date> ends;
      std::vector<std::optional<Date>> active;  // until when
      for (const std::string& code : one.of) {
        const auto listed = policy.find_certification(code);
        bool is_active = false;
        for (std::size_t i = 0; i < log.certifications.size(); ++i) {
          const Certification& held = log.certifications[i];
          const bool same =
              held.code == code || (listed && policy.find_certification(held.code) == listed);
          if (held.programme != Index<Policy>{p} || !same) continue;
          any = true;
          const NaiveAnswer its = naive(log, policies, as_of, i).value();
          if (its.status != Status::active) continue;
          is_active = true;
          active.push_back(its.all_cycles.back().suspends);
          if (active.back()) ends.insert(*active.back());
        }
        if (!is_active) answer.missing.emplace_back(code);
      }
      if (!any) continue;
      answer.active = static_cast<std::uint32_t>(active.size());
      answer.held = answer.active >= one.needs;
      for (const Date day : ends) {
        const auto still = std::count_if(active.begin(), active.end(),
                                         [&](const auto& until) { return !until || *until > day; });
        if (answer.held && !answer.until && still < static_cast<std::ptrdiff_t>(one.needs)) {
          answer.until = day;
        }
      }
      lines.push_back(designation_line(answer));
    }
  }
  return lines;
}

NaiveLastDays naive_last_days(const Log& log, const Policies& policies, Date as_of,
                              std::size_t certification) {
  std::vector<Date> suspends;
  std::vector<Date> expires;
  const auto add_days = [&](std::optional<Date> suspension, std::optional<Date> expiration) {
    if (suspension && day_before(*suspension)) suspends.push_back(*day_before(*suspension));
    if (expiration && day_before(*expiration)) expires.push_back(*day_before(*expiration));
  };
  const Certification& one = log.certifications[certification];
  if (!one.programme) {
    add_days(one.suspends, one.expires);
  } else {
    const auto add_answer = [&](const NaiveAnswer& answer) {
      add_days(answer.all_cycles.back().suspends, answer.all_cycles.back().expires);
    };
    add_answer(naive(log, policies, as_of, certification).value());
    for_each_reading(log, policies, as_of, *one.programme,
                     [&](const Reading&, const Log& read, const Policies& changed) {
                       add_answer(naive(read, changed, as_of, certification).value());
                     });
  }
  return {earliest(suspends, as_of), earliest(expires, as_of)};
}

std::optional<Units> naive_needed_on(const Log& log, const Policies& policies, Date as_of,
                                     std::size_t certification, Date day) {
  const Certification& one = log.certifications[certification];
  if (!one.programme) return std::nullopt;
  const auto base = naive_needed_as_it_stands(log, policies, as_of, certification, day);
  if (!base) return std::nullopt;
  Units most = *base;
  for_each_reading(log, policies, as_of, *one.programme,
                   [&](const Reading&, const Log& read, const Policies& changed) {
                     const auto needed =
                         naive_needed_as_it_stands(read, changed, as_of, certification, day);
                     if (needed) most = std::max(most, *needed);
                   });
  return most;
}

}  // namespace certrenew::testing
