#include "manual/roff.hpp"

#include "catch.hpp"

using namespace certrenew;

TEST_CASE("what the language of manual pages gives a meaning stands for itself") {
  CHECK(roff("--as-of") == R"(\-\-as\-of)");
  CHECK(roff(R"(a\fB)") == R"(a\efB)");
  CHECK(roff("'it' `is` ^~") == R"(\(aqit\(aq \(gais\(ga \(ha\(ti)");
  CHECK(roff(".profile, not a request") == R"(\&.profile, not a request)");
  CHECK(roff("a.b, \"c\"") == "a.b, \"c\"");
  CHECK(roff("CODE,\u2026 \U0001F600") == R"(CODE,\[u2026] \[u1F600])");
}

TEST_CASE("running text is broken into lines, each of them escaped") {
  std::string out;
  append_running(out, std::string(70, 'a') + " .nh 'b");
  CHECK(out == std::string(70, 'a') + "\n\\&.nh \\(aqb\n");
}
