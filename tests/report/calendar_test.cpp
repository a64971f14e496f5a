// The events of a calendar.

#include "report/calendar.hpp"

#include "catch.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// The values of all lines of `calendar` that begin with `name`.
Lines values_of(std::string_view name, std::string_view calendar) {
  Lines values;
  while (!calendar.empty()) {
    const std::string_view line = calendar.substr(0, calendar.find("\r\n"));
    if (line.starts_with(name)) values.emplace_back(line.substr(name.size()));
    calendar.remove_prefix(line.size() + 2);
  }
  return values;
}

}  // namespace

TEST_CASE("A credential has an event for each of its dates") {
  LogBuilder log;
  log.suspends("ACP-620", "2026-01-01", "2026-04-01");
  const Answer answer = log.answer_as_of("2025-06-01");
  print::Sink sink;
  std::string warnings;
  report::Calendar{{}}.add(sink, warnings, {.name = "log.json"}, answer);
  CHECK(values_of("DTSTART;VALUE=DATE:", sink.text) ==
        Lines{"20251001", "20251231", "20260101", "20260401"});
  CHECK(values_of("SUMMARY:", sink.text) == Lines{"ACP-620: exam window opens",
                                                  "ACP-620: last day to renew while active",
                                                  "ACP-620: suspends", "ACP-620: expires"});
  CHECK(warnings.empty());
}

TEST_CASE("An event keeps its UID when its day changes") {
  const auto uids = [](std::string_view suspends) {
    LogBuilder log;
    log.suspends("ACP-620", suspends);
    print::Sink sink;
    std::string warnings;
    report::Calendar{{}}.add(sink, warnings, {.name = "log.json"}, log.answer_as_of("2025-06-01"));
    return values_of("UID:", sink.text);
  };
  CHECK(uids("2026-01-01") == uids("2027-06-01"));
  CHECK(uids("2026-01-01").front() == "27accf6c-f714-5198-8e52-ac95259f917f");
}

TEST_CASE("Logs that list a code for the same holder get different UIDs, and a warning") {
  LogBuilder log;
  log.suspends("ACP-620", "2026-01-01");
  const Answer answer = log.answer_as_of("2025-06-01");
  print::Sink sink;
  std::string warnings;
  report::Calendar calendar{{}};
  calendar.add(sink, warnings, {.name = "a.json"}, answer);
  CHECK(warnings.empty());
  calendar.add(sink, warnings, {.name = "b.json"}, answer);
  CHECK(warnings.starts_with("b.json: ACP-620: an earlier log"));
  const Lines uids = values_of("UID:", sink.text);
  REQUIRE(uids.size() == 8);
  CHECK(uids[0] != uids[4]);
}

TEST_CASE("Reminders are set for deadlines that lie far enough ahead") {
  LogBuilder log;
  log.suspends("ACP-620", "2026-01-01", "2026-04-01");
  print::Sink sink;
  std::string warnings;
  report::Calendar{{90, 7}}.add(sink, warnings, {.name = "log.json"},
                                log.answer_as_of("2025-12-01"));
  CHECK(values_of("TRIGGER:", sink.text) == Lines{"-P7D", "-P7D", "-P90D", "-P7D"});
}
