// One log for each holder.
#pragma once

#include <vector>

#include "read/import/draft.hpp"
#include "read/import/record.hpp"

namespace certrenew::imports {

/// Gathers the records of each holder, in the order in which the holders first appear: those with
/// the same id, or without an id the same name. Records without a holder belong to the only one
/// that others name; reports them where there are several.
std::vector<DraftLog> join(std::vector<Record> records, Problems& problems);

}  // namespace certrenew::imports
