// Pages of the manual, which are written in Markdown, as text for a terminal.
#pragma once

#include <string>
#include <string_view>

namespace certrenew::cli {

/// Returns a page without the marks of its Markdown: headings in capitals, examples indented, links
/// by their text. A link to the web keeps its address. Knows what the pages use: headings,
/// paragraphs, lists, fenced blocks, links, `code` and **bold**.
std::string plain_page(std::string_view markdown);

/// Returns the one-line description of a page, from its section Name: `the rules in plain words,
/// …`.
std::string_view summary_of_page(std::string_view markdown);

}  // namespace certrenew::cli
