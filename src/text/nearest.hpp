// "Did you mean": the known name that is nearest to one that is not.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace certrenew::text {

/// How many characters to insert, drop, replace or swap with their neighbour to make one of the
/// other. Of long texts only the first 64 bytes are looked at.
std::size_t edits_between(std::string_view a, std::string_view b);

/// The nearest of `known`, the first of equals; nothing where there are none.
std::optional<std::string_view> nearest(std::string_view name,
                                        std::span<const std::string_view> known);

/// What follows the word of somebody who wrote `name`: `; did you mean "…"?` where something known
/// is not far, else `; known: …`.
std::string advice(std::string_view name, std::span<const std::string_view> known);

}  // namespace certrenew::text
