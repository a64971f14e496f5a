// The reason of every outcome: one sentence with the dates and numbers that it rests on.

#include "catch.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::testing;

namespace {

/// The reasons for a credential, in the log's order. Repeated ones are given once.
Lines reasons(const LogBuilder& log, std::string_view on, std::size_t credential = 0) {
  const Answer answer = log.answer_as_of(on);
  Lines all;
  for (std::uint32_t i = 0; i < log.log().activities.size(); ++i) {
    std::string one = answer.credentials()[credential].activity({i}).reason();
    if (all.empty() || all.back() != one) all.push_back(std::move(one));
  }
  return all;
}

}  // namespace

TEST_CASE("The reason of a planned activity names as-of") {
  CHECK(reasons(LogBuilder{}.earned("ACP-620", "2024-01-10").cw("2025-06-02"), "2025-06-01") ==
        Lines{"2025-06-02 lies after 2025-06-01: planned, changes nothing"});
}

TEST_CASE("The reason of an exam that changes nothing says why") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").earned("ACP-120", "2024-01-10");
  log.exam("ACP-120", "2025-12-20")
      .exam("ACP-620", "2025-12-21", false)
      .exam("ACP-620", "2025-10-09");
  CHECK(reasons(log, "2026-01-01") ==
        Lines{"the exam of ACP-120 renews ACP-120 alone", "the exam of 2025-12-21 was not passed",
              "passed 2025-10-09, before the exam window from 2025-10-10 to 2026-04-09"});
}

TEST_CASE("The exam of a certification that is not listed has a reason") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").exam("ACP-999", "2025-12-20");
  CHECK(reasons(log, "2026-01-01") ==
        Lines{"the exam of a certification that this log does not list"});
}

TEST_CASE("The reason of what is not required says what renews the type") {
  LogBuilder log{various_policy()};
  log.earned("CRS-1", "2024-01-10")
      .earned("EXM-1", "2024-01-10")
      .cw("2025-01-01")
      .exam("CRS-1", "2025-01-02");
  CHECK(reasons(log, "2026-01-01", 0) ==
        Lines{"CRS certifications are renewed by specific courses, and this is not one of them",
              "CRS certifications are not renewed by an exam"});
  CHECK(reasons(log, "2026-01-01", 1).front() ==
        "EXM certifications are renewed by their exam alone");
}

TEST_CASE("The reason of what came before the cycle names its first day") {
  CHECK(reasons(LogBuilder{}.earned("ACP-520", "2025-01-15").cw("2024-06-01"), "2025-06-01") ==
        Lines{"done 2024-06-01, before ACP-520 was earned on 2025-01-15"});
  CHECK(
      reasons(LogBuilder{}.suspends("ACP-620", "2026-02-28").cw("2024-02-28").cw("2024-02-29"),
              "2025-06-01") ==
      Lines{
          "done 2024-02-28, before the first cycle that the log knows, which began on 2024-02-29",
          "done 2024-02-29, on the first day of a given cycle, which counts from the next day on"});
}

TEST_CASE("The reasons of exams tell renewing, earning, earning anew and coming second apart") {
  LogBuilder renewed;
  renewed.earned("ACP-620", "2024-01-10").exam("ACP-620", "2024-01-10");
  renewed.exam("ACP-620", "2025-12-20").exam("ACP-620", "2025-12-20");
  CHECK(reasons(renewed, "2026-01-01") ==
        Lines{"the exam that earned ACP-620 on 2024-01-10",
              "passed 2025-12-20, in the exam window from 2025-10-10 to 2026-04-09",
              "another exam had already renewed it on 2025-12-20"});
  LogBuilder anew;
  anew.earned("ACP-620", "2023-01-10").exam("ACP-620", "2025-07-01").exam("ACP-620", "2025-07-01");
  CHECK(reasons(anew, "2025-08-01") ==
        Lines{"passed 2025-07-01, after ACP-620 had expired on 2025-04-10",
              "another exam had already earned it anew on 2025-07-01"});
}

