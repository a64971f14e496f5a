#include "print/csv.hpp"

#include "../catch.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::print;

namespace {

template <class Write>
std::string csv(const CsvTable& table, const Write& write) {
  Sink sink;
  CsvWriter writer{sink, table};
  write(writer);
  return sink.text;
}

/// Returns the row for the only object that `write` writes.
template <class Write>
std::string csv_row(const std::vector<CsvColumn>& columns, const Write& write) {
  return csv(CsvTable{"", columns}, write);
}

std::string field(std::string_view text) {
  return csv_row({{"a", "a"}}, [&](JsonEvents& events) {
    events.open_object();
    events.text("a", text);
    events.close_object();
  });
}

void write_credential(JsonEvents& events, const char* code, bool rich) {
  events.open_object();
  events.member("code", code);
  if (rich) {
    events.open_object("units");
    events.member("counted", Units::from_hundredths(30));
    events.close_object();
  } else {
    events.null("units");
  }
  events.open_list("courses");
  if (rich) {
    events.member("", "JSM-1");
    events.member("", "JSM-2");
  }
  events.close_list();
  events.open_list("renewals");
  for (const char* const date : {"2024-01-01", "2025-01-01"}) {
    if (!rich) break;
    events.open_object();
    events.member("date", *Date::parse(date));
    events.close_object();
  }
  events.close_list();
  events.close_object();
}

void write_status(JsonEvents& events) {
  events.open_object();
  events.word("source", "-");
  events.member("line", std::int64_t{7});
  events.open_object("candidate");
  events.member("code", "not of a credential");
  events.close_object();
  events.open_list("credentials");
  write_credential(events, "ACP-620", true);
  write_credential(events, "ACP-120", false);
  events.close_list();
  events.close_object();
}

constexpr CsvColumn status_columns[] = {{"source", "source"},
                                        {"line", "line"},
                                        {"code", "credentials.code"},
                                        {"counted", "credentials.units.counted"},
                                        {"courses", "credentials.courses"},
                                        {"last_renewed", "credentials.renewals.date"}};
constexpr CsvTable status_table{"credentials", status_columns};

}  // namespace

TEST_CASE("a header names the columns") {
  std::string out;
  append_csv_header(out, status_table);
  CHECK(out == "source,line,code,counted,courses,last_renewed\r\n");
}

TEST_CASE("CSV has a row for each object, and nothing of the object before") {
  CHECK(csv(status_table, write_status) ==
        "-,7,ACP-620,0.3,JSM-1 JSM-2,2025-01-01\r\n"
        "-,7,ACP-120,,,\r\n");
}

TEST_CASE("rows of an inner list hold what stands before them around it") {
  constexpr CsvColumn columns[] = {{"code", "credentials.code"},
                                   {"date", "credentials.activities.date"},
                                   {"what_if", "credentials.activities.what_if"}};
  const CsvTable table{"credentials.activities", columns};
  CHECK(csv(table, [](JsonEvents& events) {
          events.open_object();
          events.open_list("credentials");
          for (const char* const code : {"A", "B"}) {
            events.open_object();
            events.member("code", code);
            events.open_list("activities");
            for (const bool what_if : {true, false}) {
              events.open_object();
              events.null("date");
              events.member("what_if", what_if);
              events.close_object();
            }
            events.close_list();
            events.close_object();
          }
          events.close_list();
          events.close_object();
        }) == "A,,true\r\nA,,false\r\nB,,true\r\nB,,false\r\n");
}

TEST_CASE("a key is no path of a longer key") {
  CHECK(csv_row({{"a", "list.code"}}, [](JsonEvents& events) {
          events.open_object();
          events.open_object("list");
          events.member("xcode", "wrong");
          events.member("cod", "wrong");
          events.open_object("list");
          events.member("code", "wrong");
          events.close_object();
          events.close_object();
          events.open_object("listing");
          events.member("code", "wrong");
          events.close_object();
          events.close_object();
        }) == "\r\n");
}

TEST_CASE("fields are quoted where RFC 4180 asks for it") {
  CHECK(field("plain text") == "plain text\r\n");
  CHECK(field("a,b") == "\"a,b\"\r\n");
  CHECK(field("a \"b\"") == "\"a \"\"b\"\"\"\r\n");
  CHECK(field("a\r\nb\x1b") == "a\\u000d\\u000ab\\u001b\r\n");
  CHECK(field("") == "\r\n");
}

TEST_CASE("text from outside is no formula, while our own values stay as they are") {
  for (const char* const start : {"=", "+", "-", "@"}) {
    CHECK(field(std::string{start} + "1") == std::string{"'"} + start + "1\r\n");
  }
  CHECK(field("\t=1") == "'\\u0009=1\r\n");
  CHECK(field("1=1") == "1=1\r\n");
  CHECK(csv_row({{"days", "days"}, {"source", "source"}}, [](JsonEvents& events) {
          events.open_object();
          events.member("days", -5);
          events.word("source", "-");
          events.close_object();
        }) == "-5,-\r\n");
}
