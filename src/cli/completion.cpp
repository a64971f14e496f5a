#include "cli/completion.hpp"

#include <CLI/CLI.hpp>
#include <set>
#include <span>
#include <string_view>

#include "certrenew/read.hpp"
#include "certrenew/remark.hpp"
#include "cli/command_tree.hpp"
#include "cli/options.hpp"

namespace certrenew::cli {

namespace {

/// Goes through the words of a command line, and lists what the last one can become.
class Completer {
 public:
  explicit Completer(bool with_help) : with_help_{with_help} { build_command_tree(app_, action_); }

  /// Takes in a word that stands before the last one.
  void pass(const std::string& word) {
    if (awaiting_value_ != nullptr) {
      awaiting_value_ = nullptr;
    } else if (!ended_ && word == "--") {
      ended_ = true;
    } else if (!ended_ && word.size() > 1 && word.starts_with('-')) {
      pass_option(word);
    } else if (command_ == &app_) {
      command_ = find_command(word) == nullptr ? nullptr : app_.get_subcommand(word);
    } else {
      ++given_;
    }
  }

  /// Lists what `word` can become.
  std::string list(const std::string& word) {
    const std::size_t equals = word.find('=');
    if (command_ == nullptr) return {};  // an unknown command
    if (awaiting_value_ != nullptr) {
      list_values(*awaiting_value_, {}, word);
    } else if (!ended_ && word.starts_with("--") && equals != std::string::npos) {
      const CLI::Option* const option = find_option(word.substr(0, equals));
      if (option != nullptr) {
        list_values(*option, word.substr(0, equals + 1), word.substr(equals + 1));
      }
    } else if (!ended_ && word.starts_with('-')) {
      list_options(word);
    } else if (command_ == &app_) {
      for (const Command& one : commands()) add({}, std::string{one.name}, word, one.summary);
    } else if (const CLI::Option* const argument = next_argument()) {
      list_values(*argument, {}, word);
    }
    return out_;
  }

 private:
  void pass_option(const std::string& word) {
    const std::string name = word.substr(0, word.find('='));
    used_.insert(name);
    const CLI::Option* const option = find_option(name);
    const bool has_value = name.size() < word.size();
    if (option != nullptr && !has_value && !value_of(*option).empty()) awaiting_value_ = option;
  }

  [[nodiscard]] const CLI::Option* find_option(const std::string& name) const {
    if (command_ == nullptr) return nullptr;
    for (const CLI::Option* const one : command_->get_options()) {
      if (!one->get_positional() && (name_of(*one) == name || letter_of(*one) == name)) return one;
    }
    return nullptr;
  }

  /// The argument that follows those given; null where no more are accepted.
  [[nodiscard]] const CLI::Option* next_argument() const {
    std::size_t index = 0;
    for (const CLI::Option* const one : command_->get_options()) {
      if (!one->get_positional()) continue;
      if (index++ == given_ || is_repeatable(*one)) return one;
    }
    return nullptr;
  }

  /// Lists the options that are not used yet, or may be repeated.
  void list_options(const std::string& word) {
    for (const CLI::Option* const one : command_->get_options()) {
      if (one->get_positional()) continue;
      const bool used = used_.contains(name_of(*one)) || used_.contains(letter_of(*one));
      if (!used || is_repeatable(*one)) add({}, name_of(*one), word, one->get_description());
    }
  }

  /// Lists the values that `value` can become, each after `head`.
  void list_values(const CLI::Option& option, std::string head, std::string value) {
    const std::string type = value_of(option);
    if (type == "FILE") {
      out_ += ":files\n";
    } else if (type == "LOG") {
      out_ += ":files json ndjson jsonl\n";
    } else if (type.starts_with("TYPE@")) {
      for (const ActivityType& one : builtin_policy().activity_types) {
        add(head, one.name + '@', value, {});
      }
      add(head, "exam:", value, {});
    } else if (type.starts_with("FINDING")) {
      const std::size_t last = value.rfind(',') + 1;  // 0 where there is no comma
      head += value.substr(0, last);
      value.erase(0, last);
      for (const RemarkKind one : kinds_of_findings()) {
        add(head, std::string{certrenew::name_of(one)}, value, {});
      }
    } else if (type.find('|') != std::string::npos) {
      for (const std::string& word : split(type, '|')) add(head, word, value, {});
    }
  }

  /// Adds the candidate `head` + `word` if the word begins with `value`.
  void add(const std::string& head, const std::string& word, const std::string& value,
           std::string_view help) {
    if (!word.starts_with(value)) return;
    out_ += head + word;
    if (with_help_ && !help.empty()) (out_ += '\t') += help;
    out_ += '\n';
  }

  CLI::App app_;
  Action action_;
  CLI::App* command_ = &app_;  // the program, one of its commands, or null: an unknown one
  const CLI::Option* awaiting_value_ = nullptr;
  bool ended_ = false;     // by `--`
  std::size_t given_ = 0;  // arguments
  std::set<std::string> used_{};
  bool with_help_;
  std::string out_{};
};

}  // namespace

bool is_completion_request(const std::vector<std::string>& arguments) {
  return arguments.size() >= 4 && arguments[0] == "completion" && arguments[1] == "--for" &&
         arguments[3] == "--";
}

std::string complete(const std::vector<std::string>& arguments) {
  const auto words = std::span{arguments}.subspan(4);
  if (words.empty()) return {};
  Completer completer{/*with_help=*/arguments[2] != "bash"};
  for (const std::string& word : words.first(words.size() - 1)) completer.pass(word);
  return completer.list(words.back());
}

}  // namespace certrenew::cli
