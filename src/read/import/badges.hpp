// Badges, and the certifications that they stand for.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "read/import/json_node.hpp"
#include "read/import/record.hpp"

namespace certrenew::imports {

/// Where a badge has its days.
struct DayKeys {
  std::string_view issued;
  std::string_view expires;
};

/// Begins a badge: reads its days.
Badge begin_badge(const Import& import, JsonNode node, const DayKeys& keys);

/// Whether reading the badge has reported nothing so far.
bool is_sound(const Import& import, const Badge& badge);

/// Finds out which certification the badge named at `name` stands for, and adds the badge as a
/// record if it is sound. Reports a badge without a name, and one that could stand for several.
void add_badge(Import& import, JsonNode name, Badge badge, const Holder& holder);

/// Makes one certification of all badges of one code: the first issue is the day it was earned, the
/// last expiry is what the portal shows.
std::vector<DraftItem> certifications_of(std::span<const Badge> badges);

/// Remarks that so many badges or other parts of a document were left out, if there are any.
void remark_left_out(JsonNode document, std::size_t count, std::string_view what,
                     const std::string& why);

}  // namespace certrenew::imports
