// `certrenew completion`: scripts that ask the program, see cli/completion.hpp.
#include <CLI/CLI.hpp>
#include <memory>
#include <string_view>

#include "cli/command_tree.hpp"
#include "cli/options.hpp"
#include "embedded.hpp"

namespace certrenew::cli {

Action configure_completion(CLI::App& app) {
  const auto script = std::make_shared<std::string_view>();
  add_choice(app, "SHELL", *script,
             {{"bash", embedded::bash_completion},
              {"zsh", embedded::zsh_completion},
              {"fish", embedded::fish_completion}},
             "The shell that reads the script")
      ->required();
  return [script](Output& output) {
    output.write(*script);
    return Exit::done;
  };
}

}  // namespace certrenew::cli
