// Reports as one HTML page that needs nothing else: no script, nothing to load.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "print/document.hpp"

namespace certrenew::print {

/// Writes a report as a section of the page; finish() ends it.
class HtmlDocument : public Document {
 public:
  /// `sink` must outlive the document.
  explicit HtmlDocument(Sink& sink) : sink_{sink} {}

  void title(std::string_view who, std::string_view origin) override;
  void heading(std::string_view text, std::string_view beside) override;
  void text(std::string_view text, Style style) override;
  void list(const std::vector<std::string>& items) override;
  void grid(const Grid& grid) override;
  void remark(const RemarkLine& line) override;
  void picture(const Picture& picture) override;
  void finish();

 private:
  void begin_part();
  void end_remarks();

  Sink& sink_;
  bool in_section_ = false;
  bool in_remarks_ = false;
};

/// Appends what stands before all reports.
void append_page_begin(std::string& out, std::string_view title);

/// Appends what stands after all reports: `note` (if not empty), and how many logs could not be
/// read (if any).
void append_page_end(std::string& out, std::string_view note, std::size_t unreadable);

/// Appends `text` as content: visible and escaped, with its dates marked as dates, so that no line
/// breaks within one.
void append_html(std::string& out, std::string_view text);

}  // namespace certrenew::print
