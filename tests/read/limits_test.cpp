// What keeps the reading of hostile logs bounded.

#include <string>
#include <variant>

#include "catch.hpp"
#include "certrenew/read.hpp"
#include "read/log_reader.hpp"

using namespace certrenew;

namespace {

/// A log of `held` certifications and one piece of coursework.
std::string log_of(int held) {
  std::string text = R"({"certifications": [)";
  for (int i = 0; i < held; ++i) {
    text += std::string{i == 0 ? "" : ","} + R"({"code": "ACP-)" + std::to_string(i) +
            R"(", "earned": "2024-01-10"})";
  }
  return text + R"(], "activities": [{"date": "2020-01-01", "type": "coursework"}]})";
}

}  // namespace

TEST_CASE("Of very many unknown names only the first get a suggestion from very many known ones") {
  const std::string exam = R"(, {"date": "2025-01-01", "type": "exam", "certification": "ACP-x"})";
  std::string text = log_of(500);
  for (int i = 0; i < 201; ++i) text.insert(text.size() - 2, exam);
  const auto refused = read_log(text, builtin_policies());
  REQUIRE(std::holds_alternative<Errors>(refused));
  const auto& listed = std::get<Errors>(refused).listed;
  REQUIRE(listed.size() == 201);
  const std::string unknown = R"(the log lists no certification "ACP-x")";
  CHECK(listed[199].message.starts_with(unknown + R"(; did you mean "ACP-0"? (known: ACP-0, )"));
  CHECK(listed[200].message == unknown);

  // The count begins again with each log.
  LogReader reader{builtin_policies()};
  CHECK(std::holds_alternative<Errors>(reader.read(text)));
  std::string next = log_of(1);
  next.insert(next.size() - 2, exam);
  const auto again = reader.read(next);
  CHECK(std::get<Errors>(again).listed.at(0).message ==
        unknown + R"(; did you mean "ACP-0"? (known: ACP-0))");
}

TEST_CASE("All errors are counted, and the first 10,000 listed") {
  std::string text = R"({"certifications": [)";
  for (int i = 0; i < 4000; ++i) text += R"({"x": 1, "code": ""},)";
  text.back() = ']';
  const auto refused = read_log(text + '}', builtin_policies());
  REQUIRE(std::holds_alternative<Errors>(refused));
  const auto& errors = std::get<Errors>(refused);
  // Of each: an unknown key, an empty code, no date; and of all but one a code listed twice, which
  // is checked last.
  CHECK(errors.listed.size() == 10'000);
  CHECK(errors.more == 2'000);
  CHECK(errors.listed.back().path == "certifications[3333]");
}
