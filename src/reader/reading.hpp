// Where the reading of a document stands, and what is wrong with it so far.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "certrenew/reader.hpp"
#include "reader/cursor.hpp"
#include "reader/document.hpp"
#include "reader/faults.hpp"

namespace certrenew {

/// What a Document sees of the reading; the events that make it go on are those of Events.
class Reading {
 public:
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  [[nodiscard]] Faults faults() { return faults_.finish(text_); }
  [[nodiscard]] bool sound() const { return faults_.empty(); }
  /// Whether further faults are only counted, and need no texts.
  [[nodiscard]] bool only_counts() const { return faults_.full(); }

  /// The path of the value being read, `activities[3].date`; in Document::close(), the container's.
  [[nodiscard]] std::string path() const { return path_of(depth_); }
  /// `path()` with a key of that container.
  [[nodiscard]] std::string path(std::string_view key) const;

  /// Where the container began whose end is being told to Document::close().
  [[nodiscard]] Place began() const { return frames_[depth_].began; }

  /// Whether that container, a record, was given this key at all.
  [[nodiscard]] bool came(std::string_view name) const;

  /// A fault of the token that ends at `place`; with the path of the value being read.
  void fault(Place place, std::string message) {
    fault(place, faults_.full() ? std::string{} : path(), std::move(message));
  }
  void fault(Place place, std::string path, std::string message);

 protected:
  /// A container that is open.
  struct Frame {
    const Shape* shape = nullptr;
    std::uint8_t shape_index = 0;
    const Key* key = nullptr;  // of the value being read; none: it is of no interest
    std::string_view name;     // of that key, in a map, as the text writes it
    std::size_t index = 0;     // in a list: of the value being read; in a record: of the next key
    std::uint64_t seen = 0;    // in a record: bits of the keys that came
    Place began = 0;
  };

  explicit Reading(std::span<const Shape> shapes) : shapes_{shapes} {}
  ~Reading() = default;

  /// Turns to another text; false where it is too long to be read.
  bool start(std::string_view text);
  /// The parser has come to an end, `complete` if it found no fault. Whether the document is sound.
  bool finish(bool complete);

  [[nodiscard]] Place here() const { return cursor_.place(); }
  [[nodiscard]] Frame& frame() { return frames_[depth_ - 1]; }

  /// The key of the value that begins or stands here; nothing where it is to be passed over.
  const Key* expected(std::string_view found) {
    if (skipping_ > 0) return nullptr;
    return depth_ > 0 ? frame().key : expected_at_top(found);
  }

  /// The value is over; the next one of a list follows.
  bool done(Place place) {
    last_end_ = place;
    if (skipping_ > 0 || depth_ == 0) return true;
    if (frame().shape->form == Shape::Form::record) {
      frame().key = nullptr;
    } else {
      ++frame().index;
    }
    return true;
  }

  /// The index of a record's key of that name; how many it has where there is none. Keys tend to
  /// come in the order in which we list them.
  static std::size_t find_key(const Frame& record, std::string_view name) {
    const auto keys = record.shape->keys;
    const auto is = [&](std::size_t i) {
      return keys[i].name.size() == name.size() && keys[i].name[0] == name[0] &&
             keys[i].name == name;
    };
    if (name.empty()) return keys.size();
    if (record.index < keys.size() && is(record.index)) return record.index;
    std::size_t i = 0;
    while (i < keys.size() && !is(i)) ++i;
    return i;
  }

  [[nodiscard]] bool opens(const Key& key, bool list) const {
    return key.kind == Kind::container && (shapes_[key.id].form == Shape::Form::list) == list;
  }
  void open_frame(const Key& key) {
    const Shape& shape = shapes_[key.id];
    Frame& opened = frames_[depth_];
    opened.shape = &shape;
    opened.shape_index = key.id;
    opened.key = shape.form == Shape::Form::list ? shape.keys.data() : nullptr;
    opened.name = {};
    opened.index = 0;
    opened.seen = 0;
    opened.began = here();
  }
  /// The name in a map, which stands in the text as long as that does.
  std::string_view begin_name(Frame& map, std::string_view name);

  /// Where the number ends that was just told: the parser has read the byte after it, if there is
  /// one.
  [[nodiscard]] Place end_of_number(bool digit_follows) const {
    const char last = text_[here() - 1];
    return here() - (digit_follows || last < '0' || last > '9' ? 1 : 0);
  }

  // What is wrong. Each answers whether the parser is to go on.
  bool wrong_type(const Key& key, Place place, std::string_view found);
  bool refuse_date(std::string_view text);
  bool refuse_number(const Key& key, Place place);
  bool refuse_key(std::string_view name);
  bool refuse_second(std::string_view name);
  bool refuse_depth();
  bool refuse_lack(const Frame& closed);
  bool syntax_error(std::size_t bytes_read, std::string_view what, bool overflow);
  /// Passes over a container that stands where `key`, if it is known at all, asks for another
  /// value.
  bool skip(const Key* key, std::string_view what);

  std::string_view text_;
  Cursor cursor_;  // the parser's iterators share it
  std::array<Frame, most_nesting + 1> frames_{};
  std::size_t depth_ = 0;     // frames in use
  std::size_t skipping_ = 0;  // containers open within a value that is passed over
  Place last_end_ = 0;        // of the last token that was told

 private:
  [[nodiscard]] std::string path_of(std::size_t depth) const;
  const Key* expected_at_top(std::string_view found);
  [[nodiscard]] std::size_t offset_of_syntax_error(std::string_view reason, bool at_end) const;

  std::span<const Shape> shapes_;
  FaultList faults_;
};

}  // namespace certrenew
