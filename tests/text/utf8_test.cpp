#include "text/utf8.hpp"

#include "../catch.hpp"

using namespace certrenew::text;

TEST_CASE("valid UTF-8 is decoded, and bytes that are not are told apart") {
  CHECK(decode("A").point == 'A');
  CHECK(decode("\xC3\xA9").point == 0xE9);
  CHECK(decode("\xE8\xAA\x8D").size == 3);
  CHECK(decode("\xF0\x9F\x98\x80").point == 0x1F600);
  for (const char* const bad : {"\x80", "\xC0\xAF", "\xC3", "\xE8\xAA", "\xED\xA0\x80",
                                "\xE0\x80\xAF", "\xF4\x90\x80\x80", "\xFF"}) {
    CAPTURE(bad);
    CHECK_FALSE(decode(bad).valid);
    CHECK(decode(bad).size == 1);
  }
}

TEST_CASE("characters are counted, and invalid bytes one by one") {
  CHECK(count_characters("") == 0);
  CHECK(count_characters("aé認😀") == 4);
  CHECK(count_characters("\xE8\xAAz") == 3);
}

TEST_CASE("a terminal shows wide characters in two columns and combining ones in none") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("認定") == 4);
  CHECK(display_width("e\xCC\x81") == 1);
  CHECK(display_width("👩‍💻") == 2);
  CHECK(display_width("👩💻") == 4);
}

TEST_CASE("columns add up character by character") {
  Columns columns;
  columns.add("👩\xE2\x80\x8D");
  columns.add("💻");
  CHECK(columns.taken() == 2);
  columns.clear();
  columns.add("x");
  CHECK(columns.taken() == 1);
}

TEST_CASE("visible text is one line and steers nothing") {
  CHECK(visible("plain \"text\" \\ 認") == "plain \"text\" \\ 認");
  CHECK(visible("a\nb\x1b[0m\x7f") == "a\\u000ab\\u001b[0m\\u007f");
  CHECK(visible("\xC2\x85\xE2\x80\xAE\xEF\xBB\xBF\xF3\xA0\x80\x81") ==
        "\\u0085\\u202e\\ufeff\\U000e0001");
  CHECK(visible("a\xFFz") == "a\\xffz");
  CHECK(visible("👩‍💻") == "👩‍💻");
}

TEST_CASE("spelled text shows joiners, too") {
  CHECK(spelled("a\xE2\x80\x8D\xE2\x80\x8C") == "a\\u200d\\u200c");
}

TEST_CASE("quoted text is cut after 60 characters, and its quotes are escaped") {
  CHECK(quoted("a\"b") == "\"a\\\"b\"");
  std::string wide;
  for (int i = 0; i < 60; ++i) wide += "é";
  CHECK(quoted(wide) == '"' + wide + '"');
  CHECK(quoted(wide + "x") == '"' + wide + "…\"");
}

TEST_CASE("a character beyond U+FFFF is escaped as a surrogate pair") {
  std::string out;
  append_json_escape(out, 0x1B);
  append_json_escape(out, 0x1F600);
  CHECK(out == "\\u001b\\ud83d\\ude00");
}
