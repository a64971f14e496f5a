// UUIDs by name. The expected values are those of Python's uuid.uuid5().

#include "report/uuid.hpp"

#include <string>

#include "catch.hpp"

using certrenew::report::uuid_of;

TEST_CASE("A UUID is that of version 5 in the program's namespace") {
  CHECK(uuid_of("abc") == "64425a4d-324e-55e5-ba32-3d4ef779b7b9");
  CHECK(uuid_of("") == "a1ee3de9-9aa7-5377-9b26-08d3af0754b7");
}

TEST_CASE("A name may end anywhere in a block of SHA-1") {
  CHECK(uuid_of(std::string(39, 'a')) == "443bab4d-de8d-5f77-b2d0-2cdd852f8f8d");
  CHECK(uuid_of(std::string(40, 'a')) == "ccc38501-e08d-5ba6-8b71-4b278c0d1a0c");
  CHECK(uuid_of(std::string(48, 'a')) == "76e819e9-8018-5e5b-ad15-a739a27b0fb0");
  CHECK(uuid_of(std::string(1000, 'a')) == "bb7b6dd0-e8ac-5994-9161-96edeaeed6b3");
}
