// Reads any bytes as a log (or as a policy, a NUL and a log), answers it, and prints the answer in
// every format. The JSON must match its schema, no output may control a terminal, and the order of
// the log must not change a date.

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "certrenew/plan.hpp"
#include "embedded.hpp"
#include "report/calendar.hpp"
#include "report/page.hpp"
#include "report/plan.hpp"
#include "report/reports.hpp"
#include "require.hpp"
#include "schema.hpp"
#include "timeline/timeline.hpp"

using namespace certrenew;
using fuzz::require;
using fuzz::require_harmless;
using print::Format;

namespace {

constexpr report::Origin origin{.name = "fuzz\n,:%.json"};

/// Returns an as-of date near the dates of the log. It depends on nothing but the input.
Date as_of_for(const Log& log, std::size_t size) {
  Date day = *Date::parse("2026-01-01");
  if (!log.activities.empty()) day = log.activities[size % log.activities.size()].date;
  return Date::from_days(day.days() + static_cast<int>(size % 3 * 400)).value_or(day);
}

std::string printed(const print::Report& report, const print::Frame& frame, Format format) {
  print::Sink sink;
  const print::Printer printer = print::printer_for(format, frame);
  printer.begin(sink);
  printer.print(sink, report);
  printer.end(sink, true, 0);
  return sink.text;
}

void check_json(const print::Report& report, const print::Frame& frame,
                const fuzz::Schema& schema) {
  const std::string indented = printed(report, frame, Format::json);
  const std::string one_line = printed(report, frame, Format::ndjson);
  fuzz::require_spelled(indented, "JSON");
  require(std::count(one_line.begin(), one_line.end(), '\n') == 1, "one line");
  const auto parsed = fuzz::Json::parse(indented);
  require(parsed == fuzz::Json::parse(one_line), "both layouts say the same");
  require(schema.accepts(parsed), "the schema accepts it");
}

/// In every format.
void check_report(const print::Report& report, const print::Frame& frame,
                  const fuzz::Schema& schema) {
  check_json(report, frame, schema);
  for (const Format format : {Format::table, Format::markdown, Format::html}) {
    require_harmless(printed(report, frame, format), "text for people");
  }
  if (!frame.csv.columns.empty()) require_harmless(printed(report, frame, Format::csv), "CSV");
}

const fuzz::Schema& schema(std::string_view name) {
  static std::map<std::string, fuzz::Schema, std::less<>> schemas;
  const auto found = schemas.find(name);
  if (found != schemas.end()) return found->second;
  const auto& all = embedded::schemas;
  const auto file = std::find_if(all.begin(), all.end(),
                                 [&](const embedded::File& one) { return one.name == name; });
  require(file != all.end(), "a schema that does not exist");
  return schemas.emplace(name, fuzz::Schema{file->text}).first->second;
}

void check_calendar(const Answer& answer) {
  print::Sink sink;
  std::string warnings;
  report::Calendar{{90, 0}}.add(sink, warnings, origin, answer);
  require_harmless(sink.text, "calendar");
  for (std::string_view rest = sink.text; !rest.empty();) {
    const std::size_t end = rest.find("\r\n");
    require(end != std::string_view::npos && end > 0 && end <= 75, "a line of a calendar");
    require(rest.substr(0, end).find_first_of("\r\n") == std::string_view::npos,
            "a line of a calendar");
    require_harmless(rest.substr(0, end), "a line of a calendar");
    rest.remove_prefix(end + 2);
  }
}

void check_reports(const Answer& answer) {
  check_report(report::StatusReport{origin, answer}, report::status_frame, schema("status"));
  check_report(report::ExplainReport{origin, answer}, report::explain_frame, schema("explain"));
  const Plan plan = make_plan(answer);
  check_report(report::PlanReport{origin, answer, plan}, report::plan_frame, schema("plan"));
  const std::vector<Remark> found = findings(answer);
  const report::CheckReport check{origin, answer, found};
  check_report(check, report::check_frame, schema("check"));
  const std::string annotations = printed(check, report::check_frame, Format::github);
  require_harmless(annotations, "annotations");
  require(std::count(annotations.begin(), annotations.end(), '\n') ==
              static_cast<std::ptrdiff_t>(found.size()),
          "one annotation for each finding");

  std::string lines;
  for (const Remark& notice : notices(answer)) {
    print::append_remark(lines, report::line_of(origin, notice));
  }
  report::append_left_out(lines, origin, plan);
  require_harmless(lines, "notices");
}

/// What is said of many logs, here of the same log twice.
void check_lists(const Answer& answer) {
  Summary summary;
  report::DueList due{std::nullopt};
  HolderCount count{"ACP-120"};
  for (const std::size_t input : {std::size_t{0}, std::size_t{1}}) {
    summary.add(answer);
    due.add(origin, answer, input);
    count.add(answer);
  }
  due.sort();
  const report::SummaryReport::Scope scope{.as_of = answer.as_of()};
  check_report(report::SummaryReport{summary, scope}, report::summary_frame, schema("summary"));
  check_report(report::DueReport{due, answer.as_of()}, report::due_frame, schema("due"));
  const report::TooFewReport too_few{{{.holders = &count, .least = 3}}, answer.as_of()};
  check_report(too_few, report::check_frame, schema("check"));
  const print::Frame page = report::page_frame();
  const report::OverviewReport overview{summary, due, {.as_of = answer.as_of()}};
  require_harmless(printed(overview, page, Format::html), "the overview of a page");
  const report::PersonReport person{origin, answer, "-1"};
  require_harmless(printed(person, page, Format::html), "a person of a page");
}

void check_pictures(const Answer& answer) {
  const timeline::Heading heading{.who = report::holder_of(answer),
                                  .origin = report::describe(origin, answer)};
  const timeline::Span from_today{.from = answer.as_of(), .to = std::nullopt};
  for (const bool ascii : {false, true}) {
    print::Sink sink;
    timeline::draw_text(sink, answer, heading, ascii ? from_today : timeline::Span{},
                        {.colored = false, .width = 80, .ascii = ascii});
    require_harmless(sink.text, "a picture in a terminal");
    require(!ascii || std::all_of(sink.text.begin(), sink.text.end(),
                                  [](unsigned char c) { return c < 0x80; }),
            "ASCII");
  }
  print::Sink sink;
  timeline::draw_svg(sink, answer, heading, {});
  require_harmless(sink.text, "SVG");
}

bool is_same(const Doubt& a, const Doubt& b) {
  return a.reading == b.reading && a.status == b.status && a.suspends == b.suspends &&
         a.expires == b.expires && a.renewals.size() == b.renewals.size();
}

/// The dates and doubts of the log turned round are those of `before`.
void check_order(const Answer& before) {
  Log turned;
  turned.certifications = before.log().certifications;
  turned.activities.assign(before.log().activities.rbegin(), before.log().activities.rend());
  const auto answered = answer_log(std::move(turned), before.policies(), before.as_of());
  const Answer& after = std::get<Answer>(answered);
  for (std::size_t i = 0; i < before.credentials().size(); ++i) {
    const CredentialAnswer a = before.credentials()[i];
    const CredentialAnswer b = after.credentials()[i];
    require(a.status() == b.status() && a.cycles().size() == b.cycles().size() &&
                a.needed_on(before.as_of()) == b.needed_on(before.as_of()) &&
                a.suspends() == b.suspends() && a.expires() == b.expires(),
            "the order of the log changes a date");
    require(std::equal(a.doubts().begin(), a.doubts().end(), b.doubts().begin(), b.doubts().end(),
                       is_same),
            "the order of the log changes a doubt");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest{reinterpret_cast<const char*>(data), size};
  Policies policies = builtin_policies();
  if (const std::size_t nul = rest.find('\0'); nul != std::string_view::npos) {
    auto read = read_policy(rest.substr(0, nul));
    if (auto* const own = std::get_if<Policy>(&read)) policies.put(std::move(*own));
    rest.remove_prefix(nul + 1);
  }
  auto result = read_log(rest, policies);
  if (const auto* const errors = std::get_if<Errors>(&result)) {
    fuzz::require_sound(*errors, rest);
    return 0;
  }
  Log& log = std::get<Log>(result);
  const Date as_of = as_of_for(log, size);
  const auto answered = answer_log(std::move(log), policies, as_of);
  if (const auto* const errors = std::get_if<Errors>(&answered)) {
    fuzz::require_sound(*errors, rest);
    return 0;
  }
  const Answer& answer = std::get<Answer>(answered);
  check_reports(answer);
  check_lists(answer);
  check_calendar(answer);
  check_pictures(answer);
  check_order(answer);
  return 0;
}
