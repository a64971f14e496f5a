// One layout, painted with characters and as SVG.

#include <algorithm>
#include <regex>
#include <set>
#include <string>

#include "catch.hpp"
#include "support.hpp"
#include "text/utf8.hpp"
#include "timeline/timeline.hpp"

using namespace certrenew;
using certrenew::testing::day;
using certrenew::testing::LogBuilder;

namespace {

const timeline::Heading heading{"Example Holder", "log.json, as of 2025-12-31"};

std::string text_of(const Answer& answer, const print::Terminal& terminal,
                    const timeline::Span& span = {}) {
  print::Sink sink;
  timeline::draw_text(sink, answer, heading, span, terminal);
  return sink.text;
}

std::string svg_of(const Answer& answer, const timeline::Span& span = {}) {
  print::Sink sink;
  timeline::draw_svg(sink, answer, heading, span);
  return sink.text;
}

/// What the SVG shows, without tooltips and description.
std::string texts_of(const std::string& svg) {
  static const std::regex element{"<text[^>]*>([^<]*)</text>"};
  std::string texts;
  for (std::sregex_iterator found{svg.begin(), svg.end(), element}, end; found != end; ++found) {
    texts += (*found)[1].str() + '\n';
  }
  return texts;
}

std::multiset<std::string> captions_of(const std::string& picture) {
  static const std::regex caption{
      "(earned anew|earned|given|units|exam|courses|suspends|suspended|expires|expired|doubtful) "
      "[0-9]{4}-[0-9]{2}-[0-9]{2}"};
  std::multiset<std::string> captions;
  for (std::sregex_iterator found{picture.begin(), picture.end(), caption}, end; found != end;
       ++found) {
    captions.insert(found->str());
  }
  return captions;
}

std::size_t count_of(const std::string& words, const std::string& text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
    ++count;
  }
  return count;
}

LogBuilder various() {
  LogBuilder log;
  log.earned("ACP-620", "2023-11-15").earned("ACP-120", "2020-03-02");
  log.suspends("ACP-420", "2026-09-20").exam("ACP-120", "2024-05-05");
  log.cw("2025-02-14", 10).exam("ACP-420", "2025-07-07", false).cw("2026-02-01");
  return log;
}

}  // namespace

TEST_CASE("Both pictures show the same captions") {
  const LogBuilder log = various();
  const Answer answer = log.answer_as_of("2025-12-31");
  const auto with_characters = captions_of(text_of(answer, {.width = 160}));
  CHECK(with_characters.size() > 8);
  CHECK(with_characters == captions_of(texts_of(svg_of(answer))));
}

TEST_CASE("Both pictures explain the same signs") {
  const LogBuilder log = various();
  const Answer answer = log.answer_as_of("2025-12-31");
  const std::string characters = text_of(answer, {});
  const std::string svg = texts_of(svg_of(answer));
  for (const char* const words : {"renewed by units", "earned anew", "exam not passed", "planned",
                                  "given", "activity", "exam passed"}) {
    CAPTURE(words);
    CHECK(count_of(words, characters) >= 1);
    CHECK(count_of(words, svg) >= 1);
  }
  CHECK(count_of("renewed by courses", characters + svg) == 0);
}

TEST_CASE("A picture keeps within the columns of the terminal, and its lines end without blanks") {
  const LogBuilder log = various();
  const Answer answer = log.answer_as_of("2025-12-31");
  for (const std::size_t width : {80U, 81U, 133U, 250U}) {
    const std::string picture = text_of(answer, {.width = width});
    for (std::size_t at = 0; at < picture.size();) {
      const std::size_t end = picture.find('\n', at);
      const std::string line = picture.substr(at, end - at);
      CAPTURE(width, line);
      CHECK(text::display_width(line) <= width);
      CHECK((line.empty() || line.back() != ' '));
      at = end + 1;
    }
  }
}

TEST_CASE("A picture in ASCII is of the same shape, and holds nothing but ASCII") {
  LogBuilder log = various();
  const Answer answer = log.answer_as_of("2025-12-31");
  const std::string picture = text_of(answer, {.ascii = true});
  CHECK(std::all_of(picture.begin(), picture.end(), [](char c) { return (c & 0x80) == 0; }));
  CHECK(captions_of(picture) == captions_of(text_of(answer, {})));
}

