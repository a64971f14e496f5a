#include "read/insertion.hpp"

#include <array>
#include <optional>

#include "read/json_tape.hpp"
#include "read/layout.hpp"

namespace certrenew {

namespace {

constexpr std::array<std::string_view, 2> list_names = {"certifications", "activities"};

std::size_t index_of(LogList list) { return static_cast<std::size_t>(list); }

/// A list in the text of a log.
struct ListText {
  std::size_t open = 0;        // where its opening bracket stands
  std::size_t close = 0;       // where its closing bracket stands
  std::string_view last_item;  // empty: it has none
};

/// Makes an insertion into one log.
class Inserter final : public JsonElementReader {
 public:
  Inserter(std::string_view log, LogList list, std::string_view item)
      : log_{log},
        end_{log.size() - blanks_before(log, log.size()).size()},
        list_{list},
        item_{item} {
    tape_.parse(log, list_names, this);
    for (JsonIndex key = 1; key < tape_.after(0); key = tape_.after(key + 1)) {
      last_key_ = key;
      for (std::size_t i = 0; i < list_names.size(); ++i) {
        if (tape_.text(key) == list_names[i]) lists_[i] = list_at(key + 1, last_items_[i]);
      }
    }
  }

  void read_element(const JsonElement& element) override {
    last_items_[element.list] = tape_[element.at].place;
  }

  [[nodiscard]] Insertion insert() const {
    const std::optional<ListText>& own = lists_[index_of(list_)];
    if (!own) return add_list();
    return own->last_item.empty() ? into_empty_list(*own) : after_last_item(own->last_item);
  }

 private:
  /// `last_item`: where the last item begins; none if the list is empty.
  [[nodiscard]] ListText list_at(JsonIndex list, std::optional<std::size_t> last_item) const {
    const std::size_t close = end_of_value(list) - 1;
    const std::size_t end = close - blanks_before(log_, close).size();
    const std::size_t begin = last_item.value_or(end);
    return {tape_[list].place, close, log_.substr(begin, end - begin)};
  }
  [[nodiscard]] std::size_t end_of_value(JsonIndex value) const {
    return end_of_child(tape_, 0, value, end_);
  }
  /// Where a part of the log begins.
  [[nodiscard]] std::size_t place_of(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - log_.data());
  }

  [[nodiscard]] Insertion after_last_item(std::string_view last) const {
    const ObjectLayout layout = layout_of(last);
    return {.at = place_of(last) + last.size(),
            .text = separator_before(log_, place_of(last), layout) + laid_out(item_, layout)};
  }

  [[nodiscard]] Insertion into_empty_list(const ListText& list) const {
    const std::size_t begin = list.open + 1;
    const std::string_view inside = log_.substr(begin, list.close - begin);
    const std::string item = laid_out(item_, layout_without_neighbour());
    if (is_one_line()) return {.at = list.close, .text = item + std::string{inside}};
    const std::string_view indent = indent_at(log_, list.open);
    const std::string line = line_end() + std::string{indent} + step() + item;
    const std::size_t first_line_end = find_line_end(inside);
    if (first_line_end != std::string_view::npos) return {begin + first_line_end, line};
    // Blanks inside the list become part of the closing bracket's indentation if they can.
    if (!indent.ends_with(inside)) return {list.close, line + line_end() + std::string{indent}};
    return {begin,
            line + line_end() + std::string{indent.substr(0, indent.size() - inside.size())}};
  }

  [[nodiscard]] Insertion add_list() const {
    const std::size_t at = end_of_value(last_key_ + 1);
    const ObjectLayout layout = layout_of(tape_, end_);
    const std::string separator = separator_before(log_, tape_[last_key_].place, layout);
    std::string text = separator + '"' + std::string{name_of(list_)} + '"' + layout.colon + '[';
    const std::string item = laid_out(item_, layout_without_neighbour());
    if (is_one_line()) return {at, text + item + ']'};
    const bool begins_line = separator.find('\n') != std::string::npos;
    const std::string line =
        line_end() +
        std::string{begins_line ? indent_at(separator, separator.size()) : indent_at(log_, at)};
    return {at, text + line + step() + item + line + ']'};
  }

  /// The last item of the other list; empty if there is none.
  [[nodiscard]] std::string_view other_item() const {
    const std::optional<ListText>& other = lists_[1 - index_of(list_)];
    return other ? other->last_item : std::string_view{};
  }
  /// The layout of an item on one line that has no neighbour: that of the other list's last item if
  /// that is on one line, too.
  [[nodiscard]] ObjectLayout layout_without_neighbour() const {
    const std::string_view other = other_item();
    return on_one_line(other.empty() ? layout_of(tape_, end_) : layout_of(other));
  }
  /// Returns the blanks by which an item is indented further than its list: as in the other list,
  /// or else as the first key that begins a line.
  [[nodiscard]] std::string step() const {
    const std::string_view item = other_item();
    if (!item.empty() && begins_line(log_, place_of(item))) {
      const std::string_view of_list = indent_at(log_, lists_[1 - index_of(list_)]->open);
      const std::string_view of_item = indent_at(log_, place_of(item));
      if (of_item.starts_with(of_list)) return std::string{of_item.substr(of_list.size())};
    }
    for (JsonIndex key = 1; key < tape_.after(0); key = tape_.after(key + 1)) {
      const std::size_t place = tape_[key].place;
      if (begins_line(log_, place)) return std::string{indent_at(log_, place)};
    }
    return "  ";
  }

  [[nodiscard]] std::string_view document() const {
    return log_.substr(tape_[0].place, end_ - tape_[0].place);
  }
  [[nodiscard]] bool is_one_line() const { return document().find('\n') == std::string_view::npos; }
  [[nodiscard]] std::string line_end() const {
    const std::size_t end = find_line_end(document());
    return document()[end] == '\r' ? "\r\n" : "\n";
  }

  std::string_view log_;
  std::size_t end_;  // of the document
  LogList list_;
  std::string_view item_;
  JsonTape tape_;
  JsonIndex last_key_ = 0;
  std::array<std::optional<std::size_t>, 2> last_items_{};  // where they begin
  std::array<std::optional<ListText>, 2> lists_{};
};

}  // namespace

std::string_view name_of(LogList list) noexcept { return list_names[index_of(list)]; }

std::string Insertion::into(std::string_view other) const {
  std::string whole;
  whole.reserve(other.size() + text.size());
  return whole.append(other.substr(0, at)).append(text).append(other.substr(at));
}

Insertion insert_at_end(std::string_view log, LogList list, std::string_view item) {
  return Inserter{log, list, item}.insert();
}

}  // namespace certrenew
