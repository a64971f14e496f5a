// One reader for each kind of file.
#pragma once

#include <cstddef>
#include <string_view>

#include "read/import/json_node.hpp"
#include "read/import/record.hpp"

namespace certrenew::imports {

/// Reads a table. `file`: its number. Returns whether it is surely one of activities.
bool read_table(Import& import, std::string_view text, std::size_t file);

/// Reads what Credly shows as `badges.json`.
void read_credly(Import& import, JsonNode document);
/// Reads an assertion of Open Badges 2, a credential of Open Badges 3, or a list of them.
void read_open_badges(Import& import, JsonNode document);
/// Reads what Microsoft Learn shows of a shared transcript.
void read_microsoft_learn(Import& import, JsonNode document);

}  // namespace certrenew::imports
