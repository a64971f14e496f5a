// `certrenew status`.

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "certrenew/notices.hpp"
#include "certrenew/reader.hpp"
#include "certrenew/renewal.hpp"
#include "cli/command.hpp"
#include "cli/diagnostics.hpp"
#include "cli/options.hpp"
#include "render/status.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

class StatusCommand {
 public:
  StatusCommand(const LogOptions& options, Output& output)
      : options_{options},
        output_{output},
        policy_{policy_in_force(options.policy, read_policy_)},
        as_of_{options.day()},
        colored_{options.colored()} {}

  Exit run() {
    Exit exit = Exit::done;
    const auto inputs = options_.inputs();
    if (options_.format == Format::csv) output_.buffer() += status_csv_header();
    for (const std::string& source : inputs) exit = worst(exit, answer(source));
    return exit;
  }

 private:
  Exit answer(const std::string& source) {
    const Input input{source, most_document_bytes};
    if (!input.error().empty()) {
      output_.flush();
      write_error("certrenew: " + text::visible(source) + ": " + input.error() + '\n');
      return Exit::failed;
    }
    const auto result = read_log(input.text(), policy_);
    if (const auto* const faults = std::get_if<Faults>(&result)) return refuse(source, *faults);
    const Log& log = std::get<Log>(result);
    const Renewals renewals = calculate(log, policy_, as_of_);
    if (!renewals.out_of_range.empty()) {
      return refuse(source, locate(renewals.out_of_range, input.text()));
    }
    print({source, std::nullopt, policy_, log, renewals, notices(log, policy_, renewals)});
    return Exit::done;
  }

  Exit refuse(const std::string& source, const Faults& faults) {
    output_.flush();
    tell(source, faults);
    return Exit::invalid;
  }

  void print(const Answer& answer) {
    std::string& out = output_.buffer();
    switch (options_.format) {
      case Format::json: render_status_json(out, answer, JsonWriter::Layout::indented); break;
      case Format::ndjson: render_status_json(out, answer, JsonWriter::Layout::one_line); break;
      case Format::csv: render_status_csv(out, answer); break;
      case Format::table:
        if (!std::exchange(first_, false)) out += '\n';
        render_status_table(out, answer, colored_);
        print_notices(answer);
        break;
      case Format::markdown:
        if (!std::exchange(first_, false)) out += '\n';
        render_status_markdown(out, answer);
        print_notices(answer);
        break;
    }
    output_.write_blocks();
  }

  void print_notices(const Answer& answer) {
    if (answer.notices.empty()) return;
    output_.flush();
    std::string lines;
    render_notices(lines, answer);
    write_error(lines);
  }

  const LogOptions& options_;
  Output& output_;
  std::optional<Policy> read_policy_;
  const Policy& policy_;
  Date as_of_;
  bool colored_;
  bool first_ = true;
};

}  // namespace

Action configure_status(CLI::App& app) {
  const auto options = std::make_shared<LogOptions>();
  add_log_options(app, *options);
  return [options](Output& output) { return StatusCommand{*options, output}.run(); };
}

}  // namespace certrenew
