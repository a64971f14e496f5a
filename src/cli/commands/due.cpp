// `certrenew due`.
#include "report/due.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <mutex>
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
  std::mutex mutex;
  const auto add = [&](const report::Origin& origin, const Answer& answer, OutputChunk& chunk) {
    const std::scoped_lock lock{mutex};
    list.add(origin, answer, chunk.item());
    return Exit::done;
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
                     {.frame = report::due_frame,
                      .print = add,
                      .print_all = print_all,
                      .answers_each_log = false});
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