TEST_CASE("Units count until they are stale or the certification expires, whichever is first") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").cw("2024-04-09").cw("2024-04-10");
  CHECK(reasons(log, "2025-06-01") == Lines{"counts until 2026-04-09, when it is 24 months old",
                                            "counts until 2026-04-10, when ACP-620 expires"});
}

TEST_CASE("The reason of used units says when some exceed the requirement") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").cw("2024-06-01", 9).cw("2025-06-01", 2);
  CHECK(reasons(log, "2025-07-01") ==
        Lines{"part of the renewal of 2025-06-01",
              "part of the renewal of 2025-06-01; units above 100 are not carried over"});
}

TEST_CASE("The reason of what is over the limit names its number and the limit") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").done("local-event", "2024-06-01", 5);
  log.done("global-event", "2024-07-01", 2);
  CHECK(reasons(log, "2025-06-01") == Lines{"counts until 2026-04-10, when ACP-620 expires",
                                            "5th local event of this cycle; 4 count",
                                            "counts until 2026-04-10, when ACP-620 expires",
                                            "2nd global event of this cycle; 1 counts"});
}

TEST_CASE("Numbers over the limit are English ordinals") {
  LogBuilder log{various_policy()};
  log.earned("UNI-1", "2024-01-10").done("event", "2024-06-01", 23, 0);
  const Answer answer = log.answer_as_of("2024-07-01");
  const auto why = [&](std::uint32_t nth) {
    const std::string words = answer.credentials()[0].activity({nth - 1}).reason();
    return words.substr(0, words.find(' '));
  };
  CHECK(why(2) == "2nd");
  CHECK(why(3) == "3rd");
  CHECK(why(4) == "4th");
  CHECK(why(11) == "11th");
  CHECK(why(12) == "12th");
  CHECK(why(13) == "13th");
  CHECK(why(20) == "20th");
  CHECK(why(21) == "21st");
  CHECK(why(22) == "22nd");
  CHECK(why(23) == "23rd");
}

TEST_CASE("The reason of stale units says by when they were stale") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").cw("2024-02-01").cw("2025-05-05", 8);
  CHECK(reasons(log, "2026-03-01").front() ==
        "24 months old on 2026-02-01, so stale on 2026-03-01");
  CHECK(reasons(log, "2026-05-01").front() ==
        "24 months old on 2026-02-01, so stale when the cycle expired on 2026-04-10");
  log.cw("2026-02-20", 2);
  CHECK(
      reasons(log, "2026-03-01").front() ==
      "24 months old on 2026-02-01, so stale when the cycle was renewed by CE units on 2026-02-20");
}

TEST_CASE("The reasons of superseded, lapsed and late units name the end of the cycle") {
  LogBuilder superseded;
  superseded.earned("ACP-620", "2024-01-10").cw("2025-06-01", 5).exam("ACP-620", "2025-12-20");
  CHECK(reasons(superseded, "2026-01-09").front() ==
        "the cycle was renewed by its exam on 2025-12-20; nothing of it is carried over");
  LogBuilder lapsed;
  lapsed.suspends("ACP-620", "2026-01-01", "2026-04-01").cw("2025-06-01", 9).cw("2026-04-01");
  CHECK(reasons(lapsed, "2026-06-01") ==
        Lines{"in a cycle that expired on 2026-04-01, not renewed",
              "done 2026-04-01, after ACP-620 had expired on 2026-04-01"});
}

TEST_CASE("The reason of a course names it") {
  LogBuilder log{various_policy()};
  log.earned("CRS-1", "2024-01-10").course("a", "2024-06-01").course("a", "2024-06-02");
  CHECK(reasons(log, "2024-07-01") ==
        Lines{"completes \"a\"; counts until 2026-04-10, when CRS-1 expires",
              "\"a\" was already completed on 2024-06-01"});
  log.course("b", "2024-08-01");
  CHECK(reasons(log, "2024-09-01") == Lines{"completed \"a\" for the renewal of 2024-08-01",
                                            "\"a\" was already completed on 2024-06-01",
                                            "completed \"b\" for the renewal of 2024-08-01"});
}

