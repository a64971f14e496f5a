// `certrenew due`.
#include "report/due.hpp"

#include <CLI/CLI.hpp>
#include <cstddef>
#include <memory>
#include <optional>

#include "cli/batch.hpp"
#include "cli/command_tree.hpp"

namespace certrenew::cli {

namespace {

struct DueOptions : LogOptions {
  std::optional<std::int32_t> within;
};

Exit list_deadlines(const DueOptions& options, Output& output) {
  report::DueList list{options.within};
  const auto gather = [&](const report::Origin& origin, const Answer& answer, std::size_t item) {
    list.add(origin, answer, item);
  };
  const auto print_all = [&](const report::SummaryReport::Scope& scope, OutputChunk& chunk) {
    list.sort();
    if (options.format != Format::ndjson) {
      chunk.print(report::DueReport{list, scope.as_of});
      return Exit::done;
    }
    for (const report::DueItem& item : list.items()) {
      chunk.print(report::DueItemReport{item});
      chunk.flush_if_large();
    }
    return Exit::done;
  };
  return answer_logs(options, output,
                     {.frame = report::due_frame, .gather = gather, .print_all = print_all});
}

}  // namespace

Action configure_due(CLI::App& app) {
  const auto options = std::make_shared<DueOptions>();
  add_log_options(app, *options, Logs::many);
  add_format(app, options->format);
  const auto within = [options](const std::string& text) {
    options->within = static_cast<std::int32_t>(parse_number("--within", text, number_of_days));
  };
  app.add_option_function<std::string>("--within", within,
                                       "List only deadlines within this many days")
      ->type_name("DAYS");
  return [options](Output& output) { return list_deadlines(*options, output); };
}

}  // namespace certrenew::cli
