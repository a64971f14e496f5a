// `certrenew schema`.
#include <CLI/CLI.hpp>
#include <memory>
#include <string_view>
#include <vector>

#include "cli/command_tree.hpp"
#include "cli/options.hpp"
#include "embedded.hpp"

namespace certrenew::cli {

Action configure_schema(CLI::App& app) {
  const auto schema = std::make_shared<std::string_view>();
  std::vector<Choice<std::string_view>> schemas;
  for (const embedded::File& file : embedded::schemas) schemas.emplace_back(file.name, file.text);
  add_choice(app, "NAME", *schema, schemas, "Which schema to print")->required();
  return [schema](Output& output) {
    output.write(*schema);
    return Exit::done;
  };
}

}  // namespace certrenew::cli
