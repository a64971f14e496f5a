#include "read/json_tape.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "certrenew/read.hpp"
#include "read/cursor.hpp"
#include "read/syntax_error.hpp"

namespace certrenew {

namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

/// Listens to the parser's events, and writes a tape.
class JsonTapeBuilder {
 public:
  /// `reader`: see JsonTape::parse_lists(); null: every value stays on the tape.
  JsonTapeBuilder(JsonTape& tape, std::span<const std::string_view> lists,
                  JsonElementReader* reader)
      : tape_{tape},
        values_{tape.values_},
        cursor_{tape.document_},
        lists_{lists},
        reader_{reader} {}

  void build() {
    if (tape_.document_.size() > most_document_bytes) {
      tape_.stop_ = {0, "larger than 64 MiB", false};
    } else if (parse() && here() > 0 && tape_.document_[here() - 1] == '\0') {
      tape_.stop_ = nul_byte(here() - 1);
    }
    if (tape_.stop_) end_early();
  }

  // The parser calls the functions below; it stops where they return false.

  bool null() {
    add(JsonKind::null, here() - 4);
    return end_value();
  }

  bool boolean(bool is_true) {
    add(JsonKind::boolean, here() - (is_true ? 4 : 5)).is_true = is_true;
    return end_value();
  }

  bool number_integer(std::int64_t /*value*/) { return number(); }
  bool number_unsigned(std::uint64_t /*value*/) { return number(); }
  bool number_float(double /*inexact*/, const std::string& /*digits*/) { return number(); }

  bool string(std::string& parsed) {
    add_string(JsonKind::text, parsed);
    return end_value();
  }

  bool key(std::string& parsed) {
    add_string(JsonKind::key, parsed);
    if (depth_ == 1 && reader_ != nullptr) choose_list();
    return true;
  }

  bool start_object(std::size_t /*unknown*/) { return start(JsonKind::object); }
  bool start_array(std::size_t /*unknown*/) { return start(JsonKind::list); }
  bool end_object() { return end(); }
  bool end_array() { return end(); }

  template <class Bytes>
  bool binary(Bytes& /*not in JSON*/) {
    return false;
  }

  template <class Exception>
  bool parse_error(std::size_t bytes, const std::string& /*token*/, const Exception& error) {
    constexpr int number_overflow = 406;
    tape_.stop_ = syntax_error(tape_.document_, {.what = error.what(),
                                                 .is_overflow = error.id == number_overflow,
                                                 .at_end = cursor_.is_past_end(bytes),
                                                 .read = here(),
                                                 .end_of_last = end_of_last_});
    return false;
  }

 private:
  static constexpr std::size_t no_list = static_cast<std::size_t>(-1);
  /// Within the document, a list that is read, one of its elements, and a list in that.
  static constexpr std::size_t depth_in_element = 4;
  /// How many values of a list inside an element are kept. No sensible list has more.
  static constexpr std::size_t most_kept = 10'000;

  bool parse() {
    return nlohmann::json::sax_parse(CursorIterator{cursor_}, CursorIterator{}, this);
  }

  [[nodiscard]] Place here() const { return cursor_.place(); }

  JsonValue& add(JsonKind kind, Place place) {
    end_of_last_ = here();
    return values_.emplace_back(JsonValue{.kind = kind, .place = place});
  }

  void add_string(JsonKind kind, std::string& parsed) {
    JsonValue& value = add(kind, cursor_.string_place());
    if (cursor_.is_plain()) {
      value.extent = cursor_.plain_size();
    } else {
      value.is_decoded = true;
      value.extent = static_cast<std::uint32_t>(tape_.decoded_.size());
      tape_.decoded_.push_back(std::move(parsed));
    }
  }

  /// Finds the number in the text, since the parser reports only its value. The parser has read the
  /// byte after it, if there is one. JSON forbids leading zeros: for `01` the parser reports the
  /// `0`.
  bool number() {
    const std::size_t begin =
        tape_.document_.find_first_not_of(" \t\r\n,:\xEF\xBB\xBF", end_of_last_);
    std::string_view digits = tape_.document_.substr(begin, here() - begin);
    const std::size_t first = digits.front() == '-' ? 1 : 0;
    const bool has_leading_zero =
        digits.size() == first + 2 && digits[first] == '0' && is_digit(digits.back());
    if (!is_digit(digits.back()) || has_leading_zero) digits.remove_suffix(1);
    add(JsonKind::number, static_cast<Place>(begin)).extent =
        static_cast<std::uint32_t>(digits.size());
    end_of_last_ = begin + digits.size();
    return end_value();
  }

