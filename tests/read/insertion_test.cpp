// Putting an item into the text of a log: the layout stays, and so does every other byte.

#include "read/insertion.hpp"

#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "catch.hpp"
#include "certrenew/read.hpp"

using namespace certrenew;

namespace {

constexpr std::string_view item = R"({"date":"2025-02-02","type":"exam","certification":"A-1"})";

std::string with_activity(std::string_view log) {
  return insert_at_end(log, LogList::activities, item).into(log);
}

/// A log with that text in the place of its activities.
std::string log_of(const std::string& activities) {
  return "{\n  \"certifications\": [],\n  \"activities\": " + activities + "\n}\n";
}

}  // namespace

TEST_CASE("An item looks like the item before it") {
  struct Case {
    std::string_view before;
    std::string_view after;
  };
  const Case cases[] = {
      {R"([
    {"a": 1, "b": 2}
  ])",
       R"([
    {"a": 1, "b": 2},
    {"date": "2025-02-02", "type": "exam", "certification": "A-1"}
  ])"},
      {"[\n\t\t{\"a\":1,\"b\":2}\n\t]",
       "[\n\t\t{\"a\":1,\"b\":2},\n\t\t{\"date\":\"2025-02-02\",\"type\":\"exam\","
       "\"certification\":\"A-1\"}\n\t]"},
      {R"([
    {
      "a": 1,
      "b": {
        "c": 2
      }
    }
  ])",
       R"([
    {
      "a": 1,
      "b": {
        "c": 2
      }
    },
    {
      "date": "2025-02-02",
      "type": "exam",
      "certification": "A-1"
    }
  ])"},
      {R"([{
    "a": 1,
    "b": 2
  }])",
       R"([{
    "a": 1,
    "b": 2
  }, {
    "date": "2025-02-02",
    "type": "exam",
    "certification": "A-1"
  }])"},
      {R"([ { "a" : 1, "b" : 2 } ])",
       R"([ { "a" : 1, "b" : 2 }, { "date" : "2025-02-02", "type" : "exam", "certification" : "A-1" } ])"},
      {R"([{"a": 1, "b": 2},
     {"a": 1, "b": 2}])",
       R"([{"a": 1, "b": 2},
     {"a": 1, "b": 2},
     {"date": "2025-02-02", "type": "exam", "certification": "A-1"}])"},
      {R"([
      {"a": 1, "b": 2}
    , {"a": 1, "b": 2}
  ])",
       R"([
      {"a": 1, "b": 2}
    , {"a": 1, "b": 2}
    , {"date": "2025-02-02", "type": "exam", "certification": "A-1"}
  ])"},
      {R"([
    {"a": 1, "b": 2},

    {"a": 1, "b": 2}

  ])",
       R"([
    {"a": 1, "b": 2},

    {"a": 1, "b": 2},
    {"date": "2025-02-02", "type": "exam", "certification": "A-1"}

  ])"},
      {R"([
    {"a":      1, "b": 2,    "long": "x"}
  ])",
       R"([
    {"a":      1, "b": 2,    "long": "x"},
    {"date": "2025-02-02", "type": "exam", "certification": "A-1"}
  ])"},
      {R"([
    {"a": 1, "b": 2,
     "c": 3}
  ])",
       R"([
    {"a": 1, "b": 2,
     "c": 3},
    {"date": "2025-02-02", "type": "exam", "certification": "A-1"}
  ])"},
  };
  for (const auto& [before, after] : cases) {
    CHECK(with_activity(log_of(std::string{before})) == log_of(std::string{after}));
  }
}

TEST_CASE("Without a neighbour an item stands on a line of its own, deeper than its list") {
  const std::string one = R"({"date": "2025-02-02", "type": "exam", "certification": "A-1"})";
  CHECK(with_activity(log_of("[]")) == log_of("[\n    " + one + "\n  ]"));
  CHECK(with_activity(log_of("[ ]")) == log_of("[\n    " + one + "\n  ]"));
  CHECK(with_activity(log_of("[\n  ]")) == log_of("[\n    " + one + "\n  ]"));
  CHECK(with_activity(log_of("[ \n\n  ]")) == log_of("[ \n    " + one + "\n\n  ]"));
  CHECK(with_activity(log_of("[     ]")) == log_of("[     \n    " + one + "\n  ]"));
  CHECK(with_activity(log_of("\n  [\n  ]")) == log_of("\n  [\n    " + one + "\n  ]"));
}

