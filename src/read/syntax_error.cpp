#include "read/syntax_error.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

std::size_t offset_of(std::string_view document, const ParserReport& report,
                      const JsonContext& context, std::string_view reason) {
  if (report.at_end) return document.size();
  const std::size_t last_read = report.read > 0 ? report.read - 1 : 0;
  if (reason.find("invalid string") != std::string_view::npos) return last_read;
  // Point at the beginning of the token, not at the byte where the parser gave up.
  const std::size_t token = document.find_first_not_of(" \t\r\n,:", context.end_of_last);
  return std::min(token, last_read);
}

bool looks_like_utf16(std::string_view document) {
  if (document.starts_with("\xFF\xFE") || document.starts_with("\xFE\xFF")) return true;
  const auto is_zero = [&](std::size_t i) { return document[i] == '\0'; };
  return document.size() > 3 && is_zero(0) != is_zero(1) && is_zero(0) == is_zero(2) &&
         is_zero(1) == is_zero(3);
}

/// The `; expected TOKEN` at the end of the parser's text. Before it the parser quotes what it read
/// last. Where the document itself ends with the same words they may come from there: then it
/// returns nothing.
std::string_view expected_token(std::string_view what, std::string_view read) {
  constexpr std::string_view tokens[] = {"end of input", "string literal",        "':'", "'}'",
                                         "']'",          "'[', '{', or a literal"};
  for (const std::string_view token : tokens) {
    if (!what.ends_with(token)) continue;
    constexpr std::string_view expected = "; expected ";
    const std::string_view before = what.substr(0, what.size() - token.size());
    if (!before.ends_with(expected)) continue;
    const std::string_view found = what.substr(before.size() - expected.size());
    const bool is_doubtful = read.ends_with(found.substr(0, found.size() - 1));
    return is_doubtful ? std::string_view{} : found;
  }
  return {};
}

/// Takes the reason from "… syntax error while parsing CONTEXT - REASON; last read: '…'; expected
/// TOKEN". What was read last is not trusted, and left out.
JsonStop from_parser(std::string_view document, const ParserReport& report,
                     const JsonContext& context) {
  const std::size_t dash = report.what.find(" - ");
  const std::string_view rest =
      dash == std::string_view::npos ? report.what : report.what.substr(dash + 3);
  const std::string_view expected = expected_token(rest, document.substr(0, report.read));
  const std::size_t last_read = rest.find("; last read: '");
  const std::string_view reason =
      rest.substr(0, std::min(last_read, rest.size() - expected.size()));
  return {offset_of(document, report, context, reason),
          "syntax error: " + text::spelled(reason) + std::string{expected}, false};
}

}  // namespace

JsonStop syntax_error(std::string_view document, const ParserReport& report,
                      const JsonContext& context) {
  if (report.is_overflow) {
    return {offset_of(document, report, context, {}), "this number is too large", true};
  }
  if (document.find_first_not_of(text::blanks) == std::string_view::npos) {
    return {document.size(), "syntax error: the document is empty", false};
  }
  if (looks_like_utf16(document)) {
    return {0, "this is not UTF-8 (it looks like UTF-16); write it as UTF-8", false};
  }
  if (!report.at_end && report.read > 0 && document[report.read - 1] == '\0') {
    return nul_byte(report.read - 1);
  }
  if (auto slip = find_slip(document, context)) return std::move(*slip);
  return from_parser(document, report, context);
}

JsonStop nul_byte(std::size_t offset) { return {offset, "syntax error: a NUL byte", false}; }

}  // namespace certrenew
