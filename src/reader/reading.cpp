#include "reader/reading.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "text/grouped.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

constexpr Key root{.name = {}, .kind = Kind::container, .id = 0};

/// A key's name as a path shows it: `.name`, or `["…"]` where that would not be clear.
void append_step(std::string& path, std::string_view name) {
  const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return c == '_' || c == '-' || c == '$' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
  });
  if (plain) {
    if (!path.empty()) path += '.';
    path += name;
  } else {
    path += '[' + text::quoted(name) + ']';
  }
}

/// What a key asks for, in words.
std::string wanted(const Key& key, std::span<const Shape> shapes) {
  const Bounds* const bounds = key.bounds;
  switch (key.kind) {
    case Kind::text: return "a string";
    case Kind::date: return "a date (write \"YYYY-MM-DD\")";
    case Kind::date_or_null: return "a date (write \"YYYY-MM-DD\") or null";
    case Kind::boolean: return "true or false";
    case Kind::container: return shapes[key.id].form == Shape::Form::list ? "a list" : "an object";
    case Kind::number: break;
  }
  return std::string{bounds->whole ? "a whole number" : "a number"} + " from " +
         text::grouped(to_string(bounds->least)) + " to " + text::grouped(to_string(bounds->most)) +
         (bounds->whole ? "" : " with at most two decimals") + (bounds->or_null ? ", or null" : "");
}

}  // namespace

// ---- Places and faults -------------------------------------------------------------------------

std::string Reading::path_of(std::size_t depth) const {
  std::string path;
  for (std::size_t i = 0; i < depth; ++i) {
    const Frame& frame = frames_[i];
    switch (frame.shape->form) {
      case Shape::Form::list: path += '[' + std::to_string(frame.index) + ']'; break;
      case Shape::Form::map: append_step(path, frame.name); break;
      case Shape::Form::record:
        if (frame.key != nullptr) append_step(path, frame.key->name);
        break;
    }
  }
  return path;
}

std::string Reading::path(std::string_view key) const {
  std::string path = this->path();
  append_step(path, key);
  return path;
}

bool Reading::came(std::string_view name) const {
  const Frame& closed = frames_[depth_];
  const auto keys = closed.shape->keys;
  const auto key =
      std::find_if(keys.begin(), keys.end(), [&](const Key& one) { return one.name == name; });
  return ((closed.seen >> static_cast<unsigned>(key - keys.begin())) & 1U) != 0;
}

void Reading::fault(Place place, std::string path, std::string message) {
  faults_.add(begin_of_token(text_, place), std::move(path), std::move(message));
}

bool Reading::wrong_type(const Key& key, Place place, std::string_view found) {
  fault(place, "expected " + wanted(key, document_.shapes()) + ", not " + std::string{found});
  return done(place);
}

// ---- Values ------------------------------------------------------------------------------------

const Key* Reading::expected(std::string_view found) {
  if (skipping_ > 0) return nullptr;
  if (depth_ == 0) {
    if (found == "an object") return &root;
    fault(here(), "expected an object, not " + std::string{found});
    return nullptr;
  }
  return frame().key;
}

/// The value is over; the next one of a list follows.
bool Reading::done(Place place) {
  last_end_ = place;
  if (skipping_ == 0 && depth_ > 0) {
    ++frame().index;
    if (frame().shape->form == Shape::Form::record) frame().key = nullptr;
  }
  return true;
}

bool Reading::null() {
  const Key* const key = expected("null");
  if (key == nullptr) return done(here());
  const bool welcome =
      key->kind == Kind::date_or_null || (key->bounds != nullptr && key->bounds->or_null);
  if (!welcome) return wrong_type(*key, here(), "null");
  document_.set(*this, key->id, {.place = here()});
  return done(here());
}

bool Reading::boolean(bool flag) {
  const Key* const key = expected(flag ? "true" : "false");
  if (key == nullptr) return done(here());
  if (key->kind != Kind::boolean) return wrong_type(*key, here(), flag ? "true" : "false");
  document_.set(*this, key->id, {.place = here(), .flag = flag});
  return done(here());
}

