// The answer of `timeline`: a picture for a terminal, and one for a browser.
#pragma once

#include <optional>
#include <string>

#include "certrenew/date.hpp"
#include "render/answer.hpp"
#include "render/table.hpp"

namespace certrenew {

namespace timeline {

/// The first and the last day to be shown; none: as far as there is something to show. Where both
/// are given, `from` is not after `to`.
struct Span {
  std::optional<Date> from;
  std::optional<Date> to;
};

/// What a picture is drawn with.
enum class Characters : std::uint8_t { unicode, ascii };

}  // namespace timeline

/// As wide as the paper. With `ascii` every character is, also those of the log.
void render_timeline_table(std::string& out, const Answer& answer, const timeline::Span& span,
                           const Paper& paper, timeline::Characters characters);

/// A file of its own: XML that refers to nothing else and runs nothing.
void render_timeline_svg(std::string& out, const Answer& answer, const timeline::Span& span);

}  // namespace certrenew
