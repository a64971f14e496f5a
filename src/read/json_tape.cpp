#include "read/json_tape.hpp"

#include <algorithm>
#include <array>

#include "certrenew/read.hpp"
#include "read/json_parser.hpp"
#include "read/json_text.hpp"

namespace certrenew {

/// Writes a tape while it goes through the text.
class JsonTapeBuilder {
 public:
  /// See JsonTape::parse().
  JsonTapeBuilder(JsonTape& tape, std::span<const std::string_view> lists,
                  JsonElementReader* reader)
      : tape_{tape}, values_{tape.values_}, text_{tape.document_}, lists_{lists}, reader_{reader} {}

  void build() {
    if (tape_.document_.size() > most_document_bytes) {
      tape_.stop_ = {0, "larger than 64 MiB", false};
    } else if (!parse() && !tape_.stop_) {
      tape_.stop_ = find_syntax_error(tape_.document_, context());
    }
    if (tape_.stop_) end_early();
  }

 private:
  static constexpr std::size_t no_list = static_cast<std::size_t>(-1);
  /// The depth inside a list of an element: the document, its list, the element, and that list.
  static constexpr std::size_t depth_in_element = 4;
  /// How many values of a list inside an element are kept. No sensible list has more.
  static constexpr std::size_t most_kept = 10'000;

  [[nodiscard]] Place here() const { return text_.place(); }

  JsonValue& add(JsonKind kind, Place place, std::uint32_t extent = 0) {
    end_of_last_ = here();
    return values_.emplace_back(JsonValue{.kind = kind, .place = place, .extent = extent});
  }

  [[nodiscard]] JsonContext context() const {
    JsonContext context;
    context.end_of_last = end_of_last_;
    context.first_line = tape_.first_line_;
    context.after_key = !values_.empty() && values_.back().kind == JsonKind::key;
    if (depth_ > 0) context.bracket = values_[open_[depth_ - 1]].place;
    return context;
  }

  // The functions that take something return false if the text is not valid JSON.

  bool parse() {
    while (take_value()) {
      if (depth_ > 0) continue;
      text_.skip_blanks();
      return text_.at_end();
    }
    return false;
  }

  /// Takes a value, or the beginning of a list or object, and all that stands before the next
  /// value.
  bool take_value() {
    switch (text_.next()) {
      case '"': return take_string(JsonKind::text) && end_scalar();
      case '{':
        if (!start(JsonKind::object)) return false;
        return text_.next() == '}' ? go_on() : take_key();
      case '[':
        if (!start(JsonKind::list)) return false;
        return text_.next() != ']' || go_on();
      case 't': return take_word("true", JsonKind::boolean) && end_scalar();
      case 'f': return take_word("false", JsonKind::boolean) && end_scalar();
      case 'n': return take_word("null", JsonKind::null) && end_scalar();
      default: return take_number() && end_scalar();
    }
  }

  bool end_scalar() {
    end_value(static_cast<JsonIndex>(values_.size() - 1));
    return go_on();
  }

  /// Takes what stands between a value and the next: closing brackets, a comma, a key.
  bool go_on() {
    while (depth_ > 0) {
      const bool in_object = values_[open_[depth_ - 1]].kind == JsonKind::object;
      const char next = text_.next();
      if (next == ',') {
        text_.take();
        return !in_object || take_key();
      }
      if (next != (in_object ? '}' : ']')) return false;
      text_.take();
      end();
    }
    return true;
  }

  bool take_key() {
    if (text_.next() != '"' || !take_string(JsonKind::key)) return false;
    if (depth_ == 1 && reader_ != nullptr) choose_list();
    if (text_.next() != ':') return false;
    text_.take();
    return true;
  }

  // A text is mostly strings, and without this the compiler makes a call for each of them.
  [[gnu::always_inline]] bool take_string(JsonKind kind) {
    JsonText::Token token;
    if (!text_.take_string(token)) return false;
    if (!token.plain) return add_decoded(kind, token);
    add(kind, token.begin - 1, token.size);
    return true;
  }

  bool add_decoded(JsonKind kind, const JsonText::Token& token) {
    std::vector<std::string>& decoded = tape_.decoded_;
    const std::string_view quoted{tape_.document_.data() + token.begin - 1, token.size + 2};
    if (!decode_string(quoted, decoded)) return false;
    add(kind, token.begin - 1, static_cast<std::uint32_t>(decoded.size() - 1)).is_decoded = true;
    return true;
  }

  bool take_word(std::string_view word, JsonKind kind) {
    if (!text_.take(word)) return false;
    add(kind, here() - static_cast<Place>(word.size())).is_true = word == "true";
    return true;
  }

  bool take_number() {
    JsonText::Token token;
    if (!text_.take_number(token)) return false;
    const bool is_sound =
        token.plain || is_in_range(tape_.document_.substr(token.begin, token.size));
    if (is_sound) add(JsonKind::number, token.begin, token.size);
    return is_sound;
  }

  bool start(JsonKind kind) {
    text_.take();
    if (depth_ == most_nesting) {
      tape_.stop_ = {here() - 1, "nested more than " + std::to_string(most_nesting) + " deep",
                     true};
      return false;
    }
    open_[depth_++] = static_cast<JsonIndex>(values_.size());
    add(kind, here() - 1);
    return true;
  }

  void end() {
    const JsonIndex at = open_[--depth_];
    JsonValue& ended = values_[at];
    ended.extent = static_cast<std::uint32_t>(values_.size());
    ended.is_complete = true;
    end_of_last_ = here();
    if (depth_ == 1) list_ = no_list;
    end_value(at);
  }

  void end_value(JsonIndex at) {
    if (reader_ == nullptr || depth_ == 0) return;
    const JsonIndex parent = open_[depth_ - 1];
    if (values_[parent].kind == JsonKind::list) end_element(parent, at);
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
  JsonText text_;
  std::array<JsonIndex, most_nesting> open_;  // the lists and objects that are open
  std::size_t depth_ = 0;                     // how many these are
  std::size_t end_of_last_ = 0;               // where the last token ends

  std::span<const std::string_view> lists_;
  JsonElementReader* reader_;
  std::array<bool, 4> seen_{};  // the lists that have begun
  std::size_t list_ = no_list;  // the list whose elements are being read
  std::size_t number_ = 0;      // of the next element
};

void JsonTape::parse(std::string_view document, std::span<const std::string_view> lists,
                     JsonElementReader* reader) {
  document_ = document;
  values_.clear();
  decoded_.clear();
  stop_.reset();
  JsonTapeBuilder{*this, lists, reader}.build();
}

}  // namespace certrenew
