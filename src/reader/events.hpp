// The handler of the JSON parser's events: it knows where it is, checks what all documents have in
// common, and hands sound values to the Document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "reader/reading.hpp"

namespace certrenew {

/// Reads documents of the kind `D`: Document, or one of those, whose functions are then called
/// without a detour. parse() is defined in parse.hpp.
template <class D>
class Events final : public Reading {
 public:
  explicit Events(D& document) : Reading{document.shapes()}, document_{document} {}

  /// Parses the whole text. Whether the document is sound. Precondition: `text` stays until its
  /// faults are known.
  bool parse(std::string_view text);

  // What the parser calls; false stops it.
  bool null() {
    const Key* const key = expected("null");
    if (key == nullptr) return done(here());
    const bool welcome =
        key->kind == Kind::date_or_null || (key->bounds != nullptr && key->bounds->or_null);
    if (!welcome) return wrong_type(*key, here(), "null");
    document_.set(*this, key->id, {.place = here()});
    return done(here());
  }

  bool boolean(bool flag) {
    const Key* const key = expected(flag ? "true" : "false");
    if (key == nullptr) return done(here());
    if (key->kind != Kind::boolean) return wrong_type(*key, here(), flag ? "true" : "false");
    document_.set(*this, key->id, {.place = here(), .flag = flag});
    return done(here());
  }

  bool number_integer(std::int64_t value) {
    return value >= 0 ? number_unsigned(static_cast<std::uint64_t>(value)) : number(std::nullopt);
  }
  bool number_unsigned(std::uint64_t value) {
    if (value > Units::most_hundredths / 100) return number(std::nullopt);
    // Of `01`, which is no JSON, the parser tells the 0; a digit follows other numbers never.
    const bool led = value == 0 && here() > 1 && text_[here() - 2] == '0';
    return number(Units::whole(static_cast<std::int64_t>(value)), led);
  }
  bool number_float(double /*inexact*/, const std::string& digits) {
    return number(Units::parse(digits));
  }

  bool string(const std::string& token) {
    const Key* const key = expected("a string");
    if (key == nullptr) return done(here());
    const std::string_view text = cursor_.string(token);
    if (key->kind == Kind::text) {
      document_.set(*this, key->id, {.place = here(), .text = text});
    } else if (key->kind == Kind::date || key->kind == Kind::date_or_null) {
      if (const auto date = Date::parse(text)) {
        document_.set(*this, key->id, {.place = here(), .date = date});
      } else {
        refuse_date(text);
      }
    } else {
      return wrong_type(*key, here(), "a string");
    }
    return done(here());
  }

  bool key(const std::string& token) {
    last_end_ = here();
    if (skipping_ > 0) return true;
    const std::string_view name = cursor_.string(token);
    Frame& record = frame();
    if (record.shape->form == Shape::Form::map) {
      const bool added =
          document_.name(*this, record.shape_index, begin_name(record, name), here());
      if (!added) refuse_second(name);
      return true;
    }
    const std::size_t found = find_key(record, name);
    if (found == record.shape->keys.size()) return refuse_key(name);
    const std::uint64_t bit = std::uint64_t{1} << found;
    if ((record.seen & bit) != 0) return refuse_second(name);
    record.seen |= bit;
    record.index = found + 1;
    record.key = &record.shape->keys[found];
    return true;
  }

  bool start_object(std::size_t /*unknown*/) { return begin(false); }
  bool start_array(std::size_t /*unknown*/) { return begin(true); }
  bool end_object() { return end(); }
  bool end_array() { return end(); }

  template <class Bytes>
  bool binary(Bytes& /*not in JSON*/) {
    return false;
  }
  template <class Error>
  bool parse_error(std::size_t bytes_read, const std::string& /*token*/, const Error& error) {
    constexpr int number_overflow = 406;
    return syntax_error(bytes_read, error.what(), error.id == number_overflow);
  }

 private:
  bool number(std::optional<Units> number, bool digit_follows = false) {
    const Place place = end_of_number(digit_follows);
    const Key* const key = expected("a number");
    if (key == nullptr) return done(place);
    if (key->kind != Kind::number) return wrong_type(*key, place, "a number");
    if (!number || !key->bounds->hold(*number)) return refuse_number(*key, place);
    document_.set(*this, key->id, {.place = place, .number = number});
    return done(place);
  }

  bool begin(bool list) {
    last_end_ = here();
    if (depth_ + skipping_ >= most_nesting) return refuse_depth();
    const std::string_view what = list ? "a list" : "an object";
    const Key* const key = expected(what);
    if (key != nullptr && opens(*key, list)) {
      open_frame(*key);
      document_.open(*this, key->id);
      ++depth_;
      return true;
    }
    return skip(key, what);
  }

  bool end() {
    if (skipping_ > 0) {
      --skipping_;
      return done(here());
    }
    --depth_;
    const Frame& closed = frames_[depth_];
    if ((closed.shape->required & ~closed.seen) != 0) refuse_lack(closed);
    document_.close(*this, closed.shape_index, here());
    return done(here());
  }

  D& document_;
};

}  // namespace certrenew
