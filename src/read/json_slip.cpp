#include "read/json_slip.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/error_list.hpp"
#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

using text::blanks;
using text::is_digit;

constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}
constexpr bool is_word(char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '.'; }

bool is_one_of(char c, std::string_view some) { return some.find(c) != std::string_view::npos; }

/// The typographic double quotes.
constexpr std::array<std::string_view, 3> double_quotes{"\u201C", "\u201D", "\u201E"};
/// What else people take for a quote: single ones, and those of other languages.
constexpr std::array<std::string_view, 8> other_quotes{"'",      "`",      "\u2018", "\u2019",
                                                       "\u201A", "\u201B", "\u00AB", "\u00BB"};

/// The quote that `text` begins with, if it is not JSON's; else empty.
template <class Quotes>
std::string_view quote_before(std::string_view text, const Quotes& quotes) {
  for (const std::string_view quote : quotes) {
    if (text.starts_with(quote)) return quote;
  }
  return {};
}

std::string_view wrong_quote_before(std::string_view text) {
  const std::string_view quote = quote_before(text, double_quotes);
  return quote.empty() ? quote_before(text, other_quotes) : quote;
}

std::string wrong_quote(std::string_view quote) {
  const std::string kind = quote == "'"        ? "a single quote"
                           : quote.size() == 1 ? "a backquote"
                                               : "a typographic quote " + std::string{quote};
  return kind + "; JSON takes the plain double quote (\")";
}

bool begins_comment(std::string_view text) {
  return text.starts_with("//") || text.starts_with("/*") || text.starts_with('#');
}

bool begins_value(std::string_view text) {
  const char first = text.front();
  return is_one_of(first, "\"{[-") || is_digit(first) || is_letter(first) ||
         !wrong_quote_before(text).empty();
}

constexpr std::size_t digits_of_year = 4;

/// A date of the form `2025-06-01` that `text` begins with; else empty.
std::string_view date_before(std::string_view text) {
  constexpr std::string_view form = "0000-00-00";
  const std::string_view date = text.substr(0, form.size());
  const bool is_date =
      std::equal(date.begin(), date.end(), form.begin(), form.end(),
                 [](char c, char wanted) { return wanted == '0' ? is_digit(c) : c == wanted; });
  return is_date ? date : std::string_view{};
}

/// What a bare word stands for: a word of JSON, or else a string.
std::string meant_by(std::string_view word) {
  std::string lower{word};
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (lower == "true" || lower == "false" || lower == "null") return lower;
  if (lower == "none" || lower == "nil" || lower == "undefined") return "null";
  return text::quoted(word);
}

/// Looks at what stands around the place where a document stopped being valid.
class SlipFinder {
 public:
  SlipFinder(std::string_view document, const JsonContext& context)
      : document_{document},
        context_{context},
        separator_at_{after_blanks(last_ == 0 ? text::size_of_mark(document) : last_)},
        token_at_{separator_at_} {
    if (separator_at_ == document.size()) return;
    const char next = document[separator_at_];
    if (next != (context.after_key ? ':' : ',')) return;
    separator_ = next;
    token_at_ = after_blanks(separator_at_ + 1);
  }

  [[nodiscard]] std::optional<JsonStop> find() const {
    if (auto quote = closing_quote()) return quote;
    if (token_at_ == document_.size()) return context_.bracket ? early_end() : comma_too_many();
    if (begins_comment(token())) return stop(token_at_, "a comment; JSON has no comments");
    if (auto comma = comma_too_many()) return comma;
    if (!context_.bracket) return wrong_quote_here();
    if (separator_ == '\0' && !is_first()) return missing_separator();
    if (next() == '"') return open_string();
    if (separator_ == ':' && is_one_of(next(), ",}]")) {
      return stop(token_at_, "a value is missing before this");
    }
    if (auto quote = wrong_quote_here()) return quote;
    return expects_key() ? bare_key() : bare_word();
  }

 private:
  static JsonStop stop(std::size_t at, std::string message) {
    return {at, std::move(message), false};
  }

