#include "generate.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support.hpp"

namespace certrenew::testing {

namespace {

constexpr std::string_view codes[] = {"c-0", "c-1", "c-2", "c-3", "c-4"};

Date shifted(Date date, int days) { return Date::from_days(date.days() + days).value_or(date); }

Date later(Date date, std::optional<Duration> by) {
  return by ? add(date, *by).value_or(date) : date;
}

Date earlier(Date date, std::optional<Duration> by) {
  return by ? subtract(date, *by).value_or(date) : date;
}

/// Where a term that begins on `date` expires, as C1 and C8 have it.
Date end_of_a_term(Date date, const CertificationType& type) {
  Date end = later(date, type.validity.on(date));
  const auto fits = [&] {
    const bool is_first = type.ends_on == EndsOn::day || end.day_of_month() == 1;
    return is_first && (type.ends_on != EndsOn::year || end.month() == 1);
  };
  for (int i = 0; i < 366 && !fits(); ++i) end = shifted(end, 1);
  return later(end, type.grace.on(date));
}

bool ever_null(const Series<std::optional<Duration>>& series) {
  return !series.first || std::any_of(series.later.begin(), series.later.end(),
                                      [](const auto& step) { return !step.value; });
}

}  // namespace

Date Generator::day_of_change() { return shifted(day("2024-03-01"), number(-200, 900)); }

Duration Generator::duration(int least, int most) {
  const int months = number(least, most);
  return chance(70) ? Duration::months(months)
                    : Duration::days(std::max(months * 30 + number(-5, 5), least > 0 ? 1 : 0));
}

template <class Value, class Make>
Series<Value> Generator::series(Make make) {
  Series<Value> made{make()};
  if (chance(85)) return made;
  const Date from = day_of_change();
  made.later.push_back({from, make()});
  if (chance(30)) made.later.push_back({shifted(from, number(1, 300)), make()});
  return made;
}

Anchor Generator::anchor() {
  if (chance(60)) return Anchor::renewal;
  return chance(50) ? Anchor::earlier : Anchor::end;
}

Units Generator::required() { return Units::from_hundredths(chance(80) ? 10000 : number(1, 5000)); }

CarryOver Generator::carry_over(std::size_t activity_types) {
  CarryOver made;
  made.at_most = series<Units>([&] { return Units::from_hundredths(number(1, 15000)); });
  if (chance(50)) {
    made.from_last = series<std::optional<Duration>>([&] { return duration(0, 6); });
  }
  if (chance(30)) made.types = {{below(activity_types)}};
  return made;
}

CertificationType Generator::certification_type(const Policy& policy, int number) {
  CertificationType type;
  type.name = "T" + std::to_string(number);
  const bool for_ever = chance(5);
  const bool is_short = chance(15);  // so that a cycle begun in grace may be over as it begins
  type.validity = series<std::optional<Duration>>([&]() -> std::optional<Duration> {
    if (for_ever) return std::nullopt;
    return is_short ? Duration::days(this->number(1, 60)) : duration(1, 30);
  });
  type.grace = series<Duration>([&] { return duration(0, 6); });
  if (chance(20)) type.ends_on = chance(80) ? EndsOn::month : EndsOn::year;
  type.first_day_counts = chance(80);
  if (chance(35)) type.carry_over = carry_over(policy.activity_types.size());
  const int ways = this->number(1, 7);
  if ((ways & 1) != 0) {
    type.units = UnitsWay{series<Units>([&] { return required(); }), anchor()};
  }
  if ((ways & 2) != 0) {
    type.exam = ExamWay{};
    type.exam->anchor = anchor();
    type.exam->window = series<std::optional<Duration>>([&]() -> std::optional<Duration> {
      if (chance(20)) return std::nullopt;
      return chance(60) ? Duration::months(6) : duration(0, 40);
    });
  }
  if ((ways & 4) != 0) {
    type.courses = CoursesWay{{{0}}, anchor()};
    if (chance(70)) type.courses->all.push_back({1});
    if (chance(40)) type.courses->all.push_back({2});
  }
  return type;
}

void Generator::list_certifications(Policy& policy) {
  for (const std::string_view code : codes) {
    if (chance(60)) continue;
    ListedCertification& one = policy.certifications.emplace_back();
    one.code = code;
    if (chance(60)) one.retired = day_of_change();
  }
  for (int i = 0; i < number(0, 2); ++i) {
    Designation& one = policy.designations.emplace_back();
    one.name = "D" + std::to_string(i);
    for (const std::string_view code : codes) {
      if (chance(70)) one.of.emplace_back(code);
    }
    if (one.of.empty()) one.of.emplace_back(codes[0]);
    one.needs = static_cast<std::uint32_t>(number(1, static_cast<int>(one.of.size())));
  }
}

void Generator::link(Policy& policy) {
  auto& types = policy.certification_types;
  const bool upward = chance(50);  // without circles: from the lesser to the greater, or back
  for (std::uint32_t i = 0; i < types.size(); ++i) {
    types[i].renewed_with.clear();
    if (!types[i].units && chance(50)) types[i].units = UnitsWay{{required()}, anchor()};
    if (types[i].units) types[i].units->highest_only = false;
    if (types[i].exam) types[i].exam->of.clear();
    for (std::uint32_t j = 0; j < types.size(); ++j) {
      if (i != j && (i < j) == upward && chance(70)) types[i].renewed_with.push_back({j});
      if (types[i].exam && chance(25)) types[i].exam->of.push_back({j});
    }
    if (types[i].units && !types[i].renewed_with.empty()) {
      types[i].units->highest_only = chance(50);
    }
  }
}

void Generator::change(Policy& policy, Links links) {
  CertificationType& type = policy.certification_types[below(policy.certification_types.size())];
  switch (number(0, 10)) {
    case 0: type.grace = Series<Duration>{duration(0, 6)}; break;
    case 1:
      if (!ever_null(type.validity)) type.validity.first = duration(1, 30);
      break;
    case 2: policy.units_valid = {}; break;
    case 3: policy.units_valid = Series<std::optional<Duration>>{duration(1, 24)}; break;
    case 4: policy.units_from = day_of_change(); break;
    case 5: type.first_day_counts = !type.first_day_counts; break;
    case 6: type.carry_over = carry_over(policy.activity_types.size()); break;
    case 7:
      if (type.units) type.units->required = Series<Units>{required()};
      break;
    case 8: type.ends_on = chance(50) ? EndsOn::month : EndsOn::day; break;
    case 9:
      if (links == Links::some && chance(50)) link(policy);
      break;
    default:
      if (type.units) type.units->anchor = anchor();
      if (type.exam) type.exam->anchor = anchor();
      if (type.courses) type.courses->anchor = anchor();
  }
}

Reading Generator::reading(const Policy& policy, int number, Links links) {
  Policy changed = policy;
  changed.readings.clear();
  change(changed, links);
  return {.id = "r" + std::to_string(number),
          .rule = "C1",
          .says = "it is so",
          .where = "somewhere",
          .policy = std::make_shared<const Policy>(std::move(changed))};
}

Policy Generator::policy(Links links) {
  if (chance(25)) return builtin_policy();
  Policy policy;
  policy.name = "generated";
  if (chance(85)) {
    policy.units_valid =
        series<std::optional<Duration>>([&] { return duration(1, chance(50) ? 6 : 30); });
  }
  if (chance(15)) policy.units_from = day_of_change();
  policy.courses = {{"a"}, {"b"}, {"c"}, {"d"}};
  for (int i = 0; i < number(1, 4); ++i) {
    ActivityType& type = policy.activity_types.emplace_back();
    type.name = "a" + std::to_string(i);
    if (chance(80)) {
      type.units = series<std::optional<Units>>([&] { return Units::whole(number(0, 60)); });
    }
    if (chance(50)) {
      type.limit = series<std::optional<std::uint32_t>>(
          [&] { return static_cast<std::uint32_t>(number(0, 4)); });
    }
  }
  for (int i = 0; i < number(1, 4); ++i) {
    policy.certification_types.push_back(certification_type(policy, i));
  }
  if (links == Links::some && chance(40)) link(policy);
  list_certifications(policy);
  for (int i = 0; i < (chance(40) ? number(1, 2) : 0); ++i) {
    Extension one{
        .from = day_of_change(), .to = Date::first(), .until = Date::first(), .types = {}};
    one.to = shifted(one.from, number(0, 300));
    one.until = shifted(one.to, number(1, 200));
    if (chance(30)) one.types = {{below(policy.certification_types.size())}};
    policy.extensions.push_back(one);
  }
  for (int i = 0; i < number(0, 3); ++i) policy.readings.push_back(reading(policy, i, links));
  return policy;
}

Policies Generator::policies(Links links) {
  Policies all{policy(links)};
  if (chance(70)) return all;
  Policy second = policy(links);
  second.name = "second";
  for (Reading& one : second.readings) {
    Policy changed = *one.policy;
    changed.name = second.name;
    one.policy = std::make_shared<const Policy>(std::move(changed));
  }
  all.put(std::move(second));
  return all;
}

Certification Generator::tracked(Certification one) {
  one.programme.reset();
  one.type = {};
  one.listed.reset();
  const Date base = day_of_change();
  if (chance(50)) one.earned = base;
  if (chance(50)) one.suspends = shifted(base, number(1, 400));
  if (chance(50)) one.expires = shifted(one.suspends.value_or(shifted(base, 1)), number(0, 200));
  return one;
}

Certification Generator::certification(const Policies& policies, int number) {
  Certification one{.code = codes[number]};
  if (chance(8)) return tracked(one);
  one.programme = Index<Policy>{below(policies.in_force())};
  const Policy& policy = policies[*one.programme];
  one.type = {below(policy.certification_types.size())};
  one.given_type = policy[one.type].name;
  one.listed = policy.find_certification(one.code);
  static const std::string_view edges[] = {"2023-12-31", "2024-02-28", "2024-02-29", "2024-03-01",
                                           "2023-08-31", "2024-01-15", "0001-01-01", "9996-11-30"};
  const Date base = day(edges[chance(95) ? this->number(0, 5) : this->number(6, 7)]);
  const CertificationType& type = policy[one.type];
  if (chance(65) || ever_null(type.validity)) {
    one.earned = shifted(base, this->number(-40, 40));
    return one;
  }
  one.suspends = later(base, Duration::months(this->number(1, 30)));
  if (chance(50)) one.expires = shifted(*one.suspends, this->number(0, 120));
  if (chance(50)) {
    const auto validity = type.validity.on(*one.suspends);
    const Date earned = shifted(earlier(*one.suspends, validity), this->number(-2, 2));
    if (earned < *one.suspends) one.earned = earned;
  }
  return one;
}

Date Generator::near_an_edge(const Log& log, const Policies& policies) {
  const Certification& one = log.certifications[below(log.certifications.size())];
  const Policy& policy = policies[one.programme.value_or(Index<Policy>{})];
  const CertificationType& type = policy[one.type];
  Date date = one.earned     ? *one.earned
              : one.suspends ? earlier(*one.suspends, type.validity.on(*one.suspends))
                             : day("2024-03-01");
  if (!log.activities.empty() && chance(60)) {
    date = log.activities[below(log.activities.size())].date;
  }
  switch (number(0, 10)) {
    case 0: date = later(date, type.validity.on(date)); break;
    case 1: date = later(later(date, type.validity.on(date)), type.grace.on(date)); break;
    case 2: date = later(date, policy.units_valid.on(date)); break;
    case 3: date = shifted(date, number(0, 200)); break;
    case 4:
      if (!policy.extensions.empty()) date = policy.extensions.front().until;
      break;
    case 5:
      if (policy.units_from && chance(50)) date = *policy.units_from;
      break;
    case 6:
      if (one.listed && policy[*one.listed].retired && chance(50)) {
        date = *policy[*one.listed].retired;
      }
      break;
    case 7: date = end_of_a_term(date, type); break;
    case 8:
      if (type.exam) {
        date = earlier(end_of_a_term(date, type), type.exam->window.on(date));
      }
      break;
    default: break;
  }
  return shifted(date, number(-1, 1));
}

Work Generator::work(Log& log, const Policies& policies, Date date) {
  static const std::string_view courses[] = {"a", "b", "c", "d"};
  const Policy& first = policies[{below(policies.in_force())}];
  Work work{.type = first.activity_types[below(first.activity_types.size())].name};
  work.type = log.keep(work.type);
  if (chance(50)) work.course = courses[number(0, 3)];
  constexpr int odd[] = {0, 1, 3333, 5000, 9999, 10000, 10001, 25000};
  const Units stated = Units::from_hundredths(odd[number(0, 7)]);
  work.states_units = chance(40);
  std::vector<Worth> all;
  for (std::uint32_t i = 0; i < policies.in_force(); ++i) {
    const Policy& policy = policies[{i}];
    const auto type = policy.find_activity_type(work.type);
    if (!type || chance(15)) continue;
    work.states_units = work.states_units || !policy[*type].units.on(date);
    all.push_back({.programme = {i}, .type = *type});
    if (work.course) all.back().course = policy.find_course(*work.course);
  }
  for (Worth& worth : all) {
    const auto usual = policies[worth.programme][worth.type].units.on(date);
    worth.units = work.states_units ? stated : *usual;
  }
  if (all.empty()) return work;
  work.worth = all.front();
  all.erase(all.begin());
  work.also = log.keep(std::span<const Worth>{all});
  return work;
}

Activity Generator::activity(Log& log, const Policies& policies) {
  static const std::string_view titles[] = {"one", "two"};
  Activity one{.date = near_an_edge(log, policies)};
  if (chance(20)) one.title = titles[number(0, 1)];
  one.rejected = chance(6);
  if (chance(25)) {
    Exam exam{.passed = chance(85)};
    exam.certification = Index<Certification>{below(log.certifications.size())};
    one.what = exam;
    return one;
  }
  one.what = work(log, policies, one.date);
  if (chance(30)) one.entered = {PortalEntry::State::on_date, shifted(one.date, number(0, 800))};
  return one;
}

Log Generator::log(const Policies& policies) {
  Log log;
  bool linked = false;
  for (std::uint32_t i = 0; i < policies.in_force(); ++i) linked |= policies[{i}].is_linked();
  const int held = linked ? number(2, 5) : number(1, 4);
  for (int i = 0; i < held; ++i) {
    Certification one = certification(policies, i);
    if (one.given_type) one.given_type = log.keep(*one.given_type);
    log.certifications.push_back(one);
  }
  const int done = number(0, 30);
  for (int i = 0; i < done; ++i) {
    const Activity one = activity(log, policies);
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
