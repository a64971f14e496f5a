// `certrenew policy`.
#include "report/reports.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "certrenew/read.hpp"
#include "cli/command_tree.hpp"
#include "cli/exit.hpp"
#include "cli/options.hpp"
#include "print/printer.hpp"

namespace certrenew::cli {

namespace {

struct PolicyOptions {
  std::vector<std::string> files;
  Format format = Format::json;
};

}  // namespace

Action configure_policy(CLI::App& app) {
  const auto options = std::make_shared<PolicyOptions>();
  add_policy_option(app, options->files);
  app.get_option("--policy")
      ->expected(1)
      ->description("Print this policy instead of the built-in one");
  add_choice(app, "--format", options->format, {{"json", Format::json}, {"table", Format::table}},
             "json, which --policy accepts, or table, which is for people (default: json)");
  return [options](Output& output) {
    if (options->files.size() > 1)
      throw Stop{Exit::usage, "give one --policy: it prints one policy"};
    const Policy policy =
        options->files.empty() ? builtin_policy() : read_policy_file(options->files.front());
    if (options->format == Format::json) {
      output.write(report::json_of(policy));
      return Exit::done;
    }
    print::Sink sink;
    const print::Printer printer = print::printer_for(options->format, report::policy_frame);
    printer.print(sink, report::PolicyReport{policy});
    output.write(sink.text);
    return Exit::done;
  };
}

}  // namespace certrenew::cli
