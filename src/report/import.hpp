// Logs that were imported, as text.
#pragma once

#include <cstdint>
#include <string>

#include "read/import/draft.hpp"

namespace certrenew::report {

/// How a log is laid out: as people write it, or on one line.
enum class LogLayout : std::uint8_t { by_item, one_line };

/// The text of a log that was imported. It ends with a line end, and characters that could mislead
/// a reader are escaped.
std::string json_of(const imports::DraftLog& log, LogLayout layout);
/// The text of an item, on one line without a line end.
std::string json_of(const imports::DraftItem& item);

}  // namespace certrenew::report
