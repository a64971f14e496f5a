#include "timeline/svg.hpp"

#include "text/utf8.hpp"

namespace certrenew::timeline::svg {

namespace {

/// Returns the width of a character in hundredths of the font's size, as wide fonts have it.
Length advance_of(std::string_view character) {
  const char c = character.front();
  if (character.size() > 1) {
    const auto columns = static_cast<Length>(text::display_width(character));
    return columns == 0 ? 0 : columns * 40 + 50;
  }
  if (std::string_view{"fijlrt.,:;'|!()[] -/\\"}.find(c) != std::string_view::npos) return 42;
  if (std::string_view{"mwMW@%"}.find(c) != std::string_view::npos) return 102;
  return (c >= 'A' && c <= 'Z') || c == '_' || c == '#' || c == '&' ? 80 : 66;
}

/// Returns `text` made visible, and cut so that width_of() is at most `width`.
std::string cut(std::string_view text, Length width, Length font_size) {
  // Combining characters take no room, so that there could be any number of them.
  constexpr std::size_t longest = 1000;
  constexpr std::string_view ellipsis = "…";
  std::string whole = text::visible(text.substr(0, longest));
  if (text.size() <= longest && width_of(whole, font_size) <= width) return whole;
  Length room = width - width_of(ellipsis, font_size);
  std::size_t kept = 0;
  while (kept < whole.size()) {
    const std::size_t size = text::decode(std::string_view{whole}.substr(kept)).size;
    room -= width_of(whole.substr(kept, size), font_size);
    if (room < 0) break;
    kept += size;
  }
  return whole.substr(0, kept) + std::string{ellipsis};
}

/// Returns ` x="12.5" y="3"`, with the names that are given.
std::string attributes(std::string_view x, std::string_view y, Point point) {
  return ' ' + std::string{x} + "=\"" + number(point.x) + "\" " + std::string{y} + "=\"" +
         number(point.y) + '"';
}

std::string class_of(std::string_view style) {
  return style.empty() ? "" : " class=\"" + std::string{style} + '"';
}

std::string text_element(Point at, std::string_view style, std::string_view words) {
  return "<text" + attributes("x", "y", at) + class_of(style) + '>' + escaped(words) + "</text>";
}

std::string element(const std::string& tag, std::string_view tooltip) {
  if (tooltip.empty()) return '<' + tag + "/>\n";
  const std::string name = tag.substr(0, tag.find(' '));
  return '<' + tag + "><title>" + escaped(tooltip) + "</title></" + name + ">\n";
}

}  // namespace

std::string number(Length tenths) {
  const std::string whole = std::to_string(tenths / 10);
  return tenths % 10 == 0 ? whole : whole + '.' + std::to_string(tenths % 10);
}

std::string escaped(std::string_view text) {
  std::string out;
  const std::string whole = text::visible(text);
  for (std::string_view rest = whole; !rest.empty();) {
    const text::Decoded next = text::decode(rest);
    switch (next.point) {
      case U'&': out += "&amp;"; break;
      case U'<': out += "&lt;"; break;
      case U'>': out += "&gt;"; break;
      case U'"': out += "&quot;"; break;
      case 0xFFFE:
      case 0xFFFF: text::append_json_escape(out, next.point); break;
      default: out += rest.substr(0, next.size);
    }
    rest.remove_prefix(next.size);
  }
  return out;
}

Length width_of(std::string_view text, Length font_size) {
  Length hundredths = 0;
  while (!text.empty()) {
    const std::size_t size = text::decode(text).size;
    hundredths += advance_of(text.substr(0, size));
    text.remove_prefix(size);
  }
  return (hundredths * font_size + 99) / 100;
}

std::string text(Point at, std::string_view style, std::string_view words) {
  return text_element(at, style, words) + '\n';
}

std::string text_within(Length width, Length font_size, Point at, std::string_view style,
                        std::string_view words) {
  constexpr Length above = 160;
  constexpr Length height = 220;
  return "<svg" + attributes("x", "y", {at.x, at.y - above}) +
         attributes("width", "height", {width, height}) + '>' +
         text_element({0, above}, style, cut(words, width, font_size)) + "</svg>\n";
}

std::string line(Point from, Point to, std::string_view style, std::string_view tooltip) {
  return element(
      "line" + attributes("x1", "y1", from) + attributes("x2", "y2", to) + class_of(style),
      tooltip);
}

std::string rect(Point at, Point size, std::string_view style) {
  return element(
      "rect" + attributes("x", "y", at) + attributes("width", "height", size) + class_of(style),
      {});
}

std::string shape(Point at, std::string_view path, std::string_view style,
                  std::string_view tooltip) {
  return element("path transform=\"translate(" + number(at.x) + ' ' + number(at.y) + ")\" d=\"" +
                     std::string{path} + '"' + class_of(style),
                 tooltip);
}

}  // namespace certrenew::timeline::svg