bool Reading::string(std::string_view text) {
  const Key* const key = expected("a string");
  if (key == nullptr) return done(here());
  if (key->kind == Kind::text) {
    document_.set(*this, key->id, {.place = here(), .text = text});
  } else if (key->kind == Kind::date || key->kind == Kind::date_or_null) {
    if (const auto date = Date::parse(text)) {
      document_.set(*this, key->id, {.place = here(), .date = date});
    } else {
      fault(here(), text::quoted(text) + " is not a calendar date (write YYYY-MM-DD)");
    }
  } else {
    return wrong_type(*key, here(), "a string");
  }
  return done(here());
}

bool Reading::whole_number(std::int64_t value) {
  if (value >= 0) return whole_number(static_cast<std::uint64_t>(value));
  return number(std::nullopt);
}

bool Reading::whole_number(std::uint64_t value) {
  if (value > Units::most_hundredths / 100) return number(std::nullopt);
  // Of `01`, which is no JSON, the parser tells the 0; a digit follows other numbers never.
  const bool led = value == 0 && here() > 1 && text_[here() - 2] == '0';
  return number(Units::whole(static_cast<std::int64_t>(value)), led);
}

bool Reading::decimal_number(std::string_view digits) { return number(Units::parse(digits)); }

bool Reading::number(std::optional<Units> number, bool digit_follows) {
  // The parser has read the byte after the number, if there is one.
  const bool past = digit_follows || std::string_view{"0123456789"}.find(text_[here() - 1]) ==
                                         std::string_view::npos;
  const Place place = here() - (past ? 1 : 0);
  const Key* const key = expected("a number");
  if (key == nullptr) return done(place);
  if (key->kind != Kind::number) return wrong_type(*key, place, "a number");
  const Bounds& bounds = *key->bounds;
  const bool fits = number && bounds.least <= *number && *number <= bounds.most &&
                    (!bounds.whole || number->hundredths() % 100 == 0);
  if (!fits) {
    const std::size_t begin = begin_of_token(text_, place);
    const std::string shown = text::quoted(text_.substr(begin, place - begin));
    return wrong_type(*key, place, std::string_view{shown}.substr(1, shown.size() - 2));
  }
  document_.set(*this, key->id, {.place = place, .number = number});
  return done(place);
}

// ---- Keys and containers -----------------------------------------------------------------------

bool Reading::key(std::string_view name) {
  last_end_ = here();
  if (skipping_ > 0) return true;
  Frame& record = frame();
  if (record.shape->form == Shape::Form::map) {
    record.key = record.shape->keys.data();
    const std::size_t begin = begin_of_token(text_, here()) + 1;
    record.name = text_.substr(begin, here() - 1 - begin);  // it stays; `name` does not
    if (!document_.name(*this, record.shape_index, name, here())) {
      faults_.add(begin_of_token(text_, here()), path_of(depth_ - 1),
                  "key " + text::quoted(name) + " is given twice");
      record.key = nullptr;
    }
    return true;
  }
  const auto keys = record.shape->keys;
  const auto found =
      std::find_if(keys.begin(), keys.end(), [&](const Key& key) { return key.name == name; });
  if (found == keys.end()) {
    unknown_key(name);
    return true;
  }
  const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(found - keys.begin());
  if ((record.seen & bit) != 0) {
    record.key = nullptr;
    faults_.add(begin_of_token(text_, here()), path_of(depth_ - 1),
                "key " + text::quoted(name) + " is given twice");
    return true;
  }
  record.seen |= bit;
  record.key = &*found;
  return true;
}

void Reading::unknown_key(std::string_view name) {
  std::array<std::string_view, 64> known;
  const auto keys = frame().shape->keys;
  std::transform(keys.begin(), keys.end(), known.begin(), [](const Key& key) { return key.name; });
  frame().key = nullptr;
  std::string message = "unknown key " + text::quoted(name);
  if (const auto near = text::nearest(name, {known.data(), keys.size()})) {
    message += "; did you mean " + text::quoted(*near) + "?";
  }
  faults_.add(begin_of_token(text_, here()), path_of(depth_ - 1), std::move(message));
}