  [[nodiscard]] std::size_t after_blanks(std::size_t from) const {
    return std::min(document_.find_first_not_of(blanks, from), document_.size());
  }
  [[nodiscard]] std::string_view token() const { return document_.substr(token_at_); }
  /// Its first character; NUL at the end of the document.
  [[nodiscard]] char next() const { return token().empty() ? '\0' : token().front(); }
  /// Whether nothing stands before the token in its list, object or document.
  [[nodiscard]] bool is_first() const {
    return last_ == 0 || document_[last_ - 1] == '[' || document_[last_ - 1] == '{';
  }
  [[nodiscard]] bool is_in_object() const {
    return context_.bracket && document_[*context_.bracket] == '{';
  }
  [[nodiscard]] bool expects_key() const { return is_in_object() && !context_.after_key; }
  /// The letters, digits, hyphens and points from `from` on.
  [[nodiscard]] std::string_view word_at(std::size_t from) const {
    std::size_t end = from;
    while (end < document_.size() && is_word(document_[end])) ++end;
    return document_.substr(from, end - from);
  }
  [[nodiscard]] bool ends_with(std::string_view word) const {
    return word.data() + word.size() == document_.data() + document_.size();
  }

  [[nodiscard]] std::string place_of(std::size_t offset) const {
    const Position position = LineCounter{document_}.go_to(offset);
    return std::to_string(context_.first_line - 1 + position.line) + ':' +
           std::to_string(position.column);
  }
  /// `the "[" at 7:17 is not closed`.
  [[nodiscard]] std::string open_bracket() const {
    return std::string{"the \""} + document_[*context_.bracket] + "\" at " +
           place_of(*context_.bracket) + " is not closed";
  }

  /// Precondition: a bracket is open.
  [[nodiscard]] std::optional<JsonStop> early_end() const {
    return stop(document_.size(), "ends too early: " + open_bracket());
  }

  /// A comma before the first item, after the last item, after the document, or after another
  /// comma.
  [[nodiscard]] std::optional<JsonStop> comma_too_many() const {
    if (separator_ != ',') return std::nullopt;
    if (next() == ',' && !is_first()) return stop(token_at_, "a comma too many");
    if (context_.bracket && !is_first() && !is_one_of(next(), "}]")) return std::nullopt;
    return stop(separator_at_, "a comma too many");
  }

  /// What stands directly after a value, or a key, where a separator should be.
  [[nodiscard]] std::optional<JsonStop> missing_separator() const {
    if (const std::string_view date = unquoted_date(); !date.empty()) {
      return stop(last_ - digits_of_year, "an unquoted date; write " + text::quoted(date));
    }
    if (context_.after_key) {
      if (next() != '=' && !begins_value(token())) return std::nullopt;
      return stop(token_at_, "a colon is missing before this");
    }
    if (is_one_of(next(), "}]")) {
      return stop(token_at_,
                  std::string{"\""} + next() + "\" does not belong here: " + open_bracket());
    }
    const char before = document_[last_ - 1];
    const bool is_glued = token_at_ == last_ && is_word(next());
    if (is_glued && before == '"') {
      return stop(
          token_at_,
          "a quote (\") is missing before this, or one within a string is not written \\\"");
    }
    if ((is_glued && is_word(before)) || !begins_value(token())) return std::nullopt;
    const std::string_view between = document_.substr(last_, token_at_ - last_);
    if (between.find('\n') == std::string_view::npos) {
      return stop(token_at_, "a comma is missing before this");
    }
    const std::uint32_t line = LineCounter{document_}.go_to(last_).line;
    return stop(token_at_,
                "a comma is missing after line " + std::to_string(context_.first_line - 1 + line));
  }

  /// The date that begins with the number before the token; else empty.
  [[nodiscard]] std::string_view unquoted_date() const {
    if (token_at_ != last_ || last_ < digits_of_year) return {};
    return date_before(document_.substr(last_ - digits_of_year));
  }

