// `certrenew explain`.

#include "render/explain.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/answering.hpp"
#include "cli/command.hpp"
#include "render/status.hpp"

namespace certrenew {

namespace {

Presentation presentation(Format format, const Paper& paper) {
  using Layout = JsonWriter::Layout;
  switch (format) {
    case Format::json:
      return {[](const Answer& answer, Page& page) {
        render_explain_json(page.body, answer, Layout::indented);
      }};
    case Format::ndjson:
      return {[](const Answer& answer, Page& page) {
        render_explain_json(page.body, answer, Layout::one_line);
      }};
    case Format::csv:
      return {.present = [](const Answer& answer,
                            Page& page) { render_explain_csv(page.body, answer); },
              .header = explain_csv_header()};
    case Format::markdown:
      return {.present =
                  [](const Answer& answer, Page& page) {
                    render_explain_markdown(page.body, answer);
                    render_notices(page.beside, answer);
                  },
              .separator = "\n"};
    case Format::github:
    case Format::table: break;
  }
  return {.present =
              [paper](const Answer& answer, Page& page) {
                render_explain_table(page.body, answer, paper);
                render_notices(page.beside, answer);
              },
          .separator = "\n"};
}

}  // namespace

Action configure_explain(CLI::App& app) {
  const auto options = std::make_shared<LogOptions>();
  add_log_options(app, *options);
  add_roster_options(app, *options);
  add_choice(app, "--format", options->format, answer_formats, "How to answer (default: table)");
  add_repeatable(app, "--certification", options->only, "Only this one; repeatable")
      ->type_name("CODE");
  return [options](Output& output) {
    return answer_logs(*options, output, presentation(options->format, options->paper()));
  };
}

}  // namespace certrenew