TEST_CASE("An item takes its indentation and spacing from the rest of the log") {
  CHECK(with_activity("{\n\t\"certifications\":[],\n\t\"activities\":[]\n}") ==
        "{\n\t\"certifications\":[],\n\t\"activities\":[\n\t\t" + std::string{item} + "\n\t]\n}");
  CHECK(with_activity("{\"certifications\": [\n   { \"code\": 1, \"earned\": 2 }\n ],\n"
                      " \"activities\": []}") ==
        "{\"certifications\": [\n   { \"code\": 1, \"earned\": 2 }\n ],\n \"activities\": [\n"
        "    { \"date\": \"2025-02-02\", \"type\": \"exam\", \"certification\": \"A-1\" }\n ]}");
  CHECK(with_activity("{\n\"certifications\": [],\n\"activities\": []\n}") ==
        "{\n\"certifications\": [],\n\"activities\": [\n"
        "{\"date\": \"2025-02-02\", \"type\": \"exam\", \"certification\": \"A-1\"}\n]\n}");
}

TEST_CASE("A log of one line stays one line, and without blanks if it has none") {
  const std::string bare{item};
  const std::string spaced = R"({"date": "2025-02-02", "type": "exam", "certification": "A-1"})";
  CHECK(with_activity(R"({"certifications":[],"activities":[]})") ==
        R"({"certifications":[],"activities":[)" + bare + "]}");
  CHECK(with_activity(R"({"certifications":[]})") ==
        R"({"certifications":[],"activities":[)" + bare + "]}");
  CHECK(with_activity(R"({"certifications": []})"
                      "\n") == R"({"certifications": [], "activities": [)" + spaced + "]}\n");
  CHECK(with_activity(R"({ "certifications": [ ], "activities": [ ] })") ==
        R"({ "certifications": [ ], "activities": [ { "date": "2025-02-02", "type": "exam", )"
        R"("certification": "A-1" } ] })");
  CHECK(with_activity(R"({"activities":[{"a":1,"b":2}],"certifications":[]})") ==
        R"({"activities":[{"a":1,"b":2},)" + bare + R"(],"certifications":[]})");
}

TEST_CASE("A list that is missing comes after the last key") {
  const std::string one = R"({"date": "2025-02-02", "type": "exam", "certification": "A-1"})";
  CHECK(with_activity("{\n  \"certifications\": [],\n  \"notes\": \"[]}\"\n}\n") ==
        "{\n  \"certifications\": [],\n  \"notes\": \"[]}\",\n  \"activities\": [\n    " + one +
            "\n  ]\n}\n");
  CHECK(with_activity("{\n  \"certifications\": [\n  ]\n}") ==
        "{\n  \"certifications\": [\n  ],\n  \"activities\": [\n    " + one + "\n  ]\n}");
  CHECK(with_activity("{\"certifications\": [\n]}") ==
        "{\"certifications\": [\n], \"activities\": [\n  " + one + "\n]}");
}

TEST_CASE("Line ends, a byte order mark and a missing last line end stay") {
  CHECK(with_activity("\xEF\xBB\xBF{\r\n \"certifications\": [],\r\n \"activities\": []\r\n}") ==
        "\xEF\xBB\xBF{\r\n \"certifications\": [],\r\n \"activities\": [\r\n  "
        "{\"date\": \"2025-02-02\", \"type\": \"exam\", \"certification\": \"A-1\"}\r\n ]\r\n}");
  CHECK(with_activity("{\r\n\"certifications\": [],\r\n\"activities\": [\r\n]}") ==
        "{\r\n\"certifications\": [],\r\n\"activities\": [\r\n"
        "{\"date\": \"2025-02-02\", \"type\": \"exam\", \"certification\": \"A-1\"}\r\n]}");
}

TEST_CASE("Brackets, commas and escapes inside texts and keys do not mislead") {
  const std::string log =
      R"({"certifications":[],"activities":[{"\u0064ate":"]},[{","a,":"\"}"}]})";
  CHECK(with_activity(log) ==
        R"({"certifications":[],"activities":[{"\u0064ate":"]},[{","a,":"\"}"},)" +
            std::string{item} + "]}");
  CHECK(with_activity(R"({"certifications":[],"activiti\u0065s":[]})") ==
        R"({"certifications":[],"activiti\u0065s":[)" + std::string{item} + "]}");
}

