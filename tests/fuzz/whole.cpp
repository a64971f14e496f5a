// The whole way: a log, or a policy, a NUL and a log, are read, answered, and rendered in every
// format. What is printed as JSON is JSON that its schema accepts; nothing that is printed can
// steer a terminal; and the order of the log changes no date.

#include <algorithm>
#include <cstdint>
#include <functional>
#include <numeric>

#include "certrenew/findings.hpp"
#include "certrenew/plan.hpp"
#include "data/embedded.hpp"
#include "render/calendar.hpp"
#include "render/check.hpp"
#include "render/explain.hpp"
#include "render/plan.hpp"
#include "render/status.hpp"
#include "render/timeline.hpp"
#include "require.hpp"
#include "schema.hpp"

using namespace certrenew;
using fuzz::require;
using fuzz::require_harmless;
using fuzz::require_spelled;

namespace {

using Layout = JsonWriter::Layout;

/// A day that depends on nothing but the input, and is near its dates.
Date as_of_for(const Log& log, std::size_t size) {
  Date day = *Date::parse("2026-01-01");
  if (!log.activities.empty()) day = log.activities[size % log.activities.size()].date;
  return Date::from_days(day.days() + static_cast<int>(size % 3 * 400)).value_or(day);
}

void check_json(const fuzz::Schema& schema,
                const std::function<void(std::string&, Layout)>& render) {
  std::string indented;
  std::string one_line;
  render(indented, Layout::indented);
  render(one_line, Layout::one_line);
  require_spelled(indented, "JSON");
  require(std::count(one_line.begin(), one_line.end(), '\n') == 1, "one line");
  const auto parsed = fuzz::Json::parse(indented);
  require(parsed == fuzz::Json::parse(one_line), "both layouts say the same");
  require(schema.accepts(parsed), "the schema accepts it");
}

void check_text(const std::function<void(std::string&)>& render) {
  std::string text;
  render(text);
  require_harmless(text, "text for people");
}

void check_calendar(const Answer& answer) {
  std::string events;
  for (const std::uint32_t one : answer.shown) render_events(events, answer, one, {}, {90, 0});
  require_harmless(events, "calendar");
  for (std::string_view rest = events; !rest.empty();) {
    const std::size_t end = rest.find("\r\n");
    require(end != std::string_view::npos && end > 0 && end <= 75, "a line of a calendar");
    require(rest.substr(0, end).find_first_of("\r\n") == std::string_view::npos,
            "a line of a calendar");
    require_harmless(rest.substr(0, end), "a line of a calendar");
    rest.remove_prefix(end + 2);
  }
}

void check_answer(const Answer& answer) {
  static const fuzz::Schema status{embedded::status_schema};
  static const fuzz::Schema explain{embedded::explain_schema};
  static const fuzz::Schema plan_schema{embedded::plan_schema};
  static const fuzz::Schema check{embedded::check_schema};
  const Paper paper{};
  check_json(status, [&](auto& out, Layout layout) { render_status_json(out, answer, layout); });
  check_json(explain, [&](auto& out, Layout layout) { render_explain_json(out, answer, layout); });
  check_text([&](auto& out) { render_status_table(out, answer, paper); });
  check_text([&](auto& out) { render_status_csv(out, answer); });
  check_text([&](auto& out) { render_status_markdown(out, answer); });
  check_text([&](auto& out) { render_notices(out, answer); });
  check_text([&](auto& out) { render_explain_table(out, answer, paper); });
  check_text([&](auto& out) { render_explain_csv(out, answer); });
  check_text([&](auto& out) { render_explain_markdown(out, answer); });

  const Findings found = findings(answer.log, answer.policy, answer.renewals, {});
  check_json(check,
             [&](auto& out, Layout layout) { render_check_json(out, answer, found, layout); });
  check_text([&](auto& out) { render_check_lines(out, answer, found, paper); });
  check_text([&](auto& out) { render_check_csv(out, answer, found); });
  check_text([&](auto& out) { render_check_markdown(out, answer, found); });
  std::string annotations;
  render_check_annotations(annotations, answer, found);
  require_harmless(annotations, "annotations");
  require(static_cast<std::size_t>(std::count(annotations.begin(), annotations.end(), '\n')) ==
              found.size(),
          "one annotation a finding");

  check_calendar(answer);

  const Plan plan = make_plan(answer.log, answer.policy, answer.renewals);
  check_json(plan_schema,
             [&](auto& out, Layout layout) { render_plan_json(out, answer, plan, layout); });
  check_text([&](auto& out) { render_plan_table(out, answer, plan, paper); });
  check_text([&](auto& out) { render_plan_markdown(out, answer, plan); });
  check_text([&](auto& out) { render_left_out(out, answer, plan); });
}

void check_pictures(const Answer& answer) {
  using timeline::Characters;
  check_text([&](auto& out) { render_timeline_svg(out, answer, {}); });
  check_text([&](auto& out) {
    render_timeline_table(out, answer, {}, {.colored = false, .width = 80}, Characters::unicode);
  });
  const timeline::Span span{.from = answer.renewals.as_of, .to = std::nullopt};
  check_text([&](auto& out) {
    render_timeline_table(out, answer, span, {.colored = false, .width = 80}, Characters::ascii);
    require(std::all_of(out.begin(), out.end(), [](unsigned char c) { return c < 0x80; }), "ASCII");
  });
}

void check_order(const Log& log, const Policy& policy, const Renewals& renewals) {
  Log turned;
  turned.certifications = log.certifications;
  turned.activities.assign(log.activities.rbegin(), log.activities.rend());
  const Renewals after = calculate(turned, policy, renewals.as_of);
  for (std::size_t i = 0; i < renewals.credentials.size(); ++i) {
    const Credential& a = renewals.credentials[i];
    const Credential& b = after.credentials[i];
    require(a.status == b.status && a.counted == b.counted && a.cycles.size() == b.cycles.size() &&
                a.cycle().suspends == b.cycle().suspends && a.cycle().expires == b.cycle().expires,
            "the order of the log changes a date");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest{reinterpret_cast<const char*>(data), size};
  Policy policy = builtin_policy();
  if (const std::size_t nul = rest.find('\0'); nul != std::string_view::npos) {
    auto read = read_policy(rest.substr(0, nul));
    if (auto* const own = std::get_if<Policy>(&read)) policy = std::move(*own);
    rest.remove_prefix(nul + 1);
  }
  const std::string text{rest};
  const auto result = read_log(text, policy);
  if (const auto* const faults = std::get_if<Faults>(&result)) {
    fuzz::require_sound(*faults, text);
    return 0;
  }
  const Log& log = std::get<Log>(result);
  const Renewals renewals = calculate(log, policy, as_of_for(log, size));
  if (!renewals.out_of_range.empty()) {
    fuzz::require_sound(locate(renewals.out_of_range, text), text);
    return 0;
  }
  std::vector<std::uint32_t> shown(log.certifications.size());
  std::iota(shown.begin(), shown.end(), 0U);
  const std::vector<Notice> told = notices(log, policy, renewals);
  const Answer answer{.source = "fuzz\n,:%.json",
                      .line = std::nullopt,
                      .text = text,
                      .policy = policy,
                      .log = log,
                      .renewals = renewals,
                      .notices = told,
                      .shown = shown};
  check_answer(answer);
  check_pictures(answer);
  check_order(log, policy, renewals);
  return 0;
}
