#include "../catch.hpp"
#include "support.hpp"

using namespace certrenew::print;

namespace {

std::string annotated(const RemarkLine& line) {
  return written(Format::github, [&](Document& document) { document.remark(line); });
}

}  // namespace

TEST_CASE("a remark becomes a workflow command at its place") {
  RemarkLine line = remark_of("log.json", "suspended since 2025-12-20");
  CHECK(annotated(line) ==
        "::error file=log.json,line=12,col=5,title=ACP-620 suspended::"
        "ACP-620: suspended since 2025-12-20\n");
  line.is_error = false;
  CHECK(annotated(line).starts_with("::warning file=log.json,line=12,"));
}

TEST_CASE("what has no file or no place is annotated without") {
  RemarkLine line = remark_of("-", "late");
  CHECK(annotated(line) == "::error title=ACP-620 suspended::ACP-620: late\n");
  line = remark_of("log.json", "late");
  line.position = {0, 0};
  CHECK(annotated(line) == "::error file=log.json,title=ACP-620 suspended::ACP-620: late\n");
}

TEST_CASE("a log cannot forge a workflow command") {
  RemarkLine line = remark_of("a,b:c%.json", "100%\n::error::boo");
  line.subject = "A,x::y%0A\n::z";
  CHECK(annotated(line) ==
        "::error file=a%2Cb%3Ac%25.json,line=12,col=5,"
        "title=A%2Cx%3A%3Ay%250A\\u000a%3A%3Az suspended::"
        "A,x::y%250A\\u000a::z: 100%25\\u000a::error::boo\n");
}

TEST_CASE("nothing but remarks is annotated") {
  CHECK(written(Format::github, [](Document& document) {
          document.title("who", "log.json");
          document.heading("heading");
          document.text("text");
          document.list({"item"});
          document.grid(grid_of({{"Code"}}, {{{"ACP-620"}}}));
        }).empty());
}