TEST_CASE("A list of programmes stands on one line") {
  constexpr std::string_view several = R"({"date":"2025-02-02","programme":["a","b"]})";
  const auto with_several = [&](std::string_view log) {
    return insert_at_end(log, LogList::activities, several).into(log);
  };
  CHECK(with_several(R"({"certifications":[]})") ==
        R"({"certifications":[],"activities":[)" + std::string{several} + "]}");
  CHECK(
      with_several(R"({"certifications": []})") ==
      R"({"certifications": [], "activities": [{"date": "2025-02-02", "programme": ["a", "b"]}]})");
}

namespace {

/// A way to lay out logs.
struct Style {
  std::string line_end;
  std::string step;
  std::string colon;
  std::string comma;  // between members on one line
  bool items_on_one_line;
  bool bom;
  bool last_line_end;
};

struct Members {
  std::vector<std::pair<std::string, std::string>> all;

  [[nodiscard]] std::string compact() const {
    std::string text = "{";
    for (const auto& [key, value] : all) {
      (text += text.size() > 1 ? "," : "") += key + ':' + value;
    }
    return text + '}';
  }
};

class Random {
 public:
  explicit Random(std::uint32_t seed) : random_{seed} {}

  std::size_t below(std::size_t count) { return random_() % count; }
  template <class Value>
  Value one_of(std::initializer_list<Value> all) {
    return *(all.begin() + static_cast<std::ptrdiff_t>(below(all.size())));
  }

  Style style() {
    Style style{.line_end = one_of<std::string>({"", "\n", "\r\n"}),
                .step = one_of<std::string>({"  ", "    ", "\t", " "}),
                .colon = one_of<std::string>({":", ": "}),
                .comma = {},
                .items_on_one_line = below(2) == 0,
                .bom = below(4) == 0,
                .last_line_end = below(2) == 0};
    style.comma = style.colon == ":" ? "," : ", ";
    if (style.line_end.empty()) {
      style.items_on_one_line = true;
      style.step.clear();
    }
    return style;
  }

