// A picture of an answer: each credential's cycles and the activities on one time axis.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "certrenew/answer.hpp"
#include "print/document.hpp"
#include "print/sink.hpp"

namespace certrenew::timeline {

/// The first and the last day to show; none: as far as there is something to show. Where both are
/// given, `from` is not after `to`.
struct Span {
  std::optional<Date> from;
  std::optional<Date> to;
};

/// What stands above the picture: texts that are visible, and cut where they are long.
struct Heading {
  std::string who;     ///< may be empty
  std::string origin;  ///< `log.json, as of 2025-12-31`
};

/// Draws it with characters, as wide as the terminal.
void draw_text(print::Sink& sink, const Answer& answer, const Heading& heading, const Span& span,
               const print::Terminal& terminal);

/// Draws it as an SVG file that refers to nothing else and runs nothing.
void draw_svg(print::Sink& sink, const Answer& answer, const Heading& heading, const Span& span);

/// Draws it as an `<svg>` element of an HTML page, without a heading above it. `who` may be empty.
/// `id` must not be empty: it makes the ids of the element unique on the page. The page must have
/// page_style() and, once, page_patterns().
void draw_inline_svg(print::Sink& sink, const Answer& answer, const std::string& who,
                     const std::string& id);
/// The CSS of all pictures of a page.
std::string_view page_style();
/// An element of the body, unseen, with the patterns that the pictures of a page are filled with.
std::string_view page_patterns();

}  // namespace certrenew::timeline
