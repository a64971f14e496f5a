#include "../catch.hpp"
#include "print/formats.hpp"

using namespace certrenew::print;

namespace {

std::string folded(std::string_view line) {
  std::string out;
  append_content_line(out, line);
  return out;
}

}  // namespace

TEST_CASE("a content line of 75 octets is not folded, a longer one is") {
  CHECK(folded(std::string(75, 'x')) == std::string(75, 'x') + "\r\n");
  CHECK(folded(std::string(150, 'x')) ==
        std::string(75, 'x') + "\r\n " + std::string(74, 'x') + "\r\n x\r\n");
}

TEST_CASE("a content line is not folded within a character") {
  CHECK(folded(std::string(74, 'x') + "é") == std::string(74, 'x') + "\r\n é\r\n");
}

TEST_CASE("text of a calendar stays within its value") {
  CHECK(calendar_text("a;b,c\\d\nEND:VEVENT\r") == "a\\;b\\,c\\\\d\\\\u000aEND:VEVENT\\\\u000d");
}