  [[nodiscard]] std::optional<JsonStop> bare_key() const {
    const std::string_view word = word_at(token_at_);
    if (word.empty()) return std::nullopt;
    if (ends_with(word)) return early_end();
    if (auto comma = decimal_comma(word)) return comma;
    return stop(token_at_, "an unquoted key; write " + text::quoted(word));
  }

  /// `12,5`: two numbers and a comma without a blank.
  [[nodiscard]] std::optional<JsonStop> decimal_comma(std::string_view word) const {
    const bool is_between = separator_ == ',' && separator_at_ == last_ &&
                            token_at_ == separator_at_ + 1 && is_digit(document_[last_ - 1]);
    if (!is_between || !std::all_of(word.begin(), word.end(), is_digit)) return std::nullopt;
    return stop(separator_at_, "a comma within a number; write a point");
  }

  [[nodiscard]] std::optional<JsonStop> wrong_quote_here() const {
    const std::string_view quote = wrong_quote_before(token());
    if (quote.empty()) return std::nullopt;
    return stop(token_at_, wrong_quote(quote));
  }

  [[nodiscard]] std::optional<JsonStop> bare_word() const {
    const std::string_view word = word_at(token_at_);
    if (word.empty() || !is_letter(word.front()) || word == "NaN") return std::nullopt;
    if (ends_with(word)) return early_end();
    const std::string meant = meant_by(word);
    if (meant == word) return std::nullopt;
    const bool is_text = meant.front() == '"';
    return stop(token_at_, is_text ? "an unquoted text; write " + meant
                                   : text::quoted(word) + " is not JSON; write " + meant);
  }

  /// A string that does not end on its line.
  [[nodiscard]] std::optional<JsonStop> open_string() const {
    const std::size_t end = end_of_string(token_at_);
    if (end == document_.size()) return early_end();
    if (document_[end] != '\n' && document_[end] != '\r') return std::nullopt;
    return stop(end, "the string that begins at " + place_of(token_at_) +
                         " does not end on its line; a quote (\") is missing");
  }

  /// Where the string that begins at `from` ends: at its closing quote, at a control character that
  /// it must not contain, or with the document.
  [[nodiscard]] std::size_t end_of_string(std::size_t from) const {
    std::size_t at = from + 1;
    for (; at < document_.size() && document_[at] != '"'; ++at) {
      if (static_cast<unsigned char>(document_[at]) < ' ') return at;
      if (document_[at] == '\\') ++at;
    }
    return std::min(at, document_.size());
  }

  /// A typographic quote that was to end the string at the place, or the one before it.
  [[nodiscard]] std::optional<JsonStop> closing_quote() const {
    if (next() == '"') {
      const std::size_t end = end_of_string(token_at_);
      const bool is_closed = end < document_.size() && document_[end] == '"';
      return is_closed ? std::nullopt : closing_quote_in(token_at_ + 1, end);
    }
    if (last_ < 2 || document_[last_ - 1] != '"' || separator_ != '\0') return std::nullopt;
    const std::size_t before = document_.rfind('"', last_ - 2);
    if (before == std::string_view::npos) return std::nullopt;
    return closing_quote_in(before + 1, last_ - 1);
  }

  // NOLINTNEXTLINE(bugprone-easily-swappable-parameters): the order in which they stand
  [[nodiscard]] std::optional<JsonStop> closing_quote_in(std::size_t begin, std::size_t end) const {
    for (std::size_t at = begin; at < end; ++at) {
      const std::string_view quote = quote_before(document_.substr(at), double_quotes);
      if (quote.empty()) continue;
      const std::size_t next = after_blanks(at + quote.size());
      const bool ends = next == document_.size() || is_one_of(document_[next], ",:]}");
      if (ends) return stop(at, wrong_quote(quote));
    }
    return std::nullopt;
  }

  std::string_view document_;
  const JsonContext& context_;
  std::size_t last_ = context_.end_of_last;
  char separator_ = '\0';  // between the last sound token and the next; NUL: none
  std::size_t separator_at_;
  std::size_t token_at_;
};

}  // namespace

std::optional<JsonStop> find_slip(std::string_view document, const JsonContext& context) {
  return SlipFinder{document, context}.find();
}

}  // namespace certrenew