  Members members(LogList list) {
    Members result;
    if (list == LogList::certifications) {
      result.all = {{R"("code")", R"("A-)" + std::to_string(random_()) + '"'},
                    {R"("programme")", R"("none")"}};
    } else {
      result.all = {{R"("date")", R"("2025-01-01")"}, {R"("type")", R"("coursework")"}};
    }
    if (below(2) == 0)
      result.all.emplace_back(R"("notes")", one_of({R"("[{,:")", R"("\"}]")", R"("")"}));
    return result;
  }

  /// Blanks of any kind.
  std::string blanks() {
    std::string some;
    while (below(3) > 0) some += one_of({" ", "\n", "\r\n", "\t", "  ", "\r"});
    return some;
  }

 private:
  std::mt19937 random_;
};

std::string laid_out(const Members& members, const Style& style, const std::string& indent) {
  std::string text = "{";
  for (const auto& [key, value] : members.all) {
    if (text.size() > 1) text += style.items_on_one_line ? style.comma : ",";
    if (!style.items_on_one_line) text += style.line_end + indent + style.step;
    text += key + style.colon + value;
  }
  return text + (style.items_on_one_line ? "" : style.line_end + indent) + '}';
}

std::string laid_out(const std::vector<Members>& items, const Style& style) {
  if (items.empty()) return "[]";
  const std::string indent = style.step + style.step;
  const std::string between = style.line_end.empty() ? style.comma : "," + style.line_end + indent;
  std::string text = '[' + (style.line_end.empty() ? "" : style.line_end + indent);
  for (const Members& one : items) {
    if (&one != &items.front()) text += between;
    text += laid_out(one, style, indent);
  }
  return text + (style.line_end.empty() ? "" : style.line_end + style.step) + ']';
}

/// A log whose second list may be missing.
std::string laid_out(const std::vector<Members>& certifications,
                     const std::vector<Members>* activities, const Style& style) {
  const std::string begin = style.line_end + style.step;
  std::string text = style.bom ? "\xEF\xBB\xBF" : "";
  text += '{' + begin + "\"certifications\"" + style.colon + laid_out(certifications, style);
  if (activities != nullptr) {
    text += (style.line_end.empty() ? style.comma : "," + begin) + "\"activities\"" + style.colon +
            laid_out(*activities, style);
  }
  return text + style.line_end + '}' + (style.last_line_end ? "\n" : "");
}

/// Calls `see` with every character of JSON, and whether it stands in a text.
template <class See>
void walk(std::string_view json, const See& see) {
  bool in_text = false;
  bool is_escaped = false;
  for (const char c : json) {
    const bool is_quote = c == '"' && !is_escaped;
    see(c, in_text || is_quote);
    if (is_quote) in_text = !in_text;
    is_escaped = c == '\\' && !is_escaped;
  }
}

std::string without_blanks_of(std::string_view json) {
  std::string text;
  walk(json, [&](char c, bool in_text) {
    if (in_text || std::string_view{" \t\r\n"}.find(c) == std::string_view::npos) text += c;
  });
  return text;
}

/// A log with any blanks anywhere.
std::string scattered(const std::string& compact, Random& random) {
  std::string text;
  walk(compact, [&](char c, bool in_text) {
    const bool is_mark = !in_text && std::string_view{"{}[],:"}.find(c) != std::string_view::npos;
    text += is_mark ? random.blanks() + c + random.blanks() : std::string(1, c);
  });
  return text;
}

/// Checks that the new log is valid, and that only a comma and the item are new in it.
void check_insertion(const std::string& log, LogList list, const std::string& added) {
  const Insertion insertion = insert_at_end(log, list, added);
  const std::string changed = insertion.into(log);
  CAPTURE(log, changed);
  REQUIRE(insertion.at <= log.size());
  const auto before = read_log(log, builtin_policies());
  const auto after = read_log(changed, builtin_policies());
  REQUIRE(std::holds_alternative<Log>(before));
  REQUIRE(std::holds_alternative<Log>(after));
  const Log& is = std::get<Log>(after);
  const Log& was = std::get<Log>(before);
  const bool is_activity = list == LogList::activities;
  REQUIRE(is.activities.size() == was.activities.size() + (is_activity ? 1 : 0));
  REQUIRE(is.certifications.size() == was.certifications.size() + (is_activity ? 0 : 1));
  const std::size_t place =
      is_activity ? is.activities.back().place : is.certifications.back().places.itself;
  CHECK(place >= insertion.at);
  CHECK(place < insertion.at + insertion.text.size());
  std::string without_blanks = without_blanks_of(insertion.text);
  if (without_blanks.starts_with(',')) without_blanks.erase(0, 1);
  const std::string list_added = "\"activities\":[" + added + ']';
  CHECK((without_blanks == added || without_blanks == list_added));
}

}  // namespace

TEST_CASE("Adding to a log that is laid out is the same as laying out the longer log") {
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    Random random{seed};
    const Style style = random.style();
    const LogList list = random.one_of({LogList::activities, LogList::certifications});
    std::vector<Members> items[2];
    for (const LogList one : {LogList::certifications, LogList::activities}) {
      const std::size_t least = style.items_on_one_line ? 0 : 1;
      for (std::size_t count = least + random.below(3); count > 0; --count) {
        items[static_cast<std::size_t>(one)].push_back(random.members(one));
      }
    }
    auto& [certifications, activities] = items;
    const bool lacks_list = list == LogList::activities && activities.empty();
    const std::string log =
        laid_out(certifications, lacks_list && random.below(2) == 0 ? nullptr : &activities, style);
    const Members added = random.members(list);
    CAPTURE(seed, log);
    const std::string changed = insert_at_end(log, list, added.compact()).into(log);
    (list == LogList::activities ? activities : certifications).push_back(added);
    REQUIRE(changed == laid_out(certifications, &activities, style));
  }
}

TEST_CASE("Wherever the blanks of a log are, an item is added, and nothing else changes") {
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    Random random{seed};
    const Style compact{"", "", ":", ",", true, false, false};
    std::vector<Members> items[2];
    for (const LogList one : {LogList::certifications, LogList::activities}) {
      for (std::size_t count = random.below(3); count > 0; --count) {
        items[static_cast<std::size_t>(one)].push_back(random.members(one));
      }
    }
    const bool lacks_list = items[1].empty() && random.below(2) == 0;
    const std::string log =
        scattered(laid_out(items[0], lacks_list ? nullptr : &items[1], compact), random);
    for (const LogList list : {LogList::certifications, LogList::activities}) {
      check_insertion(log, list, random.members(list).compact());
    }
  }
}
