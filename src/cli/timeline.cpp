// `certrenew timeline`.

#include "render/timeline.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/answering.hpp"
#include "cli/command.hpp"
#include "cli/locale.hpp"
#include "render/status.hpp"

namespace certrenew {

namespace {

enum class Picture : std::uint8_t { table, svg };

constexpr Choice<Picture> pictures[] = {{"table", Picture::table}, {"svg", Picture::svg}};

struct TimelineOptions {
  LogOptions common;
  Picture picture = Picture::table;
  timeline::Span span;
  bool ascii = false;
};

void refuse_nonsense(const TimelineOptions& options) {
  options.common.refuse_roster();
  const auto& [from, to] = options.span;
  if (from && to && *to < *from) {
    throw Stop{Exit::usage, "--to " + to_string(*to) + " lies before --from " + to_string(*from)};
  }
}

}  // namespace

Action configure_timeline(CLI::App& app) {
  const auto options = std::make_shared<TimelineOptions>();
  add_log_options(app, options->common, Logs::one);
  add_choice(app, "--format", options->picture, pictures, "How to draw (default: table)");
  add_date(app, "--from", options->span.from, "The first day to show (default: all there is)");
  add_date(app, "--to", options->span.to, "The last day to show (default: all there is)");
  app.add_flag("--ascii", options->ascii,
               "Draw with ASCII alone (default: where the locale is not UTF-8)");
  return [options](Output& output) {
    refuse_nonsense(*options);
    const Paper paper = options->common.paper();
    using timeline::Characters;
    const Characters characters =
        options->ascii || !locale_is_utf8() ? Characters::ascii : Characters::unicode;
    return answer_logs(
        options->common, output, {[options, paper, characters](const Answer& answer, Page& page) {
          if (options->picture == Picture::svg) {
            render_timeline_svg(page.body, answer, options->span);
          } else {
            render_timeline_table(page.body, answer, options->span, paper, characters);
          }
          render_notices(page.beside, answer);
        }});
  };
}

}  // namespace certrenew