TEST_CASE("Only what was added to a total has one") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").cw("2023-01-01").cw("2024-06-01").cw("2024-07-01");
  log.exam("ACP-620", "2025-12-20");
  const Answer answer = log.answer_as_of("2026-01-01");
  const auto total = [&](std::uint32_t activity) {
    return answer.credentials()[0].activity({activity}).total();
  };
  CHECK(total(0) == std::nullopt);
  CHECK(total(1) == Units::whole(10));
  CHECK(total(2) == Units::whole(20));
  CHECK(total(3) == std::nullopt);
}

TEST_CASE("Cycles say how they began and ended") {
  const auto words = [](const LogBuilder& log, std::string_view on) {
    Lines all;
    const Answer answer = log.answer_as_of(on);
    const CredentialAnswer one = answer.credentials()[0];
    for (std::size_t i = 0; i < one.cycles().size(); ++i) {
      all.push_back(one.how_it_began(i));
      all.push_back(one.how_it_ended(i));
    }
    return all;
  };
  LogBuilder log;
  log.earned("ACP-620", "2019-01-10").cw("2019-06-01", 10).exam("ACP-620", "2021-05-01");
  log.exam("ACP-620", "2025-01-01");
  CHECK(words(log, "2025-06-01") ==
        Lines{"earned on 2019-01-10", "renewed by CE units on 2019-06-01",
              "renewed by CE units on 2019-06-01", "renewed by its exam on 2021-05-01",
              "renewed by its exam on 2021-05-01", "expired on 2023-08-01",
              "earned anew on 2025-01-01", "open"});
  CHECK(words(LogBuilder{}.suspends("ACP-620", "2026-01-01"), "2025-06-01") ==
        Lines{"given by the log, from 2024-01-01", "open"});
  LogBuilder courses{various_policy()};
  courses.earned("CRS-1", "2024-01-10").course("a", "2024-06-01").course("b", "2024-06-02");
  CHECK(words(courses, "2024-07-01")[1] == "renewed by courses on 2024-06-02");
  CHECK(words(courses, "2024-07-01")[2] == "renewed by courses on 2024-06-02");
}

TEST_CASE("Fewer units count on a later day when some go stale") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").cw("2024-02-01", 3).cw("2025-05-05", 6);
  log.done("global-event", "2024-02-02", 2, 100);
  const Answer answer = log.answer_as_of("2025-12-01", Doubts::none);
  const CredentialAnswer one = answer.credentials()[0];
  CHECK(one.needed_on(day("2025-12-01")) == one.units()->needed());
  CHECK(one.needed_on(day("2026-01-31")) == Units::whole(9));
  CHECK(one.needed_on(day("2026-02-01")) == Units::whole(39));
  CHECK(one.needed_on(day("2026-04-09")) == Units::whole(40));
}

// ---- Beside the rules of one programme ---------------------------------------------------------

TEST_CASE("The reason of what was rejected, or is a duplicate, says so") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").titled("coursework", "2025-01-01", "A");
  log.titled("coursework", "2025-01-01", "A").cw("2025-01-02").rejected();
  CHECK(reasons(log, "2025-06-01") == Lines{"counts until 2026-04-10, when ACP-620 expires",
                                            "the same as activities[0] of that day",
                                            "the programme rejected it"});
}

