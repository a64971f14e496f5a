// `certrenew policy`.
#include "report/reports.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "certrenew/read.hpp"
#include "cli/command_tree.hpp"
#include "cli/exit.hpp"
#include "cli/options.hpp"
#include "print/printer.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

namespace {

struct PolicyOptions {
  std::string programme;
  std::vector<std::string> files;
  bool lists = false;
  std::optional<Format> format;
};

/// The policy of the named programme; without a name, the one that `--policy` gives, or else
/// builtin_policy(). Throws Stop if there is no such policy, or if there are several to choose
/// from.
Policy chosen_policy(const PolicyOptions& options) {
  if (options.programme.empty()) {
    if (options.files.empty()) return builtin_policy();
    if (options.files.size() == 1) return read_policy_file(options.files.front());
    throw Stop{Exit::usage, "several policies are given; name the programme whose policy to print"};
  }
  const Policies policies = policies_in_force(options.files);
  if (const auto found = policies.find(options.programme)) return policies[*found];
  throw Stop{Exit::usage, "unknown programme " + text::quoted(options.programme) +
                              text::advice(options.programme, policies.programmes())};
}

void print_as(Format format, const print::Frame& frame, const print::Report& report,
              Output& output) {
  print::Sink sink;
  print::printer_for(format, frame).print(sink, report);
  output.write(sink.text);
}

}  // namespace

Action configure_policy(CLI::App& app) {
  const auto options = std::make_shared<PolicyOptions>();
  app.add_option("NAME", options->programme,
                 "Programme whose policy to print (default: atlassian, or that of --policy)")
      ->type_name("PROGRAMME");
  add_policy_option(app, options->files);
  CLI::Option* const list =
      app.add_flag("--list", options->lists, "List all policies instead of printing one");
  app.get_option("NAME")->excludes(list);
  add_choice(app, "--format", options->format, {{"json", Format::json}, {"table", Format::table}},
             "json, which --policy accepts, or table, which is for people (default: json; with "
             "--list: table)");
  return [options](Output& output) {
    if (options->lists) {
      const Policies policies = policies_in_force(options->files);
      print_as(options->format.value_or(Format::table), report::policy_list_frame,
               report::PolicyListReport{policies}, output);
      return Exit::done;
    }
    const Policy policy = chosen_policy(*options);
    if (options->format.value_or(Format::json) == Format::json) {
      output.write(report::json_of(policy));
    } else {
      print_as(Format::table, report::policy_frame, report::PolicyReport{policy}, output);
    }
    return Exit::done;
  };
}

}  // namespace certrenew::cli
