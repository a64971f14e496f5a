// Reading one document: the handler of the JSON parser's events. It knows where it is, checks what
// all documents have in common, and hands sound values to the Document.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "certrenew/reader.hpp"
#include "reader/document.hpp"
#include "reader/faults.hpp"

namespace certrenew {

class Reading {
 public:
  explicit Reading(Document& document) : document_{document} {}

  /// Parses the whole text. Whether the document is sound. Precondition: `text` stays until its
  /// faults are known.
  bool parse(std::string_view text);

  [[nodiscard]] Faults faults() { return faults_.finish(text_); }
  [[nodiscard]] bool sound() const { return faults_.empty(); }
  /// Whether the text is JSON to its end; if not, what a document lacks may stand after the fault.
  [[nodiscard]] bool complete() const { return complete_; }

  /// The path of the value being read, `activities[3].date`; in Document::close(), the container's.
  [[nodiscard]] std::string path() const { return path_of(depth_); }
  /// `path()` with a key of that container.
  [[nodiscard]] std::string path(std::string_view key) const;

  /// Where the container began whose end is being told to Document::close().
  [[nodiscard]] Place began() const { return frames_[depth_].began; }

  /// Whether that container, a record, was given this key at all.
  [[nodiscard]] bool came(std::string_view name) const;

  /// A fault of the token that ends at `place`; with the path of the value being read.
  void fault(Place place, std::string message) { fault(place, path(), std::move(message)); }
  void fault(Place place, std::string path, std::string message);

  // What the parser calls; false stops it.
  bool null();
  bool boolean(bool flag);
  bool whole_number(std::int64_t value);
  bool whole_number(std::uint64_t value);
  bool decimal_number(std::string_view digits);
  bool string(std::string_view text);
  bool key(std::string_view name);
  bool begin(Shape::Form form);
  bool end();
  bool syntax_error(std::size_t bytes_read, std::string_view what, bool overflow);

  /// The next byte to be read; the parser's input iterators share it.
  [[nodiscard]] const char** cursor() { return &cursor_; }

 private:
  struct Frame {
    const Shape* shape = nullptr;
    std::uint8_t shape_index = 0;
    const Key* key = nullptr;  // of the value being read; none: it is of no interest
    std::string_view name;     // of that key, in a map, as the text writes it
    std::size_t index = 0;     // in a list: of the value being read
    std::uint64_t seen = 0;    // in a record: bits of the keys that came
    Place began = 0;
  };

  [[nodiscard]] Place here() const { return static_cast<Place>(cursor_ - text_.data()); }
  [[nodiscard]] std::string path_of(std::size_t depth) const;
  [[nodiscard]] Frame& frame() { return frames_[depth_ - 1]; }

  /// The key of the value that begins or stands here; nothing where it is to be passed over.
  const Key* expected(std::string_view found);
  bool done(Place place);
  bool wrong_type(const Key& key, Place place, std::string_view found);
  bool number(std::optional<Units> number, bool digit_follows = false);
  void unknown_key(std::string_view name);
  void check_required(const Frame& closed);
  [[nodiscard]] std::size_t offset_of_syntax_error(std::string_view reason, bool at_end) const;

  Document& document_;
  std::string_view text_;
  const char* cursor_ = nullptr;
  FaultList faults_;
  std::array<Frame, most_nesting + 1> frames_{};
  std::size_t depth_ = 0;     // frames in use
  std::size_t skipping_ = 0;  // containers open within a value that is passed over
  Place last_end_ = 0;        // of the last token that was told
  bool complete_ = false;
};

}  // namespace certrenew
