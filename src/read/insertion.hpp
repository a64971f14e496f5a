// Putting an item into the text of a log.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace certrenew {

/// The lists of a log.
enum class LogList : std::uint8_t { certifications, activities };

/// `certifications` or `activities`.
std::string_view name_of(LogList list) noexcept;

/// A text to be put into another one.
struct Insertion {
  std::size_t at = 0;  ///< where it begins in the other text
  std::string text;    ///< an item, and what separates it from its neighbours

  /// Returns `other` with the text in it.
  [[nodiscard]] std::string into(std::string_view other) const;
};

/// Puts `item`, a JSON object, at the end of a list of `log`. It looks like the item before it. If
/// there is none, it stands on a line of its own, one step deeper than its list; in a log of one
/// line it stays on that line. A missing list comes after the last key. Preconditions: `log` is a
/// valid log, and `item` has at least one member.
Insertion insert_at_end(std::string_view log, LogList list, std::string_view item);

}  // namespace certrenew