TEST_CASE("Beyond the axis, the nearer date of the current cycle stands at its end") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10");
  const Answer answer = log.answer_as_of("2025-06-01");
  const timeline::Span past{{}, day("2024-12-31")};
  CHECK(captions_of(text_of(answer, {}, past)) ==
        std::multiset<std::string>{"earned 2024-01-10", "suspends 2026-01-10"});
  CHECK(count_of("suspends 2026-01-10 →", svg_of(answer, past)) == 1);
  const timeline::Span future{day("2030-01-01"), {}};
  CHECK(captions_of(text_of(answer, {}, future)) ==
        std::multiset<std::string>{"expires 2026-04-10"});
}

TEST_CASE("Both pictures show a suspension that another reading of the rules gives") {
  LogBuilder log;
  log.earned("ACP-620", "2023-07-15").cw("2025-06-01", 9).cw("2025-10-14");
  const Answer answer = log.answer_as_of("2025-10-20");
  const std::string characters = text_of(answer, {.width = 160});
  const std::string svg = svg_of(answer);
  CHECK(captions_of(characters).contains("doubtful 2027-07-15"));
  CHECK(captions_of(characters) == captions_of(texts_of(svg)));
  CHECK(count_of("? doubtful", characters) == 1);
  CHECK(count_of(">doubtful</text>", svg) == 1);
  CHECK(count_of("class=\"doubt\"><title>ACP-620: " + answer.doubts().at(0)->message, svg) == 1);
}

TEST_CASE("What is tracked has a bar between its dates, and what never ends goes on") {
  LogBuilder log;
  log.tracked("CKA", "2025-05-02", {}, "2027-05-02").tracked("Scrum");
  const Answer answer = log.answer_as_of("2026-06-01");
  const std::string characters = text_of(answer, {});
  CHECK(captions_of(characters) ==
        std::multiset<std::string>{"earned 2025-05-02", "expires 2027-05-02"});
  CHECK(count_of("◀", characters) == 1);
  CHECK(count_of("▶", characters) == 1);
  const std::string svg = svg_of(answer);
  CHECK(count_of("CKA: active from 2025-05-02 until 2027-05-02", svg) == 1);
  CHECK(count_of("Scrum: active</title>", svg) == 1);
}

TEST_CASE("Activities that share a symbol are counted") {
  LogBuilder log;
  log.earned("ACP-620", "2024-01-10").cw("2025-01-10", 3).cw("2025-06-10", 12);
  const Answer answer = log.answer_as_of("2025-07-01");
  const std::string picture = text_of(answer, {});
  const std::string track = picture.substr(picture.find("CE units"));
  const std::string line = track.substr(0, track.find('\n'));
  CHECK(line.find('3') != std::string::npos);
  CHECK(line.find('+') != std::string::npos);
  CHECK(count_of("2 to 9 that many, + more", picture) == 1);
  CHECK(count_of("class=\"tick several\"", svg_of(answer)) == 2);
}

TEST_CASE("The picture of a log without certifications says so") {
  const LogBuilder log;
  const Answer answer = log.answer_as_of("2025-07-01");
  CHECK(count_of("no certifications", text_of(answer, {})) == 1);
  CHECK(count_of("no certifications", svg_of(answer)) == 1);
}

TEST_CASE("Texts of a log are harmless in both pictures") {
  LogBuilder log;
  log.earned("ACP-<b>\x1b[31m", "2024-01-10");
  const Answer answer = log.answer_as_of("2025-06-01");
  const std::string characters = text_of(answer, {});
  const std::string svg = svg_of(answer);
  CHECK(characters.find("ACP-<b>\\u001b[31m") != std::string::npos);
  CHECK(characters.find('\x1b') == std::string::npos);
  CHECK(svg.find("ACP-&lt;b&gt;\\u001b[31m") != std::string::npos);
  CHECK(svg.find("<b>") == std::string::npos);
}

TEST_CASE("A picture of characters leaves the sink piece by piece") {
  LogBuilder log;
  for (int i = 0; i < 3000; ++i) log.earned("ACP-" + std::to_string(i), "2024-01-10");
  const Answer answer = log.answer_as_of("2025-06-01");
  std::size_t most = 0;
  const auto drain = [&](std::string& text) {
    most = std::max(most, text.size());
    text.clear();
  };
  print::Sink characters{drain};
  timeline::draw_text(characters, answer, heading, {}, {});
  CHECK(most > 0);
  CHECK(most < std::size_t{1024 + 64} * 1024);
}
