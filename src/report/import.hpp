// Logs that were imported, as text.
#pragma once

#include <string>

#include "print/json.hpp"
#include "read/import/draft.hpp"

namespace certrenew::report {

/// How a log is laid out: as people write it (`by_item`), or on one line.
using LogLayout = print::JsonWriter::Layout;

/// The text of a log that was imported. It ends with a line end, and characters that could mislead
/// a reader are escaped.
std::string json_of(const imports::DraftLog& log, LogLayout layout);
/// The text of an item, on one line without a line end.
std::string json_of(const imports::DraftItem& item);

}  // namespace certrenew::report
