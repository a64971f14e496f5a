// "Did you mean": finds the known name that was probably meant by an unknown one.
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

/// Returns the name without blanks, hyphens and underscores, in small letters.
std::string plain_spelling(std::string_view name);

/// Returns the one of `known` that was probably meant: the one that a few other words stand for,
/// say `title` for `name`, or else one whose spelling differs only by case, blanks, hyphens,
/// underscores or up to two letters, but by less than half of them. Of several the nearest, of
/// those the first. Nothing if there is no such name.
std::optional<std::string_view> meant(std::string_view name,
                                      std::span<const std::string_view> known);

/// Returns ` (known: a, b)`, each name once; empty if nothing is known.
std::string listing(std::span<const std::string_view> known);

/// Returns the end of a message about the unknown `name`: `; did you mean "…"? (known: …)`, or only
/// the known names.
std::string advice(std::string_view name, std::span<const std::string_view> known);

}  // namespace certrenew::text
