#include "print/github.hpp"

#include <string>

#include "text/utf8.hpp"

namespace certrenew::print {

namespace {

/// Appends `text` made visible, with each byte of `special` as %XX.
void append_encoded(std::string_view special, std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : text::visible(text)) {
    if (special.find(c) == std::string_view::npos) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte / 16];
    out += digits[byte % 16];
  }
}

/// Colons and commas end a property, or divide two.
void append_property(std::string& out, std::string_view text) { append_encoded("%:,", out, text); }

}  // namespace

void GithubDocument::remark(const RemarkLine& line) {
  std::string& out = sink_.text;
  out += line.is_error ? "::error " : "::warning ";
  if (line.source != "-") {
    out += "file=";
    append_property(out, line.source);
    out += ',';
    if (line.position.line > 0) {
      out += "line=" + std::to_string(line.position.line) +
             ",col=" + std::to_string(line.position.column) + ',';
    }
  }
  out += "title=";
  append_property(out, line.subject);
  if (!line.subject.empty() && !line.kind.empty()) out += ' ';
  append_property(out, line.kind);
  out += "::";
  if (!line.subject.empty()) append_encoded("%", out, line.subject + ": ");
  append_encoded("%", out, line.message);
  out += '\n';
  sink_.drain_if_large();
}

}  // namespace certrenew::print
