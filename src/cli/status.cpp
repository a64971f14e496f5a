// `certrenew status`.

#include "render/status.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <vector>

#include "certrenew/summary.hpp"
#include "cli/answering.hpp"
#include "cli/command.hpp"
#include "render/summary.hpp"

namespace certrenew {

namespace {

struct StatusOptions {
  LogOptions common;
  bool summary = false;
};

Presentation presentation(Format format, const Paper& paper) {
  using Layout = JsonWriter::Layout;
  switch (format) {
    case Format::json:
      return {[](const Answer& answer, Page& page) {
        render_status_json(page.body, answer, Layout::indented);
      }};
    case Format::ndjson:
      return {[](const Answer& answer, Page& page) {
        render_status_json(page.body, answer, Layout::one_line);
      }};
    case Format::csv:
      return {
          .present = [](const Answer& answer, Page& page) { render_status_csv(page.body, answer); },
          .header = status_csv_header()};
    case Format::markdown:
      return {.present =
                  [](const Answer& answer, Page& page) {
                    render_status_markdown(page.body, answer);
                    render_notices(page.beside, answer);
                  },
              .separator = "\n"};
    case Format::github:
    case Format::table: break;
  }
  return {.present =
              [paper](const Answer& answer, Page& page) {
                render_status_table(page.body, answer, paper);
                render_notices(page.beside, answer);
              },
          .separator = "\n"};
}

void render_summary(std::string& out, const SummaryAnswer& answer, Format format,
                    const Paper& paper) {
  using Layout = JsonWriter::Layout;
  switch (format) {
    case Format::json: return render_summary_json(out, answer, Layout::indented);
    case Format::ndjson: return render_summary_json(out, answer, Layout::one_line);
    case Format::csv: return render_summary_csv(out, answer);
    case Format::markdown:
    case Format::github:
    case Format::table: return render_summary_table(out, answer, paper);
  }
}

/// Each clerk adds up for itself; the sums are added at the end.
Presentation summing(Format format, const Paper& paper) {
  const auto sums = std::make_shared<std::vector<Summary>>(most_clerks);
  return {.present = [sums](const Answer& answer,
                            Page& page) { sums->at(page.clerk).add(answer.log, answer.renewals); },
          .finish =
              [sums, format, paper](std::string& out, const Finished& finished) {
                Summary all;
                for (const Summary& one : *sums) all.add(one);
                render_summary(out,
                               {.summary = all,
                                .as_of = finished.as_of,
                                .policy = finished.policy.name,
                                .invalid = static_cast<std::int64_t>(finished.refused)},
                               format, paper);
              },
          .answers_each = false,
          .with_notices = false};
}

}  // namespace

Action configure_status(CLI::App& app) {
  const auto options = std::make_shared<StatusOptions>();
  add_log_options(app, options->common);
  add_roster_options(app, options->common);
  add_choice(app, "--format", options->common.format, answer_formats,
             "How to answer (default: table)");
  app.add_flag("--summary", options->summary,
               "How many hold what, of all logs together: table, json, ndjson or csv");
  return [options](Output& output) {
    const Format format = options->common.format;
    const Paper paper = options->common.paper();
    if (options->summary && format == Format::markdown) {
      throw Stop{Exit::usage, "a summary is given as table, json, ndjson or csv"};
    }
    return answer_logs(options->common, output,
                       options->summary ? summing(format, paper) : presentation(format, paper));
  };
}

}  // namespace certrenew
