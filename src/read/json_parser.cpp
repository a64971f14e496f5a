#include "read/json_parser.hpp"

#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "read/syntax_error.hpp"

namespace certrenew {

namespace {

/// A text that knows how much of it the parser has read.
struct Source {
  std::string_view text;
  std::size_t read = 0;
};

/// The iterator over a Source that the parser needs.
class SourceIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  SourceIterator() = default;  ///< the end
  explicit SourceIterator(Source& source) : source_{&source} {}
  reference operator*() const { return source_->text[source_->read]; }
  SourceIterator& operator++() {
    ++source_->read;
    return *this;
  }
  SourceIterator operator++(int) {
    const SourceIterator before = *this;
    ++source_->read;
    return before;
  }
  /// Compares an iterator with the end.
  friend bool operator==(SourceIterator a, SourceIterator /*end*/) {
    return a.source_->read == a.source_->text.size();
  }

 private:
  Source* source_ = nullptr;
};

/// Listens to the parser's events, and keeps the last string and the error.
class Listener {
 public:
  explicit Listener(std::string_view source, const JsonContext& context = {})
      : source_{source}, context_{context} {}

  /// Returns whether the text is valid.
  bool parse() {
    return nlohmann::json::sax_parse(SourceIterator{source_}, SourceIterator{}, this);
  }
  [[nodiscard]] std::size_t read() const { return source_.read; }

  std::string text;
  JsonStop stop{};

  // The parser calls the functions below; it stops where they return false.

  static bool null() { return true; }
  static bool boolean(bool /*value*/) { return true; }
  static bool number_integer(std::int64_t /*value*/) { return true; }
  static bool number_unsigned(std::uint64_t /*value*/) { return true; }
  static bool number_float(double /*value*/, const std::string& /*digits*/) { return true; }
  bool string(std::string& parsed) {
    text = std::move(parsed);
    return true;
  }
  static bool key(const std::string& /*parsed*/) { return true; }
  static bool start_object(std::size_t /*unknown*/) { return true; }
  static bool start_array(std::size_t /*unknown*/) { return true; }
  static bool end_object() { return true; }
  static bool end_array() { return true; }
  template <class Bytes>
  static bool binary(const Bytes& /*not in JSON*/) {
    return false;
  }
  template <class Exception>
  bool parse_error(std::size_t bytes, const std::string& /*token*/, const Exception& error) {
    constexpr int number_overflow = 406;
    stop = syntax_error(source_.text,
                        {.what = error.what(),
                         .is_overflow = error.id == number_overflow,
                         .at_end = bytes > source_.text.size(),
                         .read = source_.read},
                        context_);
    return false;
  }

 private:
  Source source_;
  JsonContext context_;
};

}  // namespace

bool decode_string(std::string_view quoted, std::vector<std::string>& decoded) {
  Listener listener{quoted};
  if (!listener.parse()) return false;
  decoded.push_back(std::move(listener.text));
  return true;
}

bool is_in_range(std::string_view number) { return Listener{number}.parse(); }

JsonStop find_syntax_error(std::string_view document, const JsonContext& context) {
  Listener listener{document, context};
  if (listener.parse()) return nul_byte(listener.read() - 1);  // the parser takes NUL for the end
  return std::move(listener.stop);
}

}  // namespace certrenew
