// Reports as Markdown, with the tables of GitHub's. An empty line stands between two parts, except
// between two remarks, which are items of one list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "print/document.hpp"

namespace certrenew::print {

class MarkdownDocument : public Document {
 public:
  /// `sink` must outlive the document.
  explicit MarkdownDocument(Sink& sink) : sink_{sink} {}

  void title(std::string_view who, std::string_view origin) override;
  void heading(std::string_view text, std::string_view beside) override;
  void text(std::string_view text, Style style) override;
  void list(const std::vector<std::string>& items) override;
  void grid(const Grid& grid) override;
  void remark(const RemarkLine& line) override;
  void picture(const Picture& picture) override;

 private:
  void begin_part();

  Sink& sink_;
  bool first_ = true;
  bool after_remark_ = false;
};

/// Appends `text` made visible and escaped, so that nothing in it is markup.
void append_markdown(std::string& out, std::string_view text);

}  // namespace certrenew::print
