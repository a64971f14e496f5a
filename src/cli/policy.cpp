// `certrenew policy`.

#include "render/policy.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>

#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"

namespace certrenew {

namespace {

struct PolicyOptions {
  std::string file;
  Format format = Format::json;
};

constexpr Choice<Format> formats[] = {{"json", Format::json}, {"table", Format::table}};

}  // namespace

Action configure_policy(CLI::App& app) {
  const auto options = std::make_shared<PolicyOptions>();
  add_policy_option(app, options->file);
  add_choice(app, "--format", options->format, formats,
             "json can be read back by --policy; table is for people (default: json)");
  return [options](Output& output) {
    std::optional<Policy> read;
    const Policy& policy = policy_in_force(options->file, read);
    if (options->format == Format::json) {
      render_policy_json(output.buffer(), policy);
    } else {
      render_policy_list(output.buffer(), policy);
    }
    return Exit::done;
  };
}

}  // namespace certrenew
