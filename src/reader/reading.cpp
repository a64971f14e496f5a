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
  const std::size_t begin = only_counts() ? 0 : begin_of_token(text_, place);
  faults_.add(begin, std::move(path), std::move(message));
}

// ---- Beginning and end -------------------------------------------------------------------------

bool Reading::start(std::string_view text) {
  text_ = text;
  cursor_.turn_to(text);
  faults_.clear();
  depth_ = skipping_ = 0;
  last_end_ = 0;
  if (text.size() <= most_document_bytes) return true;
  faults_.add(0, {}, "larger than 64 MiB");
  return false;
}

bool Reading::finish(bool complete) {
  // The parser takes a NUL for the end of its input.
  if (complete && here() > 0 && text_[here() - 1] == '\0') {
    faults_.add(here() - 1, {}, "syntax error: a NUL byte");
  }
  return sound();
}

const Key* Reading::expected_at_top(std::string_view found) {
  if (found == "an object") return &root;
  fault(here(), "expected an object, not " + std::string{found});
  return nullptr;
}

std::string_view Reading::begin_name(Frame& map, std::string_view name) {
  map.key = map.shape->keys.data();
  const std::size_t begin = begin_of_token(text_, here()) + 1;
  map.name = text_.substr(begin, here() - 1 - begin);
  return name;
}

bool Reading::skip(const Key* key, std::string_view what) {
  if (key != nullptr) {
    fault(here(), "expected " + wanted(*key, shapes_) + ", not " + std::string{what});
  }
  ++skipping_;
  return true;
}

// ---- What is wrong -----------------------------------------------------------------------------

bool Reading::wrong_type(const Key& key, Place place, std::string_view found) {
  if (only_counts()) {
    fault(place, {});
  } else {
    fault(place, "expected " + wanted(key, shapes_) + ", not " + std::string{found});
  }
  return done(place);
}

bool Reading::refuse_date(std::string_view text) {
  fault(here(), text::quoted(text) + " is not a calendar date (write YYYY-MM-DD)");
  return true;
}

bool Reading::refuse_number(const Key& key, Place place) {
  const std::size_t begin = begin_of_token(text_, place);
  const std::string shown = text::quoted(text_.substr(begin, place - begin));
  return wrong_type(key, place, std::string_view{shown}.substr(1, shown.size() - 2));
}

bool Reading::refuse_second(std::string_view name) {
  frame().key = nullptr;
  faults_.add(begin_of_token(text_, here()), path_of(depth_ - 1),
              "key " + text::quoted(name) + " is given twice");
  return true;
}

bool Reading::refuse_key(std::string_view name) {
  if (only_counts()) {
    frame().key = nullptr;
    faults_.add(0, {}, {});
    return true;
  }
  std::array<std::string_view, 64> known;
  const auto keys = frame().shape->keys;
  std::transform(keys.begin(), keys.end(), known.begin(), [](const Key& key) { return key.name; });
  frame().key = nullptr;
  std::string message = "unknown key " + text::quoted(name);
  if (const auto near = text::nearest(name, {known.data(), keys.size()})) {
    message += "; did you mean " + text::quoted(*near) + "?";
  }
  faults_.add(begin_of_token(text_, here()), path_of(depth_ - 1), std::move(message));
  return true;
}

bool Reading::refuse_depth() {
  fault(here(), "nested more than " + std::to_string(most_nesting) + " deep");
  return false;
}

bool Reading::refuse_lack(const Frame& closed) {
  const auto keys = closed.shape->keys;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].required && ((closed.seen >> i) & 1U) == 0) {
      fault(closed.began, "missing key " + text::quoted(keys[i].name));
    }
  }
  return true;
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

namespace {

/// The `; expected TOKEN` that ends what the parser says. It quotes what it has read, in single
/// quotes, right before: where `read` ends like such words, they may be the document's, and are
/// left out. Elsewhere a document can't forge them, for what is quoted ends with a byte at fault.
std::string_view wanted_by_parser(std::string_view what, std::string_view read) {
  constexpr std::string_view tokens[] = {"end of input", "string literal",        "':'", "'}'",
                                         "']'",          "'[', '{', or a literal"};
  for (const std::string_view token : tokens) {
    if (!what.ends_with(token)) continue;
    constexpr std::string_view expected = "; expected ";
    const std::string_view before = what.substr(0, what.size() - token.size());
    if (!before.ends_with(expected)) continue;
    const std::string_view wanted = what.substr(before.size() - expected.size());
    const bool doubtful = read.ends_with(wanted.substr(0, wanted.size() - 1));
    return doubtful ? std::string_view{} : wanted;
  }
  return {};
}

}  // namespace

bool Reading::syntax_error(std::size_t bytes_read, std::string_view what, bool overflow) {
  const bool at_end = cursor_.is_past_end(bytes_read);
  if (overflow) {
    faults_.add(offset_of_syntax_error({}, at_end), path(), "this number is too large");
    return false;
  }
  if (text_.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    faults_.add(text_.size(), {}, "syntax error: the document is empty");
    return false;
  }
  const auto is_zero = [&](std::size_t i) { return text_[i] == '\0'; };
  const bool half_zero = text_.size() > 3 && is_zero(0) != is_zero(1) && is_zero(0) == is_zero(2) &&
                         is_zero(1) == is_zero(3);
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
  // "… syntax error while parsing CONTEXT - REASON", then perhaps "; last read: '…'", which is not
  // the parser's but the document's, and perhaps "; expected TOKEN".
  const std::size_t dash = what.find(" - ");
  const std::string_view rest = dash == std::string_view::npos ? what : what.substr(dash + 3);
  const std::string_view wanted = wanted_by_parser(rest, text_.substr(0, here()));
  const std::size_t last_read = rest.find("; last read: '");
  const std::string_view reason = rest.substr(0, std::min(last_read, rest.size() - wanted.size()));
  std::string message = "syntax error: " + text::spelled(reason) + std::string{wanted};
  faults_.add(offset_of_syntax_error(reason, at_end), {}, std::move(message));
  return false;
}

}  // namespace certrenew