TEST_CASE("The reason of what belongs to another programme names it") {
  Policies policies{builtin_policy()};
  policies.put(various_policy());
  LogBuilder log{policies};
  log.earned("ACP-620", "2024-01-10").earned("UNI-1", "2024-01-10").tracked("CKA", "2024-01-10");
  log.done("event", "2025-01-01").exam("UNI-1", "2025-01-02").exam("CKA", "2025-01-03");
  CHECK(reasons(log, "2025-06-01", 0) ==
        Lines{"it belongs to the programme test",
              "the exam of UNI-1, which belongs to another programme",
              "the exam of CKA, which belongs to another programme"});
  CHECK(reasons(log, "2025-06-01", 1).front() ==
        "counts until 2026-01-01, when it is 12 months "
        "old");
  CHECK(reasons(log, "2025-06-01", 2).front() == "it belongs to the programme test");
  CHECK(reasons(log, "2025-06-01", 2).back() ==
        "no rules are known for CKA: the log alone says its dates");
}

TEST_CASE("The reason of the exam of a retired certification names the day of that") {
  LogBuilder log;
  log.earned("ACP-600", "2022-02-15").exam("ACP-600", "2024-02-01");
  CHECK(reasons(log, "2024-02-02") ==
        Lines{"passed 2024-02-01; ACP-600 was retired on 2024-02-01"});
}

TEST_CASE("The reason of units before their first day says which one they missed") {
  LogBuilder since{with(builtin_policy(), [](Policy& one) { one.units_from = day("2024-08-01"); })};
  since.earned("ACP-620", "2024-01-10").cw("2024-07-31").cw("2024-08-01");
  CHECK(reasons(since, "2025-06-01") ==
        Lines{"done 2024-07-31, before 2024-08-01: only what is done since then counts",
              "counts until 2026-04-10, when ACP-620 expires"});
  LogBuilder first{with_type(builtin_policy(), "ACP",
                             [](CertificationType& type) { type.first_day_counts = false; })};
  first.earned("ACP-620", "2024-01-10").cw("2024-01-10");
  CHECK(reasons(first, "2025-06-01") ==
        Lines{"done 2024-01-10, on the day ACP-620 was earned, which does not count"});
  LogBuilder anew{first.policy()};
  anew.earned("ACP-620", "2021-01-10").exam("ACP-620", "2025-01-10").cw("2025-01-10");
  CHECK(reasons(anew, "2025-06-01").back() ==
        "done 2025-01-10, on the day ACP-620 was earned, which does not count");
}

TEST_CASE("The reason of stale units gives their age in the unit of the policy") {
  LogBuilder log{with(builtin_policy(),
                      [](Policy& one) { one.units_valid = {std::optional{Duration::days(100)}}; })};
  log.earned("ACP-620", "2024-01-10").cw("2024-02-01");
  CHECK(reasons(log, "2024-05-10") == Lines{"counts until 2024-05-11, when it is 100 days old"});
  CHECK(reasons(log, "2024-05-11") == Lines{"100 days old on 2024-05-11, so stale on 2024-05-11"});
}

TEST_CASE("The reasons for what never expires name no expiration") {
  LogBuilder log{with(various_policy(), [](Policy& one) { one.units_valid = {}; })};
  log.earned("NVR-1", "2024-01-10").cw("2024-06-01").exam("NVR-1", "2025-06-01");
  log.cw("2025-06-02");
  CHECK(reasons(log, "2025-06-03") ==
        Lines{"the cycle was renewed by its exam on 2025-06-01; nothing of it is carried over",
              "passed 2025-06-01, in the exam window from 2024-01-11 on",
              "counts until it is renewed"});
}

TEST_CASE("The reason of used units says how many are carried over") {
  LogBuilder log{with_type(builtin_policy(), "ACP", [](CertificationType& type) {
    type.carry_over = CarryOver{.at_most = {Units::whole(15)}, .from_last = {}, .types = {}};
  })};
  log.earned("ACP-620", "2024-01-10").cw("2025-06-01", 12);
  CHECK(reasons(log, "2025-07-01").back() ==
        "part of the renewal of 2025-06-01; of the units above 100, 15 are carried over");
}
