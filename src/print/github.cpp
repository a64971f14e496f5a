#include <string>

#include "print/formats.hpp"
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
    out += {'%', digits[byte / 16], digits[byte % 16]};
  }
}

class GithubDocument final : public Document {
 public:
  explicit GithubDocument(Sink& sink) : sink_{sink} {}

  void remark(const RemarkLine& line) override {
    constexpr std::string_view special = "%:,";  // colons and commas end a property
    std::string& out = sink_.text;
    out += line.is_error ? "::error " : "::warning ";
    if (!line.source.empty() && line.source != "-") {
      out += "file=";
      append_encoded(special, out, line.source);
      out += ',';
      if (line.position.line > 0) {
        out += "line=" + std::to_string(line.position.line) +
               ",col=" + std::to_string(line.position.column) + ',';
      }
    }
    const bool both = !line.subject.empty() && !line.kind.empty();
    out += "title=";
    append_encoded(special, out, line.subject + (both ? " " : ""));
    append_encoded(special, out, line.kind);
    out += "::";
    append_encoded("%", out, line.subject + (line.subject.empty() ? "" : ": ") + line.message);
    out += '\n';
    sink_.drain_if_large();
  }

 private:
  Sink& sink_;
};

}  // namespace

Printer github_printer() {
  return {.print = printing_with<GithubDocument>(), .prints_errors = true};
}

}  // namespace certrenew::print
