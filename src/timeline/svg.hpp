// Writing SVG: elements, numbers that do not depend on the locale, and texts of unknown origin.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace certrenew::timeline::svg {

/// A place or a size in tenths of a unit: exact, and written alike everywhere.
using Tenths = std::int64_t;

struct Point {
  Tenths x;
  Tenths y;
};

/// Returns `12.5`, `-3`.
std::string number(Tenths tenths);

/// Returns `text` for an element, or for an attribute in double quotes: made visible, with markup
/// and what XML forbids escaped.
std::string escaped(std::string_view text);

/// Returns how wide visible text may turn out at most in a common font of that size.
Tenths width_of(std::string_view text, Tenths font_size);

/// Returns `text` made visible, and cut so that width_of() is at most `width`.
std::string cut(std::string_view text, Tenths width, Tenths font_size);

// The functions below return elements, one a line. `style` is a class; a tooltip may be empty.

std::string text(Point at, std::string_view style, std::string_view words);
/// A text that is clipped where it turns out wider than `width`.
std::string clipped_text(Point at, Tenths width, std::string_view style, std::string_view words);
std::string line(Point from, Point to, std::string_view style, std::string_view tooltip = {});
std::string rect(Point at, Point size, std::string_view style);
/// A path whose origin is `at`.
std::string shape(Point at, std::string_view path, std::string_view style,
                  std::string_view tooltip);

}  // namespace certrenew::timeline::svg
