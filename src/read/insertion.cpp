#include "read/insertion.hpp"

#include <array>
#include <optional>

#include "read/json_tape.hpp"
#include "read/layout.hpp"

namespace certrenew {

namespace {

constexpr std::array<std::string_view, 2> list_names = {"certifications", "activities"};

std::size_t index_of(LogList list) { return static_cast<std::size_t>(list); }

/// Where the lists of a log stand, and their last items.
class LogOutline final : public JsonElementReader {
 public:
  explicit LogOutline(std::string_view log) : text_{log} {
    tape_.parse_lists(log, list_names, *this);
    end_ = log.size() - blanks_before(log, log.size()).size();
    for (JsonIndex key = 1; key < tape_.after(0); key = tape_.after(key + 1)) {
      for (std::size_t list = 0; list < list_names.size(); ++list) {
        if (tape_.text(key) == list_names[list]) lists_[list] = key + 1;
      }
      last_key_ = key;
    }
  }

  void read_element(const JsonElement& element) override {
    last_items_[element.list] = tape_[element.at].place;
  }

  [[nodiscard]] bool has(LogList list) const { return lists_[index_of(list)] != 0; }
  /// Where its opening bracket stands. Precondition, here and below: the log has the list.
  [[nodiscard]] std::size_t place(LogList list) const {
    return tape_[lists_[index_of(list)]].place;
  }
  /// Where its closing bracket stands.
  [[nodiscard]] std::size_t closing(LogList list) const {
    return end_of_value(lists_[index_of(list)]) - 1;
  }
  /// Where its last item begins; none where it is empty.
  [[nodiscard]] std::optional<std::size_t> last_item(LogList list) const {
    return last_items_[index_of(list)];
  }
  /// Where its last item ends. Precondition: it is not empty.
  [[nodiscard]] std::size_t end_of_last_item(LogList list) const {
    const std::size_t bracket = closing(list);
    return bracket - blanks_before(text_, bracket).size();
  }
  [[nodiscard]] std::string_view text_of_last_item(LogList list) const {
    const std::size_t begin = *last_item(list);
    return text_.substr(begin, end_of_last_item(list) - begin);
  }

  [[nodiscard]] std::size_t last_key() const { return tape_[last_key_].place; }
  [[nodiscard]] std::size_t end_of_last_value() const { return end_of_value(last_key_ + 1); }
  /// Where the document begins.
  [[nodiscard]] std::size_t begin() const { return tape_[0].place; }
  [[nodiscard]] std::string_view document() const { return text_.substr(begin(), end_ - begin()); }
  [[nodiscard]] bool is_one_line() const { return document().find('\n') == std::string_view::npos; }
  /// The layout of its members.
  [[nodiscard]] ObjectLayout layout() const { return layout_of(tape_, end_); }
  /// The blanks before the first key that begins a line; none where no key does.
  [[nodiscard]] std::optional<std::string_view> indent_of_keys() const {
    for (JsonIndex key = 1; key < tape_.after(0); key = tape_.after(key + 1)) {
      const std::size_t place = tape_[key].place;
      if (begins_line(text_, place)) return indent_at(text_, place);
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::size_t end_of_value(JsonIndex value) const {
    return end_of_child(tape_, 0, value, end_);
  }

  std::string_view text_;
  JsonTape tape_;
  std::size_t end_ = 0;  // of the document
  JsonIndex last_key_ = 0;
  std::array<JsonIndex, 2> lists_{};  // 0: missing
  std::array<std::optional<std::size_t>, 2> last_items_{};
};

/// Makes an insertion into one log.
class Inserter {
 public:
  Inserter(std::string_view log, LogList list, std::string_view item)
      : log_{log}, outline_{log}, list_{list}, item_{item} {}

  [[nodiscard]] Insertion insert() const {
    if (!outline_.has(list_)) return add_list();
    return outline_.last_item(list_) ? after_last_item() : into_empty_list();
  }

 private:
  [[nodiscard]] Insertion after_last_item() const {
    const ObjectLayout layout = layout_of(outline_.text_of_last_item(list_));
    return {.at = outline_.end_of_last_item(list_),
            .text = separator_before(log_, *outline_.last_item(list_), layout) +
                    laid_out(item_, layout)};
  }

  [[nodiscard]] Insertion into_empty_list() const {
    const std::size_t begin = outline_.place(list_) + 1;
    const std::size_t end = outline_.closing(list_);
    const std::string_view inside = log_.substr(begin, end - begin);
    const std::string item = laid_out(item_, layout_without_neighbour());
    if (outline_.is_one_line()) return {.at = end, .text = item + std::string{inside}};
    const std::string_view indent = indent_at(log_, begin - 1);
    const std::string line = line_end() + std::string{indent} + step() + item;
    const std::size_t first_line_end = find_line_end(inside);
    if (first_line_end != std::string_view::npos) return {begin + first_line_end, line};
    // Blanks inside the list become part of the closing bracket's indentation if they can.
    if (!indent.ends_with(inside)) return {end, line + line_end() + std::string{indent}};
    return {begin,
            line + line_end() + std::string{indent.substr(0, indent.size() - inside.size())}};
  }

  [[nodiscard]] Insertion add_list() const {
    const std::size_t at = outline_.end_of_last_value();
    const ObjectLayout layout = outline_.layout();
    const std::string separator = separator_before(log_, outline_.last_key(), layout);
    std::string text = separator + '"' + std::string{name_of(list_)} + '"' + layout.colon + '[';
    const std::string item = laid_out(item_, layout_without_neighbour());
    if (outline_.is_one_line()) return {at, text + item + ']'};
    const bool begins_line = separator.find('\n') != std::string::npos;
    const std::string line =
        line_end() +
        std::string{begins_line ? indent_at(separator, separator.size()) : indent_at(log_, at)};
    return {at, text + line + step() + item + line + ']'};
  }

  /// The layout of an item on one line that has no neighbour: that of the other list's last item if
  /// that is on one line, too.
  [[nodiscard]] ObjectLayout layout_without_neighbour() const {
    ObjectLayout layout = outline_.layout();
    if (outline_.has(other()) && outline_.last_item(other())) {
      layout = layout_of(outline_.text_of_last_item(other()));
    }
    return on_one_line(layout);
  }

  /// By how much more an item is indented than its list.
  [[nodiscard]] std::string step() const {
    const auto item = outline_.has(other()) ? outline_.last_item(other()) : std::nullopt;
    if (item && begins_line(log_, *item)) {
      const std::string_view of_list = indent_at(log_, outline_.place(other()));
      const std::string_view of_item = indent_at(log_, *item);
      if (of_item.starts_with(of_list)) return std::string{of_item.substr(of_list.size())};
    }
    return std::string{outline_.indent_of_keys().value_or("  ")};
  }

  [[nodiscard]] std::string line_end() const {
    const std::string_view document = outline_.document();
    const std::size_t end = document.find('\n');
    return end > 0 && document[end - 1] == '\r' ? "\r\n" : "\n";
  }

  [[nodiscard]] LogList other() const {
    return list_ == LogList::activities ? LogList::certifications : LogList::activities;
  }

  std::string_view log_;
  LogOutline outline_;
  LogList list_;
  std::string_view item_;
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
