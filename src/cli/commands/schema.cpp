// `certrenew schema`.
#include <CLI/CLI.hpp>
#include <memory>
#include <string_view>
#include <vector>

#include "cli/command_tree.hpp"
#include "cli/options.hpp"
#include "embedded.hpp"

namespace certrenew::cli {

namespace {

struct SchemaOptions {
  std::vector<Choice<std::string_view>> schemas;
  std::string_view chosen;
};

}  // namespace

Action configure_schema(CLI::App& app) {
  const auto options = std::make_shared<SchemaOptions>();
  for (const embedded::File& file : embedded::schemas) {
    options->schemas.emplace_back(file.name, file.text);
  }
  add_choice(app, "NAME", options->chosen, options->schemas, "Which schema to print")->required();
  return [options](Output& output) {
    output.write(options->chosen);
    return Exit::done;
  };
}

}  // namespace certrenew::cli
