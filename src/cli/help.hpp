// What `--help` prints.
#pragma once

#include <string>

#include "cli/definition.hpp"

namespace certrenew {

/// Appends it, in lines of at most 80 columns.
void append_help(std::string& out, const Definition& definition);

}  // namespace certrenew
