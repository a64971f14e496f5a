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

TEST_CASE("A tracked credential has its dates without advice, what never ends has no events") {
  LogBuilder log;
  log.tracked("CKA", "2025-05-02", {}, "2027-05-02").tracked("Scrum");
  const Answer answer = log.answer_as_of("2025-06-01");
  print::Sink sink;
  std::string warnings;
  report::Calendar{{}}.add(sink, warnings, {.name = "log.json"}, answer);
  CHECK(values_of("SUMMARY:", sink.text) == Lines{"CKA: last day while active", "CKA: expires"});
  CHECK(values_of("DTSTART;VALUE=DATE:", sink.text) == Lines{"20270501", "20270502"});
  CHECK(sink.text.find("renew") == std::string::npos);
}

TEST_CASE("The last day is safe, and says what the policy as it stands gives") {
  LogBuilder log;
  log.earned("ACP-120", "2021-12-15").cw("2024-09-20", 10);
  const Answer answer = log.answer_as_of("2024-10-15");
  print::Sink sink;
  std::string warnings;
  report::Calendar{{}}.add(sink, warnings, {.name = "log.json"}, answer);
  const Lines days = values_of("DTSTART;VALUE=DATE:", sink.text);
  REQUIRE(days.size() == 4);
  CHECK(days[1] == "20251214");  // by another reading its term is counted from 2023-12-15
  CHECK(days[2] == "20260920");
  std::string unfolded = sink.text;
  for (std::size_t at = 0; (at = unfolded.find("\r\n ", at)) != std::string::npos;) {
    unfolded.erase(at, 3);
  }
  CHECK(unfolded.find("as the policy reads them\\, the last day is 2026-09-19.") !=
        std::string::npos);
  CHECK(unfolded.find("by another reading that day is 2025-12-15.") != std::string::npos);
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
  CHECK(values_of("TRIGGER:", sink.text) == Lines{"-P7D", "-P91D", "-P8D"});
}

TEST_CASE("Only the last day to act has reminders, not the day after it") {
  const auto reminders = [](const LogBuilder& log) {
    print::Sink sink;
    std::string warnings;
    report::Calendar{{0}}.add(sink, warnings, {.name = "log.json"}, log.answer_as_of("2025-12-01"));
    return values_of("TRIGGER:", sink.text);
  };
  LogBuilder active;
  active.suspends("ACP-620", "2026-01-01", "2026-04-01");
  CHECK(reminders(active) == Lines{"PT0S", "-P1D"});
  LogBuilder suspended;
  suspended.suspends("ACP-620", "2025-11-01", "2026-02-01");
  CHECK(reminders(suspended) == Lines{"-P1D"});
  LogBuilder tracked;
  tracked.tracked("CKA", "2025-05-02", {}, "2027-05-02");
  CHECK(reminders(tracked) == Lines{"PT0S"});
}

TEST_CASE("The events of a removed credential are cancelled under their old UIDs") {
  LogBuilder before;
  before.suspends("ACP-620", "2026-01-01", "2026-04-01");
  print::Sink written;
  std::string warnings;
  report::Calendar{{}}.add(written, warnings, {.name = "log.json"},
                           before.answer_as_of("2025-06-01"));
  LogBuilder after;
  after.tracked("CKA", "2025-05-02", {}, "2027-05-02");
  print::Sink withdrawn;
  report::Calendar{{}}.cancel(withdrawn, after.answer_as_of("2025-07-01"), "ACP-620");
  CHECK(values_of("UID:", withdrawn.text) == values_of("UID:", written.text));
  CHECK(values_of("STATUS:", withdrawn.text) == Lines(4, "CANCELLED"));
  CHECK(std::stoi(values_of("SEQUENCE:", withdrawn.text)[0]) >
        std::stoi(values_of("SEQUENCE:", written.text)[0]));
}
