#include "timeline/svg.hpp"

#include "text/utf8.hpp"

namespace certrenew::timeline::svg {

namespace {

/// Returns the width of a character in hundredths of the font's size, as wide fonts have it.
Tenths advance_of(std::string_view character) {
  const char c = character.front();
  if (character.size() > 1) {
    const auto columns = static_cast<Tenths>(text::display_width(character));
    return columns == 0 ? 0 : columns * 40 + 50;
  }
  if (std::string_view{"fijlrt.,:;'|!()[] -/\\"}.find(c) != std::string_view::npos) return 42;
  if (std::string_view{"mwMW@%"}.find(c) != std::string_view::npos) return 102;
  return (c >= 'A' && c <= 'Z') || c == '_' || c == '#' || c == '&' ? 80 : 66;
}

std::string attribute(std::string_view name, std::string_view value) {
  return ' ' + std::string{name} + "=\"" + std::string{value} + '"';
}

std::string attribute(std::string_view name, Tenths value) {
  return attribute(name, number(value));
}

std::string text_element(Point at, std::string_view style, std::string_view words) {
  return "<text" + attribute("x", at.x) + attribute("y", at.y) +
         (style.empty() ? "" : attribute("class", style)) + '>' + escaped(words) + "</text>";
}

std::string element(const std::string& tag, std::string_view tooltip) {
  if (tooltip.empty()) return '<' + tag + "/>\n";
  return '<' + tag + "><title>" + escaped(tooltip) + "</title></" + tag.substr(0, tag.find(' ')) +
         ">\n";
}

}  // namespace

std::string number(Tenths tenths) {
  std::string text = tenths < 0 ? "-" : "";
  const Tenths size = tenths < 0 ? -tenths : tenths;
  text += std::to_string(size / 10);
  if (size % 10 != 0) text += '.' + std::to_string(size % 10);
  return text;
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

Tenths width_of(std::string_view text, Tenths font_size) {
  Tenths hundredths = 0;
  while (!text.empty()) {
    const std::size_t size = text::decode(text).size;
    hundredths += advance_of(text.substr(0, size));
    text.remove_prefix(size);
  }
  return (hundredths * font_size + 99) / 100;
}

std::string cut(std::string_view text, Tenths width, Tenths font_size) {
  // Combining characters take no room, so that there could be any number of them.
  constexpr std::size_t longest = 1000;
  constexpr std::string_view ellipsis = "…";
  std::string whole = text::visible(text.substr(0, longest));
  if (text.size() <= longest && width_of(whole, font_size) <= width) return whole;
  const Tenths room = width - width_of(ellipsis, font_size);
  std::string kept;
  Tenths taken = 0;
  for (std::string_view rest = whole; !rest.empty();) {
    const std::string_view next = rest.substr(0, text::decode(rest).size);
    taken += width_of(next, font_size);
    if (taken > room) break;
    kept += next;
    rest.remove_prefix(next.size());
  }
  return kept + std::string{ellipsis};
}

std::string text(Point at, std::string_view style, std::string_view words) {
  return text_element(at, style, words) + '\n';
}

std::string clipped_text(Point at, Tenths width, std::string_view style, std::string_view words) {
  constexpr Tenths above = 160;
  constexpr Tenths height = 220;
  return "<svg" + attribute("x", at.x) + attribute("y", at.y - above) + attribute("width", width) +
         attribute("height", height) + '>' + text_element({0, above}, style, words) + "</svg>\n";
}

std::string line(Point from, Point to, std::string_view style, std::string_view tooltip) {
  return element("line" + attribute("x1", from.x) + attribute("y1", from.y) +
                     attribute("x2", to.x) + attribute("y2", to.y) + attribute("class", style),
                 tooltip);
}

std::string rect(Point at, Point size, std::string_view style) {
  return element("rect" + attribute("x", at.x) + attribute("y", at.y) + attribute("width", size.x) +
                     attribute("height", size.y) + attribute("class", style),
                 {});
}

std::string shape(Point at, std::string_view path, std::string_view style,
                  std::string_view tooltip) {
  const std::string place = "translate(" + number(at.x) + ' ' + number(at.y) + ')';
  return element(
      "path" + attribute("transform", place) + attribute("d", path) + attribute("class", style),
      tooltip);
}

}  // namespace certrenew::timeline::svg
