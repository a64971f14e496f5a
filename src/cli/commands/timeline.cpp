// `certrenew timeline`.
#include "timeline/timeline.hpp"

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>

#include "cli/batch.hpp"
#include "cli/command_tree.hpp"

namespace certrenew::cli {

namespace {

struct TimelineOptions : LogOptions {
  bool as_svg = false;
  bool ascii = false;
  timeline::Span span;
};

Exit draw(const TimelineOptions& options, const report::Origin& origin, const Answer& answer,
          OutputChunk& chunk) {
  const timeline::Heading heading{.who = report::holder_of(answer),
                                  .origin = report::describe(origin, answer)};
  if (options.as_svg) {
    timeline::draw_svg(chunk.sink, answer, heading, options.span);
  } else {
    print::Terminal terminal = output_terminal(options.colored);
    terminal.ascii = terminal.ascii || options.ascii;
    timeline::draw_text(chunk.sink, answer, heading, options.span, terminal);
  }
  print_notices(origin, answer, chunk);
  return Exit::done;
}

}  // namespace

Action configure_timeline(CLI::App& app) {
  const auto options = std::make_shared<TimelineOptions>();
  add_log_options(app, *options, Logs::one);
  add_choice(app, "--format", options->as_svg, {{"table", false}, {"svg", true}},
             "Format of the picture (default: table)");
  add_date(app, "--from", options->span.from, "First day to show (default: as far as needed)");
  add_date(app, "--to", options->span.to, "Last day to show (default: as far as needed)");
  app.add_flag("--ascii", options->ascii,
               "Draw with ASCII only (default: where the locale is not UTF-8)");
  return [options](Output& output) {
    const auto& [from, to] = options->span;
    if (from && to && *to < *from) {
      throw Stop{Exit::usage, "--to " + to_string(*to) + " lies before --from " + to_string(*from)};
    }
    // A picture is drawn straight to the output. The printer writes nothing around it.
    return answer_logs(*options, output,
                       {.frame = {}, .print = std::bind_front(draw, std::cref(*options))});
  };
}

}  // namespace certrenew::cli
