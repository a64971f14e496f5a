#include "generate.hpp"

#include <algorithm>
#include <string>

#include "support.hpp"

namespace certrenew::testing {

namespace {

Date shifted(Date date, int days) { return Date::from_days(date.days() + days).value_or(date); }

Date months_from(Date date, int months) { return add_months(date, months).value_or(date); }

}  // namespace

CertificationType Generator::certification_type(int number) {
  CertificationType type;
  type.name = "T" + std::to_string(number);
  if (chance(20)) type.validity_months = this->number(1, 30);
  if (chance(20)) type.grace_months = this->number(0, 4);
  const int ways = this->number(1, 7);
  if ((ways & 1) != 0)
    type.units = Units::from_hundredths(chance(80) ? 10000 : this->number(1, 5000));
  if ((ways & 2) != 0) type.exam_window_months = chance(70) ? 6 : this->number(1, 40);
  if ((ways & 4) != 0) {
    type.courses = {{0}};
    if (chance(70)) type.courses.push_back({1});
    if (chance(40)) type.courses.push_back({2});
  }
  return type;
}

Policy Generator::policy() {
  if (chance(30)) return builtin_policy();
  Policy policy;
  policy.name = "generated";
  policy.validity_months = number(1, 30);
  policy.grace_months = number(0, 6);
  if (chance(85)) policy.units_valid_months = number(1, chance(50) ? 6 : 30);
  policy.courses = {{"a"}, {"b"}, {"c"}, {"d"}};
  for (int i = 0; i < number(1, 4); ++i) {
    policy.certification_types.push_back(certification_type(i));
  }
  for (int i = 0; i < number(1, 4); ++i) {
    ActivityType& type = policy.activity_types.emplace_back();
    type.name = "a" + std::to_string(i);
    if (chance(80)) type.units = Units::whole(number(0, 60));
    if (chance(50)) type.limit = static_cast<std::uint32_t>(number(0, 4));
  }
  return policy;
}

Certification Generator::certification(const Policy& policy, int number) {
  static const std::string codes[] = {"c-0", "c-1", "c-2", "c-3", "c-4"};
  const auto types = static_cast<int>(policy.certification_types.size());
  Certification one{.code = codes[number],
                    .type = {static_cast<std::uint32_t>(this->number(0, types - 1))}};
  static const std::string_view edges[] = {"2023-12-31", "2024-02-28", "2024-02-29", "2024-03-01",
                                           "2023-08-31", "2024-01-15", "0001-01-01", "9996-11-30"};
  const Date base = day(edges[chance(95) ? this->number(0, 5) : this->number(6, 7)]);
  if (chance(65)) {
    one.earned = shifted(base, this->number(-40, 40));
    return one;
  }
  one.suspends = months_from(base, this->number(1, 30));
  if (chance(50)) one.expires = shifted(*one.suspends, this->number(0, 120));
  if (chance(50)) {
    const int validity = policy.validity_of(policy[one.type]);
    const Date earned = shifted(months_from(*one.suspends, -validity), this->number(-2, 2));
    if (earned < *one.suspends) one.earned = earned;
  }
  return one;
}

Date Generator::near_an_edge(const Log& log, const Policy& policy) {
  const auto pick =
      static_cast<std::size_t>(number(0, static_cast<int>(log.certifications.size()) - 1));
  const Certification& one = log.certifications[pick];
  const CertificationType& type = policy[one.type];
  Date date = one.earned ? *one.earned : months_from(*one.suspends, -policy.validity_of(type));
  if (!log.activities.empty() && chance(60)) {
    date = log.activities[static_cast<std::size_t>(
                              number(0, static_cast<int>(log.activities.size()) - 1))]
               .date;
  }
  switch (number(0, 5)) {
    case 0: date = months_from(date, policy.validity_of(type)); break;
    case 1: date = months_from(date, policy.validity_of(type) + policy.grace_of(type)); break;
    case 2: date = months_from(date, policy.units_valid_months.value_or(1)); break;
    case 3: date = shifted(date, number(0, 200)); break;
    default: break;
  }
  return shifted(date, number(-1, 1));
}

Activity Generator::activity(const Log& log, const Policy& policy) {
  const auto index_below = [&](std::size_t size) {
    return static_cast<std::uint32_t>(number(0, static_cast<int>(size) - 1));
  };
  Activity one{.date = near_an_edge(log, policy)};
  if (chance(25)) {
    Exam exam{.passed = chance(85)};
    exam.certification = {index_below(log.certifications.size())};
    one.what = exam;
    return one;
  }
  Work work{.type = {index_below(policy.activity_types.size())}};
  const auto usual = policy[work.type].units;
  constexpr int odd[] = {0, 1, 3333, 5000, 9999, 10000, 10001, 25000};
  work.units = usual && chance(60) ? *usual : Units::from_hundredths(odd[number(0, 7)]);
  if (!policy.courses.empty() && chance(50)) work.course = {index_below(policy.courses.size())};
  one.what = work;
  if (chance(30)) one.entered = {PortalEntry::State::on_date, shifted(one.date, number(0, 800))};
  return one;
}

Log Generator::log(const Policy& policy) {
  Log log;
  for (int i = 0; i < number(1, 4); ++i) log.certifications.push_back(certification(policy, i));
  for (int i = 0; i < number(0, 30); ++i) {
    const Activity one = activity(log, policy);
    for (int j = 0; j < (chance(15) ? number(2, 5) : 1); ++j) log.activities.push_back(one);
  }
  return log;
}

Date Generator::as_of(const Log& log) {
  if (log.activities.empty() || chance(20)) return day("2026-06-01");
  Date last = log.activities.front().date;
  for (const Activity& one : log.activities) last = std::max(last, one.date);
  return shifted(last, chance(50) ? 0 : number(-400, 800));
}

}  // namespace certrenew::testing