bool Reading::begin(Shape::Form form) {
  const bool list = form == Shape::Form::list;
  last_end_ = here();
  if (depth_ + skipping_ >= most_nesting) {
    fault(here(), "nested more than " + std::to_string(most_nesting) + " deep");
    return false;
  }
  const Key* const key = expected(list ? "a list" : "an object");
  if (key != nullptr && key->kind == Kind::container) {
    const Shape& shape = document_.shapes()[key->id];
    if ((shape.form == Shape::Form::list) == list) {
      frames_[depth_] = {.shape = &shape,
                         .shape_index = key->id,
                         .key = list ? shape.keys.data() : nullptr,
                         .name = {},
                         .began = here()};
      document_.open(*this, key->id);
      ++depth_;
      return true;
    }
  }
  if (key != nullptr) {
    fault(here(), "expected " + wanted(*key, document_.shapes()) + ", not " +
                      (list ? "a list" : "an object"));
  }
  ++skipping_;
  return true;
}

bool Reading::end() {
  if (skipping_ > 0) {
    --skipping_;
    return done(here());
  }
  --depth_;
  check_required(frames_[depth_]);
  document_.close(*this, frames_[depth_].shape_index, here());
  return done(here());
}

void Reading::check_required(const Frame& closed) {
  if (closed.shape->form != Shape::Form::record) return;
  const auto keys = closed.shape->keys;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].required && ((closed.seen >> i) & 1U) == 0) {
      fault(closed.began, "missing key " + text::quoted(keys[i].name));
    }
  }
}

// ---- Syntax errors -----------------------------------------------------------------------------

std::size_t Reading::offset_of_syntax_error(std::string_view reason, bool at_end) const {
  if (at_end) return text_.size();
  const std::size_t culprit = here() > 0 ? here() - 1 : 0;
  if (reason.find("invalid string") != std::string_view::npos) return culprit;
  // Otherwise the token that the last one was followed by, where it is a longer one.
  const std::size_t begin = text_.find_first_not_of(" \t\r\n,:", last_end_);
  return std::min(begin, culprit);
}

bool Reading::syntax_error(std::size_t bytes_read, std::string_view what, bool overflow) {
  const bool at_end = bytes_read > text_.size();
  if (overflow) {
    faults_.add(offset_of_syntax_error({}, at_end), path(), "this number is too large");
    return false;
  }
  if (text_.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    faults_.add(text_.size(), {}, "syntax error: the document is empty");
    return false;
  }
  const bool half_zero = text_.size() > 1 && (text_[0] == '\0') != (text_[1] == '\0');
  const bool other_encoding =
      half_zero || text_.starts_with("\xFF\xFE") || text_.starts_with("\xFE\xFF");
  if (other_encoding) {
    faults_.add(0, {}, "this is not UTF-8 (it looks like UTF-16); write it as UTF-8");
    return false;
  }
  if (!at_end && here() > 0 && text_[here() - 1] == '\0') {
    faults_.add(here() - 1, {}, "syntax error: a NUL byte");
    return false;
  }
  // "… syntax error while parsing CONTEXT - REASON", then perhaps "; last read: '…'" and perhaps
  // "; expected TOKEN".
  const std::size_t dash = what.find(" - ");
  std::string_view rest = dash == std::string_view::npos ? what : what.substr(dash + 3);
  const std::string_view reason = rest.substr(0, rest.find("; last read: '"));
  rest.remove_prefix(reason.size());
  const std::size_t expected = rest.rfind("'; expected ");
  std::string message = "syntax error: " + text::visible(reason);
  if (expected != std::string_view::npos) message += text::visible(rest.substr(expected + 1));
  faults_.add(offset_of_syntax_error(reason, at_end), {}, std::move(message));
  return false;
}

}  // namespace certrenew
