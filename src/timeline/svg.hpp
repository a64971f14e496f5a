// Elements of SVG, one a line. Lengths are tenths of a point: exact, and written alike everywhere.
#pragma once

#include <string>
#include <string_view>

#include "timeline/axis.hpp"

namespace certrenew::timeline::svg {

struct Point {
  Length x;
  Length y;
};

/// Returns `12.5`. Precondition: it is not negative.
std::string number(Length tenths);

/// Returns `text` for an element, or for an attribute in double quotes: made visible, with markup
/// and what XML forbids escaped.
std::string escaped(std::string_view text);

/// Returns how wide visible text may turn out at most in a common font of that size.
Length width_of(std::string_view text, Length font_size);

// `style` is a class. Texts and tooltips are escaped; a tooltip may be empty.

std::string text(Point at, std::string_view style, std::string_view words);
/// A text that is cut so that width_of() is at most `width`, and clipped where it turns out wider.
std::string text_within(Length width, Length font_size, Point at, std::string_view style,
                        std::string_view words);
std::string line(Point from, Point to, std::string_view style, std::string_view tooltip = {});
std::string rect(Point at, Point size, std::string_view style);
/// A path whose origin is `at`.
std::string shape(Point at, std::string_view path, std::string_view style,
                  std::string_view tooltip = {});

}  // namespace certrenew::timeline::svg
