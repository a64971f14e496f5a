// The columns of CSV as a projection of the JSON.

#include "catch.hpp"
#include "recording.hpp"
#include "report/reports.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

const report::Origin origin{.name = "roster.ndjson", .line = 17};

/// A log with a value for every column.
Answer full_answer() {
  LogBuilder log;
  log.suspends("ACP-620", "2026-01-01", "2026-04-01").cw("2025-06-01", 10);
  Log taken = log.take();
  taken.candidate = Candidate{.id = "ACAD0123456", .name = "Example Holder"};
  return std::get<Answer>(answer_log(std::move(taken), builtin_policies(), day("2025-12-15")));
}

/// The columns that name no member of the report's JSON, or one that comes too late for its row.
Lines wrong_columns(const print::Report& report, const print::Frame& frame) {
  RecordingJson json;
  report.write(json);
  Lines wrong;
  for (const print::CsvColumn& column : frame.csv.columns) {
    const std::string path{column.path};
    if (!json.scalars.contains(path) || json.after_lists.contains(path)) wrong.push_back(path);
  }
  return wrong;
}

}  // namespace

TEST_CASE("Every CSV column of status names a member of its JSON") {
  const Answer answer = full_answer();
  CHECK(wrong_columns(report::StatusReport{origin, answer}, report::status_frame) == Lines{});
}

TEST_CASE("Every CSV column of explain names a member of its JSON") {
  const Answer answer = full_answer();
  CHECK(wrong_columns(report::ExplainReport{origin, answer}, report::explain_frame) == Lines{});
}

TEST_CASE("Every CSV column of check names a member of its JSON") {
  const Answer answer = full_answer();
  const report::CheckReport check{origin, answer, findings(answer, {.within = 10'000})};
  CHECK(wrong_columns(check, report::check_frame) == Lines{});
}

TEST_CASE("Every CSV column of a summary names a member of its JSON") {
  Summary summary;
  summary.add(full_answer());
  const report::SummaryReport report{summary, {.as_of = day("2025-12-15"), .invalid = 0}};
  CHECK(wrong_columns(report, report::summary_frame) == Lines{});
}

TEST_CASE("The scalars of every object that CSV has columns for stand before its lists") {
  const Answer answer = full_answer();
  RecordingJson json;
  SECTION("status") { report::StatusReport{origin, answer}.write(json); }
  SECTION("explain") { report::ExplainReport{origin, answer}.write(json); }
  json.after_lists.erase("doubts.message");
  CHECK(json.after_lists == std::set<std::string>{});
}