  bool start(JsonKind kind) {
    if (depth_ == most_nesting) {
      tape_.stop_ = {here() - 1, "nested more than " + std::to_string(most_nesting) + " deep",
                     true};
      return false;
    }
    open_[depth_++] = static_cast<JsonIndex>(values_.size());
    add(kind, here() - 1);
    return true;
  }

  bool end() {
    const JsonIndex at = open_[--depth_];
    JsonValue& ended = values_[at];
    ended.extent = static_cast<std::uint32_t>(values_.size());
    ended.is_complete = true;
    end_of_last_ = here();
    if (depth_ == 1) list_ = no_list;
    return end_value(at);
  }

  bool end_value() { return end_value(static_cast<JsonIndex>(values_.size() - 1)); }

  bool end_value(JsonIndex at) {
    if (reader_ != nullptr && depth_ > 0) {
      const JsonIndex parent = open_[depth_ - 1];
      if (values_[parent].kind == JsonKind::list) end_element(parent, at);
    }
    return true;
  }

  void end_element(JsonIndex list, JsonIndex at) {
    const bool is_listed = depth_ == 2 && list_ != no_list;
    const bool is_in_element = depth_ == depth_in_element && list_ != no_list;
    if (is_in_element) {
      if (at >= list + most_kept) drop_from(at);
      return;
    }
    if (is_listed) reader_->read_element({.list = list_, .number = number_++, .at = list + 1});
    drop_from(list + 1);
  }

  void drop_from(JsonIndex first) {
    const auto begin = values_.begin() + first;
    if (!tape_.decoded_.empty()) {
      const auto decoded =
          std::find_if(begin, values_.end(), [](const JsonValue& one) { return one.is_decoded; });
      if (decoded != values_.end()) tape_.decoded_.resize(decoded->extent);
    }
    values_.resize(first);
  }

  /// Finds out whether the elements of the next list are to be read. Only the first list of each
  /// name is.
  void choose_list() {
    const auto key = static_cast<JsonIndex>(values_.size() - 1);
    const auto found = std::find(lists_.begin(), lists_.end(), tape_.text(key));
    list_ = no_list;
    if (found == lists_.end()) return;
    const auto list = static_cast<std::size_t>(found - lists_.begin());
    if (seen_[list]) return;
    seen_[list] = true;
    list_ = list;
    number_ = 0;
  }

  /// Completes the tape where the document ends too early.
  void end_early() {
    if (values_.empty() || values_.back().kind == JsonKind::key) values_.emplace_back();
    const bool in_list =
        depth_ >= 2 && list_ != no_list && values_[open_[1]].kind == JsonKind::list;
    if (in_list && values_.size() == open_[1] + 1) values_.emplace_back();
    while (depth_ > 0) {
      if (depth_ == 2 && in_list) end_element(open_[1], open_[1] + 1);
      values_[open_[--depth_]].extent = static_cast<std::uint32_t>(values_.size());
    }
  }

  JsonTape& tape_;
  std::vector<JsonValue>& values_;
  Cursor cursor_;
  std::array<JsonIndex, most_nesting> open_{};  // the lists and objects that are open
  std::size_t depth_ = 0;                       // how many these are
  std::size_t end_of_last_ = 0;                 // where the last token ends

  std::span<const std::string_view> lists_;
  JsonElementReader* reader_;
  std::array<bool, 4> seen_{};  // the lists that have begun
  std::size_t list_ = no_list;  // the list whose elements are being read
  std::size_t number_ = 0;      // of the next element
};

void JsonTape::start(std::string_view document) {
  document_ = document;
  values_.clear();
  decoded_.clear();
  stop_.reset();
}

void JsonTape::parse(std::string_view document) {
  start(document);
  JsonTapeBuilder{*this, {}, nullptr}.build();
}

void JsonTape::parse_lists(std::string_view document, std::span<const std::string_view> lists,
                           JsonElementReader& reader) {
  start(document);
  JsonTapeBuilder{*this, lists, &reader}.build();
}

}  // namespace certrenew
