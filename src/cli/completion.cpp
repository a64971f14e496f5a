// `certrenew completion`.

#include "cli/completion.hpp"

#include <CLI/CLI.hpp>
#include <cstddef>
#include <memory>
#include <string_view>

#include "cli/choice.hpp"
#include "cli/command.hpp"

namespace certrenew {

namespace {

using Generator = std::string (*)(const Definition&);
constexpr Choice<Generator> shells[] = {
    {"bash", bash_completion}, {"zsh", zsh_completion}, {"fish", fish_completion}};

}  // namespace

std::string replaced(std::string_view text, std::string_view mark, std::string_view replacement) {
  const std::size_t at = text.find(mark);
  std::string result{text.substr(0, at)};
  result += replacement;
  result += text.substr(at + mark.size());
  return result;
}

std::string joined(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) (line += line.empty() ? "" : " ") += word;
  return line;
}

Action configure_completion(CLI::App& app) {
  const auto shell = std::make_shared<Generator>(nullptr);
  add_choice(app, "SHELL", *shell, shells, "The shell that is to read it")->required();
  return [shell](Output& output) {
    output.buffer() += (*shell)(define_program());
    return Exit::done;
  };
}

}  // namespace certrenew
