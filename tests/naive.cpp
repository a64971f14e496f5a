#include "naive.hpp"

#include <algorithm>
#include <set>

#include "naive_certification.hpp"

namespace certrenew::testing {

namespace {

/// Whether all that `one` may renew with are among those that have gone through C7.
bool may_go(const NaiveCertification& one, const NaiveProgramme& all,
            const std::set<Index<Certification>>& gone) {
  return std::all_of(all.begin(), all.end(), [&](const NaiveCertification& other) {
    const auto& with = one.type().renewed_with;
    return std::find(with.begin(), with.end(), other.type_index()) == with.end() ||
           gone.count(other.index()) > 0;
  });
}

/// C7, until nothing changes: one after the other, as what it may renew with has gone through it.
void renew_with_others(NaiveProgramme& all, Date day) {
  std::set<Index<Certification>> gone;
  while (gone.size() < all.size()) {
    for (NaiveCertification& one : all) {
      if (gone.count(one.index()) > 0 || !may_go(one, all, gone)) continue;
      one.renew_with(day, all);
      gone.insert(one.index());
    }
  }
}

/// E3.
void go_through(NaiveProgramme& all, Date day) {
  for (NaiveCertification& one : all) one.expire(day);
  for (NaiveCertification& one : all) one.exams(day, all);
  std::vector<bool> held_back;
  for (const NaiveCertification& one : all) {
    held_back.push_back(one.type().units && one.type().units->highest_only &&
                        one.is_below_another(day, all));
  }
  for (std::size_t i = 0; i < all.size(); ++i) all[i].units(day, held_back[i]);
  for (NaiveCertification& one : all) one.courses(day);
  renew_with_others(all, day);
}

/// Runs the programme of `certification`, and calls `use` with that one. Without links it is run
/// alone (A2).
template <class Use>
auto run(const Log& log, const Policies& policies, Date as_of, std::size_t certification, Use use) {
  const auto programme = log.certifications[certification].programme;
  NaiveProgramme all;
  std::size_t wanted = 0;
  for (std::uint32_t i = 0; i < log.certifications.size(); ++i) {
    if (i == certification) wanted = all.size();
    const bool takes_part = log.certifications[i].programme == programme &&
                            (i == certification || policies[*programme].is_linked());
    if (takes_part) all.emplace_back(log, policies, as_of, i);
  }
  std::set<Date> days;
  for (const NaiveCertification& one : all) one.add_days(days);
  for (const Date day : days) go_through(all, day);
  for (NaiveCertification& one : all) one.finish();
  return use(all[wanted]);
}

}  // namespace

std::optional<NaiveAnswer> naive_untracked(const Log& log, const Policies& policies, Date as_of,
                                           std::size_t certification) {
  try {
    return run(log, policies, as_of, certification,
               [](const NaiveCertification& one) { return std::optional{one.answer()}; });
  } catch (const NaiveCertification::NoAnswer&) {
    return std::nullopt;
  }
}

std::optional<Units> naive_needed_as_it_stands(const Log& log, const Policies& policies, Date as_of,
                                               std::size_t certification, Date day) {
  return run(log, policies, as_of, certification,
             [&](const NaiveCertification& one) { return one.needed_on(day); });
}

}  // namespace certrenew::testing
