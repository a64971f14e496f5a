#include "cli/plain_page.hpp"

#include "../catch.hpp"

using namespace certrenew::cli;

TEST_CASE("a page loses the marks of its Markdown and keeps its lines") {
  CHECK(plain_page("# certrenew-log(5)\n\n## See also\n\nThe **day** counts, `as-of`.\n") ==
        "certrenew-log(5)\n\nSEE ALSO\n\nThe day counts, as-of.\n");
  CHECK(plain_page("### A part\n\n- `a`: one\n  line more\n") ==
        "A part\n\n- a: one\n  line more\n");
}

TEST_CASE("a page shows examples as they are, indented") {
  CHECK(plain_page("```console\n$ echo **a** `b` [c](d)\n\n# no heading\n```\nText\n") ==
        "    $ echo **a** `b` [c](d)\n\n    # no heading\nText\n");
}

TEST_CASE("a page shows a link by its text, and keeps an address on the web") {
  CHECK(plain_page("see [certrenew-log(5)](certrenew-log.5.md), [it](https://a.example/b)\n") ==
        "see certrenew-log(5), it <https://a.example/b>\n");
  CHECK(plain_page("[OPTIONS] and `[x](y)` and (z)\n") == "[OPTIONS] and [x](y) and (z)\n");
  CHECK(plain_page("[a] then [b](c)\n") == "[a] then b\n");
}

TEST_CASE("what is inside code keeps its stars") { CHECK(plain_page("`**`\n") == "**\n"); }

TEST_CASE("a page without a line break at its end gets one") { CHECK(plain_page("a") == "a\n"); }

TEST_CASE("the summary of a page stands under its name") {
  CHECK(summary_of_page("# a(7)\n\n## Name\n\na - what it is\n\nb - not that\n") == "what it is");
  CHECK(summary_of_page("# a(7)\n").empty());
}
