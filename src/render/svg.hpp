// Writing SVG: elements, numbers that depend on no locale, and texts of unknown origin.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace certrenew::svg {

/// A place or a size, in tenths of a unit: exact, and written alike everywhere.
using Tenths = std::int64_t;

/// `12.5`, `-3`.
std::string number(Tenths tenths);

/// `text` as the text of an element or of an attribute in double quotes: visible, markup and what
/// XML forbids escaped.
std::string escaped(std::string_view text);

/// The most that `text`, which is visible, is likely to take in a usual font of that size.
Tenths width_of(std::string_view text, Tenths font_size);

/// `text` made visible and cut so that width_of() is at most `width`.
std::string cut(std::string_view text, Tenths width, Tenths font_size);

/// Appends elements to a buffer, one a line.
class Writer {
 public:
  explicit Writer(std::string& out) : out_{out} {}

  /// What stands between `<` and `>`, or `/>` where nothing follows inside of it.
  Writer& open(std::string_view tag);
  Writer& close(std::string_view name);
  Writer& element(std::string_view tag, std::string_view tooltip = {});

  Writer& text(Tenths x, Tenths y, std::string_view style, std::string_view words);
  Writer& line(Tenths x, Tenths y, Tenths to_x, Tenths to_y, std::string_view style,
               std::string_view tooltip = {});
  Writer& rect(Tenths x, Tenths y, Tenths width, Tenths height, std::string_view style,
               std::string_view tooltip = {});
  /// A path around a place.
  Writer& shape(Tenths x, Tenths y, std::string_view path, std::string_view style,
                std::string_view tooltip = {});
  /// A text that may turn out larger than its room, which clips it: `x` and `y` are of its
  /// beginning, as of text().
  Writer& clipped_text(Tenths x, Tenths y, Tenths width, std::string_view style,
                       std::string_view words);

 private:
  std::string& out_;
};

}  // namespace certrenew::svg
