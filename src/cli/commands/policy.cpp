// `certrenew policy`.
#include "report/reports.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "cli/command_tree.hpp"
#include "cli/options.hpp"
#include "print/printer.hpp"

namespace certrenew::cli {

namespace {

struct PolicyOptions {
  std::string file;
  Format format = Format::json;
};

}  // namespace

Action configure_policy(CLI::App& app) {
  const auto options = std::make_shared<PolicyOptions>();
  add_policy_option(app, options->file);
  add_choice(app, "--format", options->format, {{"json", Format::json}, {"table", Format::table}},
             "json, which --policy accepts, or table, which is for people (default: json)");
  return [options](Output& output) {
    const Policy policy = read_policy_file(options->file);
    print::Sink sink;
    const print::Printer printer = print::printer_for(options->format, report::policy_frame);
    printer.print(sink, report::PolicyReport{policy});
    output.write(sink.text);
    return Exit::done;
  };
}

}  // namespace certrenew::cli
