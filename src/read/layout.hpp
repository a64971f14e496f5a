// How people lay out JSON: which blanks stand where. Only for valid JSON.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "read/json_tape.hpp"

namespace certrenew {

/// The blanks that end at `end`.
std::string_view blanks_before(std::string_view text, std::size_t end);
/// Whether only blanks stand before `place` on its line, which is not the first.
bool begins_line(std::string_view text, std::size_t place);
/// The blanks with which the line of `place` begins.
std::string_view indent_at(std::string_view text, std::size_t place);
/// Where the first line end, LF or CRLF, begins; npos where there is none.
std::size_t find_line_end(std::string_view text);

/// Where a child of the list or object at `parent` ends. `end`: where the parent ends. Of an
/// object, keys and values are children.
std::size_t end_of_child(const JsonTape& tape, JsonIndex parent, JsonIndex child, std::size_t end);

/// What stands around the keys and values of an object.
struct ObjectLayout {
  std::string open;   ///< blanks after the opening brace
  std::string colon;  ///< a colon, and the blanks around it
  std::string comma;  ///< a comma, and the blanks around it
  std::string close;  ///< blanks before the closing brace
};

/// The layout of the object that `tape` holds, and which ends at `end`. Where members are aligned,
/// the blanks are the fewest.
ObjectLayout layout_of(const JsonTape& tape, std::size_t end);
/// The layout of an object.
ObjectLayout layout_of(std::string_view object);

/// The same without line ends.
ObjectLayout on_one_line(const ObjectLayout& layout);

/// What should stand between the item or member at `place`, the last one, and another one after it.
/// If `place` is the first one, and on the line of the bracket, the layout of an object tells.
std::string separator_before(std::string_view text, std::size_t place, const ObjectLayout& layout);

/// Lays out an object.
std::string laid_out(std::string_view object, const ObjectLayout& layout);

}  // namespace certrenew
