#include "print/json.hpp"

#include "../catch.hpp"
#include "support.hpp"

using namespace certrenew;
using namespace certrenew::print;

namespace {

template <class Write>
std::string json(JsonWriter::Layout layout, const Write& write) {
  Sink sink;
  JsonWriter writer{sink, layout};
  write(writer);
  return sink.text;
}

std::string as_string(std::string_view text) {
  const std::string list = json(JsonWriter::Layout::one_line, [&](JsonEvents& events) {
    events.open_list();
    events.text("", text);
    events.close_list();
  });
  return list.substr(1, list.size() - 3);  // without the brackets and the newline
}

void write_sample(JsonEvents& events) {
  events.open_object();
  events.member("source", "log.json");
  events.member("line", std::optional<std::int64_t>{});
  events.member("as_of", *Date::parse("2025-12-15"));
  events.member("units", Units::from_hundredths(1250));
  events.member("what_if", false);
  events.word("status", "active");
  events.open_list("none");
  events.close_list();
  events.open_object("nothing");
  events.close_object();
  events.open_list("renewals");
  events.open_object();
  events.member("days", std::int32_t{-3});
  events.close_object();
  events.member("", "last");
  events.close_list();
  events.close_object();
}

}  // namespace

TEST_CASE("indented JSON is laid out as jq does") {
  CHECK(json(JsonWriter::Layout::indented, write_sample) == R"({
  "source": "log.json",
  "line": null,
  "as_of": "2025-12-15",
  "units": 12.5,
  "what_if": false,
  "status": "active",
  "none": [],
  "nothing": {},
  "renewals": [
    {
      "days": -3
    },
    "last"
  ]
}
)");
}

TEST_CASE("JSON as people write logs has each object of the document on one line") {
  const auto write = [](JsonEvents& events) {
    write_sample(events);
    events.open_object();
    events.open_list("items");
    for (int i = 0; i < 2; ++i) {
      events.open_object();
      events.member("code", "A");
      events.open_object("expect");
      events.member("days", std::int32_t{1});
      events.close_object();
      events.open_list("some");
      events.member("", "x");
      events.member("", "y");
      events.close_list();
      events.close_object();
    }
    events.close_list();
    events.close_object();
  };
  CHECK(json(JsonWriter::Layout::by_item, write) == R"({
  "source": "log.json",
  "line": null,
  "as_of": "2025-12-15",
  "units": 12.5,
  "what_if": false,
  "status": "active",
  "none": [],
  "nothing": {},
  "renewals": [
    {"days": -3},
    "last"
  ]
}
{
  "items": [
    {"code": "A", "expect": {"days": 1}, "some": ["x", "y"]},
    {"code": "A", "expect": {"days": 1}, "some": ["x", "y"]}
  ]
}
)");
}

TEST_CASE("JSON on one line has no blanks, and each document ends its line") {
  const std::string line =
      R"({"source":"log.json","line":null,"as_of":"2025-12-15","units":12.5,"what_if":false,)"
      R"("status":"active","none":[],"nothing":{},"renewals":[{"days":-3},"last"]})"
      "\n";
  CHECK(json(JsonWriter::Layout::one_line, [](JsonEvents& events) {
          write_sample(events);
          write_sample(events);
        }) == line + line);
}

TEST_CASE("strings are escaped, whatever a log holds") {
  CHECK(as_string("plain text, with blanks") == "\"plain text, with blanks\"");
  CHECK(as_string("\"\\/\b\f\n\r\t") == R"("\"\\/\b\f\n\r\t")");
  CHECK(as_string(std::string_view{"\0\x1b\x7f", 3}) == R"("\u0000\u001b\u007f")");
  CHECK(as_string("認定 é") == "\"認定 é\"");
  CHECK(as_string("\xE2\x80\xAE\xE2\x80\x8D\xF3\xA0\x80\x81") == R"("\u202e\u200d\udb40\udc01")");
  CHECK(as_string("a\xFF\xC3z\xED\xA0\x80") ==
        "\"a\xEF\xBF\xBD\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST_CASE("long strings are written whole") {
  const std::string plain(200'001, 'x');
  CHECK(as_string(plain) == '"' + plain + '"');
  CHECK(as_string(plain + "\n" + plain) == '"' + plain + "\\n" + plain + '"');
}

TEST_CASE("numbers are written exactly") {
  CHECK(json(JsonWriter::Layout::one_line, [](JsonEvents& events) {
          events.open_list();
          events.member("", INT64_MIN);
          events.member("", INT64_MAX);
          events.member("", 0);
          events.close_list();
        }) == "[-9223372036854775808,9223372036854775807,0]\n");
}

TEST_CASE("a long list does not stay in memory") {
  std::size_t drained = 0;
  Sink sink{[&](std::string& text) {
    drained += text.size();
    text.clear();
  }};
  JsonWriter writer{sink, JsonWriter::Layout::one_line};
  JsonEvents& events = writer;
  events.open_list();
  for (int i = 0; i < 500'000; ++i) events.member("", "member");
  events.close_list();
  CHECK(drained + sink.text.size() == 500'000 * 9 + 2);
  CHECK(sink.text.capacity() < 3'000'000);
  CHECK(sink.text.size() < 1'100'000);
}
