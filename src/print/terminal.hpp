// Reports on a terminal: colours, aligned columns, wrapped lines.
//
// An empty line stands between two parts, except
//   - between a heading and the text below it,
//   - between a text and the indented grid below it, which belongs to the text,
//   - between a grid that is not indented and the text below it, which explains the grid,
//   - between two remarks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "print/document.hpp"

namespace certrenew::print {

class TerminalDocument : public Document {
 public:
  /// Both must outlive the document.
  TerminalDocument(Sink& sink, const Terminal& terminal) : sink_{sink}, terminal_{terminal} {}

  void title(std::string_view who, std::string_view origin) override;
  void heading(std::string_view text, std::string_view beside) override;
  void text(std::string_view text, Style style) override;
  void list(const std::vector<std::string>& items) override;
  void grid(const Grid& grid) override;
  void legend(const std::vector<std::string>& entries) override;
  void remark(const RemarkLine& line) override;
  void picture(const Picture& picture) override;

 private:
  enum class Part : std::uint8_t { none, text, heading, grid, indented_grid, remark, other };

  [[nodiscard]] bool belongs_to_last(Part below) const;
  void begin(Part part);
  void append_wrapped(std::string_view text, Style style);

  Sink& sink_;
  const Terminal& terminal_;
  Part last_ = Part::none;
};

/// Appends `text`, with the escape sequences of `style` if `colored`.
void append_styled(std::string& out, std::string_view text, Style style, bool colored);

/// Appends the grid, aligned by display width. Walks its rows once to measure the columns, and once
/// more to print them; a grid too wide for the terminal becomes several, where it says how to
/// divide it.
void append_grid(Sink& sink, const Grid& grid, const Terminal& terminal);

}  // namespace certrenew::print
