// `certrenew help`.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_tree.hpp"
#include "cli/exit.hpp"
#include "cli/plain_page.hpp"
#include "embedded.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

namespace {

std::string_view text_of(const Topic& topic) {
  const auto found =
      std::find_if(embedded::manual.begin(), embedded::manual.end(),
                   [&](const embedded::File& file) { return file.name == topic.page; });
  return found->text;
}

/// The help of that command; that of the program if the name is empty.
std::string help_of(const std::string& command) {
  CLI::App app;
  Action action;
  build_command_tree(app, action, command);
  return help(command.empty() ? app : *app.get_subcommand(command));
}

/// Returns the help of a command, or the page of a topic; `name` may be the name of the page.
std::string help_on(const std::string& name) {
  if (name.empty() || find_command(name) != nullptr) return help_of(name);
  std::vector<std::string_view> known;
  for (const Topic& topic : topics()) {
    if (topic.name == name || topic.page == name) return plain_page(text_of(topic));
    known.push_back(topic.name);
  }
  for (const Command& command : commands()) known.push_back(command.name);
  throw Stop{Exit::usage, "no help on " + text::quoted(name) + text::advice(name, known)};
}

}  // namespace

std::string_view summary_of(const Topic& topic) { return summary_of_page(text_of(topic)); }

Action configure_help(CLI::App& app) {
  const auto topic = std::make_shared<std::string>();
  app.add_option("TOPIC", *topic, "Command, or page of the manual; none: the whole program")
      ->type_name("TOPIC");
  return [topic](Output& output) {
    output.write(help_on(*topic));
    return Exit::done;
  };
}

}  // namespace certrenew::cli
