#include "read/json_parser.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "text/plain.hpp"
#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

using nlohmann::json;

/// Where the token begins that follows the last sound one.
std::size_t begin_of_token(std::string_view document, const JsonContext& context) {
  return document.find_first_not_of(" \t\r\n,:", context.end_of_last);
}

bool looks_like_utf16(std::string_view document) {
  if (document.starts_with("\xFF\xFE") || document.starts_with("\xFE\xFF")) return true;
  const auto is_zero = [&](std::size_t i) { return document[i] == '\0'; };
  return document.size() > 3 && is_zero(0) != is_zero(1) && is_zero(0) == is_zero(2) &&
         is_zero(1) == is_zero(3);
}

/// Returns the `; expected TOKEN` at the end of the parser's text. Before it the parser quotes what
/// it read last. If what was read ends with the same words, they may be part of that quotation:
/// returns nothing then.
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
JsonStop from_parser(std::string_view document, const json::parse_error& error,
                     const JsonContext& context) {
  const std::string_view what = error.what();
  const std::size_t dash = what.find(" - ");
  const std::string_view rest = dash == std::string_view::npos ? what : what.substr(dash + 3);
  const std::string_view expected = expected_token(rest, document.substr(0, error.byte));
  const std::size_t last_read = rest.find("; last read: '");
  const std::string_view reason =
      rest.substr(0, std::min(last_read, rest.size() - expected.size()));
  std::size_t offset = error.byte - 1;
  const bool is_in_token =
      offset < document.size() && reason.find("invalid string") == std::string_view::npos;
  // Point at the beginning of the token, not at the byte where the parser gave up.
  if (is_in_token) offset = std::min(offset, begin_of_token(document, context));
  return {offset, "syntax error: " + text::spelled(reason) + std::string{expected}, false};
}

JsonStop nul_byte(std::size_t offset) { return {offset, "syntax error: a NUL byte", false}; }

/// What the parser says about `document`, in our words.
JsonStop in_our_words(std::string_view document, const json::parse_error& error,
                      const JsonContext& context) {
  if (document.find_first_not_of(text::blanks) == std::string_view::npos) {
    return {document.size(), "syntax error: the document is empty", false};
  }
  if (looks_like_utf16(document)) {
    return {0, "this is not UTF-8 (it looks like UTF-16); write it as UTF-8", false};
  }
  const std::size_t last_read = error.byte - 1;
  if (last_read < document.size() && document[last_read] == '\0') return nul_byte(last_read);
  if (auto slip = find_slip(document, context)) return std::move(*slip);
  return from_parser(document, error, context);
}

/// Decodes the content of a string if all its escapes are two bytes long and all other bytes are
/// plain, as in most strings that have escapes at all. That is many times faster than the parser.
std::optional<std::string> decode_short_escapes(std::string_view content) {
  constexpr std::string_view escapes = R"("\/bfnrt)";
  constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
  std::string decoded;
  decoded.reserve(content.size());
  while (true) {
    const std::size_t plain = text::plain_prefix(content);
    decoded += content.substr(0, plain);
    content.remove_prefix(plain);
    if (content.empty()) return decoded;
    const bool is_escape = content.front() == '\\' && content.size() > 1;
    const std::size_t escape = is_escape ? escapes.find(content[1]) : std::string_view::npos;
    if (escape == std::string_view::npos) return std::nullopt;
    decoded += meanings[escape];
    content.remove_prefix(2);
  }
}

}  // namespace

bool decode_string(std::string_view quoted, std::vector<std::string>& decoded) {
  if (auto simple = decode_short_escapes(quoted.substr(1, quoted.size() - 2))) {
    decoded.push_back(std::move(*simple));
    return true;
  }
  json text = json::parse(quoted, nullptr, /*allow_exceptions=*/false);
  if (text.is_discarded()) return false;
  decoded.push_back(std::move(text.get_ref<std::string&>()));
  return true;
}

bool is_in_range(std::string_view number) { return json::accept(number); }

JsonStop find_syntax_error(std::string_view document, const JsonContext& context) {
  const auto drop = [](int /*depth*/, json::parse_event_t, const json&) { return false; };
  try {
    [[maybe_unused]] const json dropped = json::parse(document, drop);
  } catch (const json::parse_error& error) {
    return in_our_words(document, error, context);
  } catch (const json::out_of_range&) {
    return {begin_of_token(document, context), "this number is too large", true};
  }
  // The parser found no error: it takes a NUL byte for the end.
  return nul_byte(document.find('\0', context.end_of_last));
}

}  // namespace certrenew
