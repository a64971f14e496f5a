// `certrenew import`.
#include "read/import/import.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "certrenew/read.hpp"
#include "cli/command_tree.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "report/import.hpp"
#include "report/reports.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

namespace {

using imports::DateOrder;
using imports::Source;
using report::LogLayout;

struct ImportOptions {
  std::vector<std::string> files;
  std::vector<std::string> policies;
  std::optional<LogLayout> layout;  ///< none: one log per line if there are several
  imports::Options how;
};

/// Reads all files. Returns Exit::failed, after reporting them, if some cannot be read.
Exit read_files(const ImportOptions& options, std::vector<imports::File>& files) {
  Exit exit = Exit::done;
  for (const std::string& name :
       or_standard_input(options.files, "which file? Try: certrenew import certifications.csv")) {
    File input{name};
    imports::File file{.name = name, .text = input.read_all(most_document_bytes)};
    if (input.error().empty()) {
      files.push_back(std::move(file));
    } else {
      exit = Exit::failed;
      write_error("certrenew: " + text::visible(name) + ": " + input.error() + '\n');
    }
  }
  return exit;
}

/// Splits `NAME=TYPE` and adds it to the map.
void add_mapping(imports::Options& how, const std::string& text) {
  const std::size_t sign = text.rfind('=');
  if (sign == std::string::npos || sign == 0 || sign + 1 == text.size()) {
    throw CLI::ValidationError("--map", text::quoted(text) + " is not NAME=TYPE or NAME=CODE");
  }
  std::pair<std::string, std::string> mapping{text.substr(0, sign), text.substr(sign + 1)};
  for (const auto& [name, target] : how.map) {
    if (imports::loosened(name) != imports::loosened(mapping.first) || target == mapping.second) {
      continue;
    }
    throw CLI::ValidationError("--map", text::quoted(name) + " cannot stand for both " +
                                            text::quoted(target) + " and " +
                                            text::quoted(mapping.second));
  }
  how.map.push_back(std::move(mapping));
}

void write_problems(imports::Problems& problems, const std::vector<imports::File>& files) {
  std::string text;
  for (const std::string& line : problems.remarks()) text += line + '\n';
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (problems.has_errors(i)) {
      report::append_errors(text, {.name = files[i].name}, problems.finish(i));
    }
  }
  write_error(text);
}

Exit import_logs(const ImportOptions& options, Output& output) {
  const Policies policies = policies_in_force(options.policies);
  std::vector<imports::File> files;
  const Exit read = read_files(options, files);
  imports::Problems problems{files};
  const auto logs = imports::import_files(files, options.how, policies, problems);
  const LogLayout layout =
      options.layout.value_or(logs.size() > 1 ? LogLayout::one_line : LogLayout::by_item);
  imports::LogChecker checker{policies, problems};
  std::string texts;
  for (const imports::DraftLog& log : logs) {
    const std::string text = report::json_of(log, layout);
    if (read == Exit::done) checker.check(log, text);
    texts += text;
  }
  const bool is_valid = problems.empty();
  write_problems(problems, files);
  if (is_valid && read == Exit::done) output.write(texts);
  return std::max(read, is_valid ? Exit::done : Exit::invalid);
}

}  // namespace

Action configure_import(CLI::App& app) {
  const auto options = std::make_shared<ImportOptions>();
  app.add_option("FILE", options->files, "CSV, badges or a transcript; - or none: standard input")
      ->type_name("FILE");
  add_choice(app, "--from", options->how.source,
             {{"csv", Source::csv},
              {"credly", Source::credly},
              {"open-badges", Source::open_badges},
              {"microsoft-learn", Source::microsoft_learn}},
             "Format of the files (default: recognized by their content)");
  const auto map = [options](const std::string& text) { add_mapping(options->how, text); };
  add_repeatable(app, "--map", map,
                 "Which activity type, or which certification, a name stands for; repeatable")
      ->type_name("NAME=TYPE");
  add_choice(app, "--dates", options->how.dates,
             {{"dmy", DateOrder::day_first}, {"mdy", DateOrder::month_first}},
             "How tables write dates that are not YYYY-MM-DD");
  const auto ignore = [options](const std::string& name) {
    options->how.ignored_columns.push_back(name);
  };
  add_list(app, "--ignore-columns", ignore, "Columns of tables to leave out")
      ->type_name("NAME,...");
  add_policy_option(app, options->policies);
  add_choice(app, "--format", options->layout,
             {{"json", LogLayout::by_item}, {"ndjson", LogLayout::one_line}},
             "Format of the output (default: json for one person, ndjson for several)");
  return [options](Output& output) { return import_logs(*options, output); };
}

}  // namespace certrenew::cli
