#include "render/timeline_sheet.hpp"

#include "data/embedded.hpp"

namespace certrenew::timeline {

namespace {

/// What grace months are filled with.
constexpr std::string_view hatch =
    "<pattern id=\"certrenew-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
    "patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" class=\"ground\"/>"
    "<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" class=\"hatch\"/></pattern>\n";

}  // namespace

void Sheet::append_to(std::string& out, Tenths top, Tenths bottom) const {
  svg::Writer all{out};
  all.open("svg xmlns=\"http://www.w3.org/2000/svg\" class=\"certrenew\" viewBox=\"0 0 " +
           svg::number(page_width) + ' ' + svg::number(y) +
           "\" role=\"img\" aria-labelledby=\"certrenew-title certrenew-desc\"");
  out += "<title id=\"certrenew-title\">" + svg::escaped(title_of(answer)) + "</title>\n";
  out += "<desc id=\"certrenew-desc\">" + svg::escaped(describe(answer, model)) + "</desc>\n";
  ((out += "<style>\n") += embedded::timeline_style) += "</style>\n";
  out += hatch;
  all.rect(5, 5, page_width - 10, y - 10, "page");
  for (const Tenths at : grid_) all.line(at, top, at, bottom, "grid");
  out += back_ + bars_;
  if (shows_today()) {
    all.line(x(as_of), top, x(as_of), bottom, "today-edge");
    all.line(x(as_of), top, x(as_of), bottom, "today", "as of " + to_string(as_of));
  }
  out += front_;
  all.close("svg");
}

std::string_view shape_of(Began how) noexcept {
  switch (how) {
    case Began::earned:
    case Began::given: return "M-5 0A5 5 0 1 1 5 0A5 5 0 1 1 -5 0Z";
    case Began::units: return "M0 -6.5L6.5 0L0 6.5L-6.5 0Z";
    case Began::exam: return "M0 -6.5L6.5 5H-6.5Z";
    case Began::courses: return "M-5 -5H5V5H-5Z";
    case Began::earned_anew:
      return "M0 -7.5L1.9 -2.6L7.1 -2.3L3 1L4.4 6.1L0 3.2L-4.4 6.1L-3 1L-7.1 -2.3L-1.9 -2.6Z";
  }
  return {};
}

std::string_view style_of(Began how) noexcept {
  return how == Began::given ? "mark given" : "mark";
}

}  // namespace certrenew::timeline
