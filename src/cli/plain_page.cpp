#include "cli/plain_page.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "text/scan.hpp"

namespace certrenew::cli {

namespace {

constexpr std::string_view fence = "```";

/// Appends the text of the link at the front of `line`, `[text](target)`, and its target if that is
/// an address. Removes the link; if there is none, does nothing and returns false.
bool append_link(std::string& out, std::string_view& line) {
  const std::size_t middle = std::min(line.find(']'), line.size());
  const std::size_t end = line.find(')', middle);
  const bool is_link = line.starts_with('[') && line.substr(middle).starts_with("](");
  if (!is_link || end == std::string_view::npos) return false;
  const std::string_view target = line.substr(middle + 2, end - middle - 2);
  out += line.substr(1, middle - 1);
  if (target.starts_with("http")) ((out += " <") += target) += '>';
  line.remove_prefix(end + 1);
  return true;
}

void append_prose(std::string& out, std::string_view line) {
  bool in_code = false;
  while (!line.empty()) {
    if (line.starts_with('`')) {
      in_code = !in_code;
      line.remove_prefix(1);
    } else if (!in_code && line.starts_with("**")) {
      line.remove_prefix(2);
    } else if (in_code || !append_link(out, line)) {
      out += line.front();
      line.remove_prefix(1);
    }
  }
}

void append_heading(std::string& out, std::string_view line) {
  const std::size_t level = line.find(' ');
  const std::string_view title = line.substr(level + 1);
  if (level != 2) {
    append_prose(out, title);
    return;
  }
  std::transform(title.begin(), title.end(), std::back_inserter(out), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
}

}  // namespace

std::string plain_page(std::string_view markdown) {
  std::string out;
  bool in_block = false;
  while (!markdown.empty()) {
    const std::string_view line = text::take_line(markdown);
    if (line.starts_with(fence)) {
      in_block = !in_block;
      continue;
    }
    if (in_block) {
      if (!line.empty()) (out += "    ") += line;
    } else if (line.starts_with('#')) {
      append_heading(out, line);
    } else {
      append_prose(out, line);
    }
    out += '\n';
  }
  return out;
}

std::string_view summary_of_page(std::string_view markdown) {
  constexpr std::string_view separator = " - ";
  while (!markdown.empty()) {
    const std::string_view line = text::take_line(markdown);
    const std::size_t at = line.find(separator);
    if (at != std::string_view::npos) return line.substr(at + separator.size());
  }
  return {};
}

}  // namespace certrenew::cli
