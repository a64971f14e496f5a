// "Did you mean": finds the known name nearest to a misspelled one.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace certrenew::text {

/// Returns how many characters must be inserted, dropped, replaced or swapped with their neighbour
/// to turn `a` into `b`. Only the first 64 bytes of a long text count.
std::size_t edits_between(std::string_view a, std::string_view b);

/// Returns the nearest of `known`, the first of several equally near; nothing if `known` is empty.
std::optional<std::string_view> nearest(std::string_view name,
                                        std::span<const std::string_view> known);

/// Returns the end of a message about the unknown `name`: `; did you mean "…"?` if a known name is
/// close, else `; known: …`.
std::string advice(std::string_view name, std::span<const std::string_view> known);

}  // namespace certrenew::text
