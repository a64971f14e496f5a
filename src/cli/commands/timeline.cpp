// `certrenew timeline`.
#include "timeline/timeline.hpp"

#include <CLI/CLI.hpp>
#include <cstdint>
#include <memory>

#include "cli/batch.hpp"
#include "cli/command_tree.hpp"
#include "cli/terminal.hpp"

namespace certrenew::cli {

namespace {

enum class PictureFormat : std::uint8_t { table, svg };

constexpr Choice<PictureFormat> formats[] = {{"table", PictureFormat::table},
                                             {"svg", PictureFormat::svg}};

struct TimelineOptions {
  LogOptions common;
  PictureFormat format = PictureFormat::table;
  timeline::Span span;
  bool ascii = false;
};

void refuse_impossible(const TimelineOptions& options) {
  options.common.refuse_roster();
  const auto& [from, to] = options.span;
  if (from && to && *to < *from) {
    throw Stop{Exit::usage, "--to " + to_string(*to) + " lies before --from " + to_string(*from)};
  }
}

void draw(const TimelineOptions& options, const report::Origin& origin, const Answer& answer,
          print::Sink& sink) {
  const timeline::Heading heading{.who = report::holder_of(answer),
                                  .origin = report::describe(origin, answer)};
  if (options.format == PictureFormat::svg) {
    return timeline::draw_svg(sink, answer, heading, options.span);
  }
  print::Terminal terminal = options.common.terminal();
  terminal.ascii = options.ascii || !locale_is_utf8();
  timeline::draw_text(sink, answer, heading, options.span, terminal);
}

}  // namespace

Action configure_timeline(CLI::App& app) {
  const auto options = std::make_shared<TimelineOptions>();
  add_log_options(app, options->common, Logs::one);
  add_choice(app, "--format", options->format, formats, "Format of the picture (default: table)");
  add_date(app, "--from", options->span.from, "First day to show (default: as far as needed)");
  add_date(app, "--to", options->span.to, "Last day to show (default: as far as needed)");
  app.add_flag("--ascii", options->ascii,
               "Draw with ASCII only (default: where the locale is not UTF-8)");
  return [options](Output& output) {
    refuse_impossible(*options);
    // A picture is drawn straight to the output. The printer writes nothing around it.
    const print::Printer printer{print::Format::table, {}};
    const auto print = [&options](const report::Origin& origin, const Answer& answer,
                                  OutputChunk& chunk) {
      draw(*options, origin, answer, chunk.sink());
      print_notices(origin, answer, chunk);
      return Exit::done;
    };
    return answer_logs(options->common, output, {.printer = printer, .print = print});
  };
}

}  // namespace certrenew::cli
