// U8: units are exact decimals with at most two places.

#include "certrenew/units.hpp"
#include "catch.hpp"

using namespace certrenew;

namespace {
std::string read(std::string_view number) {
  const auto units = Units::parse(number);
  return units ? to_string(*units) : "no";
}
}  // namespace

TEST_CASE("Units are read by value and written shortest") {
  const std::pair<const char*, const char*> cases[] = {{"0", "0"},
                                                       {"-0", "0"},
                                                       {"-0.00", "0"},
                                                       {"10", "10"},
                                                       {"10.000", "10"},
                                                       {"10.5", "10.5"},
                                                       {"10.50", "10.5"},
                                                       {"0.01", "0.01"},
                                                       {"0.10", "0.1"},
                                                       {"1e1", "10"},
                                                       {"1E+2", "100"},
                                                       {"100e-2", "1"},
                                                       {"1000000", "1000000"},
                                                       {"1e6", "1000000"},
                                                       {"999999.99", "999999.99"},
                                                       {"0e999999999999", "0"},
                                                       {"0.0000e-9", "0"},
                                                       {"0.00001e5", "1"},
                                                       {"12345e-2", "123.45"}};
  for (const auto& [number, expected] : cases) {
    CAPTURE(number);
    CHECK(read(number) == expected);
  }
}

TEST_CASE("An exponent is as large as it is written") {
  const std::string tiny = "0." + std::string(99, '0') + '1';
  CHECK(read(tiny + "e101") == "10");
  CHECK(read("1" + std::string(100, '0') + "e-99") == "10");
}

TEST_CASE("What is no number of units is refused, never rounded") {
  for (const char* const bad :
       {"-1", "-0.01", "0.001", "10.001", "1e-3", "1000000.01", "1000001", "1e7", "1e999999999999",
        "1e-999999999999", "99999999999999999999999999", "0.005", "1.005e0",
        "0.0000000000000000000000001"}) {
    CAPTURE(bad);
    CHECK(read(bad) == "no");
  }
}

TEST_CASE("What would wrap round to a number of units in 64 bits is refused") {
  CHECK(read("521046733106e10") == "no");
  CHECK(read("184467440737.09551617e10") == "no");
}

TEST_CASE("A tenth and two tenths are three tenths") {
  CHECK(*Units::parse("0.1") + *Units::parse("0.2") == *Units::parse("0.3"));
}
