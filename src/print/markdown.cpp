// Reports as Markdown. An empty line stands between two parts, except between two remarks, which
// are items of one list.
#include "print/formats.hpp"
#include "text/utf8.hpp"

namespace certrenew::print {

namespace {

/// Appends `text` made visible and escaped, so that nothing in it is markup.
void append_markdown(std::string& out, std::string_view text) {
  constexpr std::string_view markup = "\\`*_{}[]<>|&~#$!";
  for (const char c : text::visible(text)) {
    if (markup.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
}

class MarkdownDocument final : public Document {
 public:
  explicit MarkdownDocument(Sink& sink) : sink_{sink}, out_{sink.text} {}

  // NOLINTNEXTLINE(bugprone-easily-swappable-parameters): in reading order
  void title(std::string_view who, std::string_view origin) override {
    begin_part();
    if (!who.empty()) append("**", who, "**, ");
    append("", origin, "\n");
  }

  // NOLINTNEXTLINE(bugprone-easily-swappable-parameters): in reading order
  void heading(std::string_view text, std::string_view beside) override {
    begin_part();
    append("## ", text);
    if (!beside.empty()) append(", ", beside);
    out_ += '\n';
  }

  void text(std::string_view text, Style /*style*/) override {
    begin_part();
    append("", text, "\n");
  }

  void list(const std::vector<std::string>& items) override {
    begin_part();
    for (const std::string& item : items) {
      append("- ", item, "\n");
      sink_.drain_if_large();
    }
  }

  void grid(const Grid& grid) override {
    begin_part();
    out_ += '|';
    for (const Column& column : grid.columns) append(" ", column.title, " |");
    out_ += "\n|";
    for (const Column& column : grid.columns) {
      out_ += column.align == Align::right ? " ---: |" : " --- |";
    }
    out_ += '\n';
    grid.rows([&](const Row& row) {
      out_ += '|';
      for (std::size_t i = 0; i < grid.columns.size(); ++i) append(" ", row[i].text, " |");
      out_ += '\n';
      sink_.drain_if_large();
    });
  }

  void remark(const RemarkLine& line) override {
    if (!after_remark_) begin_part();
    after_remark_ = true;
    append("- ", line.origin);
    if (!line.subject.empty()) append(", **", line.subject, "**");
    if (!line.kind.empty()) append(": ", line.kind);
    append(": ", line.message, "\n");
    sink_.drain_if_large();
  }

 private:
  void begin_part() {
    if (!first_) out_ += '\n';
    first_ = false;
    after_remark_ = false;
    sink_.drain_if_large();
  }

  /// Appends `text` escaped, between two pieces of markup.
  // NOLINTNEXTLINE(bugprone-easily-swappable-parameters): in reading order
  void append(std::string_view before, std::string_view text, std::string_view after = {}) {
    out_ += before;
    append_markdown(out_, text);
    out_ += after;
  }

  Sink& sink_;
  std::string& out_;
  bool first_ = true;
  bool after_remark_ = false;
};

}  // namespace

Printer markdown_printer(const Frame& frame) {
  const auto end = [note = frame.when_empty](Sink& sink, bool any, std::size_t) {
    if (!any) MarkdownDocument{sink}.text(note, Style::plain);
  };
  return {.print = printing_with<MarkdownDocument>(),
          .end = end,
          .separator = frame.is_list() ? "" : "\n",
          .always_frames = frame.is_list(),
          .is_for_people = true};
}

}  // namespace certrenew::print
