#include "read/layout.hpp"

#include <algorithm>

#include "text/scan.hpp"

namespace certrenew {

namespace {

bool has_line_end(std::string_view text) { return text.find('\n') != std::string_view::npos; }

/// `some` blanks without their empty lines: from the last line end on, if there is one.
std::string without_empty_lines(std::string_view some) {
  const std::size_t last = some.rfind('\n');
  if (last == std::string_view::npos) return std::string{some};
  const bool is_crlf = last > 0 && some[last - 1] == '\r';
  return std::string{some.substr(is_crlf ? last - 1 : last)};
}

/// The blanks before `place`, and the punctuation mark before them with the blanks before that.
std::string mark_before(std::string_view text, std::size_t place) {
  const std::string_view after = blanks_before(text, place);
  const std::size_t mark = place - after.size() - 1;
  return without_empty_lines(blanks_before(text, mark)) + text[mark] + without_empty_lines(after);
}

/// `,` or `, `, as the blanks of a layout's colons suggest.
std::string comma_like(const std::string& colon) { return colon.ends_with(':') ? "," : ", "; }

void keep_shorter(std::string& shortest, std::string other) {
  const bool is_alike = has_line_end(shortest) == has_line_end(other);
  if (shortest.empty() || (is_alike && other.size() < shortest.size())) shortest = std::move(other);
}

/// A list of words or numbers on one line.
std::string laid_out_list(const JsonTape& tape, JsonIndex list, std::size_t end,
                          const std::string& comma) {
  std::string text = "[";
  for (JsonIndex at = list + 1; at < tape.after(list); at = tape.after(at)) {
    if (at != list + 1) text += comma;
    const std::size_t begin = tape[at].place;
    text += tape.document().substr(begin, end_of_child(tape, list, at, end) - begin);
  }
  return text + ']';
}

}  // namespace

std::string_view blanks_before(std::string_view text, std::size_t end) {
  const std::size_t last = text.substr(0, end).find_last_not_of(text::blanks);
  const std::size_t begin = last == std::string_view::npos ? 0 : last + 1;
  return text.substr(begin, end - begin);
}

bool begins_line(std::string_view text, std::size_t place) {
  return has_line_end(blanks_before(text, place));
}

std::string_view indent_at(std::string_view text, std::size_t place) {
  const std::size_t line_end = text.substr(0, place).rfind('\n');
  const std::size_t begin = line_end == std::string_view::npos ? 0 : line_end + 1;
  const std::size_t end = std::min(text.find_first_not_of(" \t", begin), text.size());
  return text.substr(begin, end - begin);
}

std::size_t find_line_end(std::string_view text) {
  const std::size_t end = text.find('\n');
  const bool is_crlf = end != std::string_view::npos && end > 0 && text[end - 1] == '\r';
  return is_crlf ? end - 1 : end;
}

std::size_t end_of_child(const JsonTape& tape, JsonIndex parent, JsonIndex child, std::size_t end) {
  const JsonIndex next = tape.after(child);
  std::size_t mark = end - 1;  // the closing bracket, or what separates it from the next child
  if (next < tape.after(parent)) {
    const std::size_t place = tape[next].place;
    mark = place - blanks_before(tape.document(), place).size() - 1;
  }
  return mark - blanks_before(tape.document(), mark).size();
}

ObjectLayout layout_of(const JsonTape& tape, std::size_t end) {
  const std::string_view text = tape.document();
  ObjectLayout layout{.open = without_empty_lines(blanks_before(text, tape[1].place)),
                      .colon = {},
                      .comma = {},
                      .close = without_empty_lines(blanks_before(text, end - 1))};
  for (JsonIndex key = 1; key < tape.after(0); key = tape.after(key + 1)) {
    keep_shorter(layout.colon, mark_before(text, tape[key + 1].place));
    if (key > 1) keep_shorter(layout.comma, mark_before(text, tape[key].place));
  }
  if (has_line_end(layout.colon)) layout.colon = ": ";
  if (layout.comma.empty()) layout.comma = comma_like(layout.colon);
  return layout;
}

ObjectLayout layout_of(std::string_view object) {
  JsonTape tape;
  tape.parse(object);
  return layout_of(tape, object.size());
}

ObjectLayout on_one_line(const ObjectLayout& layout) {
  ObjectLayout result = layout;
  if (has_line_end(layout.comma)) result.comma = comma_like(layout.colon);
  if (has_line_end(layout.open + layout.close + layout.comma)) result.open = result.close = "";
  return result;
}

std::string separator_before(std::string_view text, std::size_t place, const ObjectLayout& layout) {
  const std::string_view after = blanks_before(text, place);
  if (text[place - after.size() - 1] == ',') return mark_before(text, place);
  if (has_line_end(after)) return ',' + without_empty_lines(after);
  return on_one_line(layout).comma;
}

std::string laid_out(std::string_view object, const ObjectLayout& layout) {
  JsonTape tape;
  tape.parse(object);
  std::string text = '{' + layout.open;
  for (JsonIndex key = 1; key < tape.after(0); key = tape.after(key + 1)) {
    if (key > 1) text += layout.comma;
    const auto raw = [&](JsonIndex child) {
      const std::size_t begin = tape[child].place;
      return object.substr(begin, end_of_child(tape, 0, child, object.size()) - begin);
    };
    (text += raw(key)) += layout.colon;
    if (tape[key + 1].kind == JsonKind::list) {
      const std::string comma = comma_like(layout.colon);
      text += laid_out_list(tape, key + 1, end_of_child(tape, 0, key + 1, object.size()), comma);
    } else {
      text += raw(key + 1);
    }
  }
  return text + layout.close + '}';
}

}  // namespace certrenew
