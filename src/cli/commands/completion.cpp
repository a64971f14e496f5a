// `certrenew completion`: scripts that complete a command line. They ask the program what it can be
// completed with:
//
//     certrenew completion --for SHELL -- WORDS…
//
// WORDS are those after `certrenew`, up to the one at the cursor, which may be empty. The answer is
// a candidate per line, a whole word, followed by a tab and its description (not for bash). The
// line `:files` asks for files instead, and `:files json ndjson` for files with these endings.
#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "certrenew/read.hpp"
#include "certrenew/remark.hpp"
#include "cli/command_tree.hpp"
#include "cli/options.hpp"
#include "embedded.hpp"

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
    typed_ = word;
    if (command_ == nullptr) return {};  // an unknown command
    if (awaiting_value_ != nullptr) {
      offer_values(*awaiting_value_);
    } else if (!ended_ && word.starts_with("--") && word.find('=') != std::string::npos) {
      const CLI::Option* const option = command_->get_option_no_throw(name_in(word));
      keep(word.find('=') + 1);
      if (option != nullptr) offer_values(*option);
    } else if (!ended_ && word.starts_with('-')) {
      offer_options();
    } else if (command_ == &app_) {
      for (const Command& one : commands()) offer(std::string{one.name}, one.summary);
    } else if (const CLI::Option* const argument = next_argument()) {
      offer_values(*argument);
    }
    return out_;
  }

 private:
  /// `--format` of `--format=json`.
  static std::string name_in(const std::string& word) { return word.substr(0, word.find('=')); }

  void pass_option(const std::string& word) {
    if (command_ == nullptr) return;
    const std::string name = name_in(word);
    const CLI::Option* const option = command_->get_option_no_throw(name);
    used_.insert(option);
    if (option != nullptr && name == word && !option->get_type_name().empty()) {
      awaiting_value_ = option;
    }
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

  /// Offers the options that are not used yet, or may be repeated.
  void offer_options() {
    for (const CLI::Option* const one : command_->get_options()) {
      const bool is_free = !used_.contains(one) || is_repeatable(*one);
      if (!one->get_positional() && is_free) offer(one->get_name(), one->get_description());
    }
  }

  void offer_values(const CLI::Option& option) {
    const std::string type = option.get_type_name();
    if (type == "FILE") {
      out_ += ":files\n";
    } else if (type == "LOG") {
      out_ += ":files json ndjson jsonl\n";
    } else if (type == "PROGRAMME") {
      for (const std::string_view one : builtin_policies().programmes()) offer(std::string{one});
    } else if (type == "TYPE") {
      for (const ActivityType& one : builtin_policy().activity_types) offer(one.name);
      offer("exam", "an exam: its date and certification follow");
      offer("certification", "a certification: its code follows");
    } else if (type == "TOPIC") {
      for (const Topic& one : topics()) offer(std::string{one.name}, summary_of(one));
      for (const Command& one : commands()) offer(std::string{one.name}, one.summary);
    } else if (type.starts_with("TYPE@")) {
      for (const ActivityType& one : builtin_policy().activity_types) offer(one.name + '@');
      offer("exam:");
    } else if (type.starts_with("FINDING")) {
      keep(typed_.rfind(',') + 1);  // 0 where there is no comma
      for (const RemarkKind one : kinds_of_findings()) offer(std::string{name_of(one)});
    } else if (type.find('|') != std::string::npos) {
      for (const std::string& word : CLI::detail::split(type, '|')) offer(word);
    }
  }

  /// Keeps that much of what is typed; the rest is to be completed.
  void keep(std::size_t size) {
    kept_ += typed_.substr(0, size);
    typed_.erase(0, size);
  }

  /// Lists a candidate if it begins with what is typed.
  void offer(const std::string& candidate, std::string_view help = {}) {
    if (!candidate.starts_with(typed_)) return;
    out_ += kept_ + candidate;
    if (with_help_ && !help.empty()) (out_ += '\t') += help;
    out_ += '\n';
  }

  CLI::App app_;
  Action action_;
  CLI::App* command_ = &app_;  // the program, one of its commands, or null: an unknown one
  const CLI::Option* awaiting_value_ = nullptr;
  bool ended_ = false;     // by `--`
  std::size_t given_ = 0;  // arguments
  std::set<const CLI::Option*> used_{};
  bool with_help_;
  std::string kept_{};   // the beginning of all candidates
  std::string typed_{};  // of the last word
  std::string out_{};
};

}  // namespace

std::optional<std::string> complete(std::span<const std::string> arguments) {
  if (arguments.size() < 4 || arguments[0] != "completion" || arguments[1] != "--for" ||
      arguments[3] != "--") {
    return std::nullopt;
  }
  if (arguments.size() == 4) return "";
  Completer completer{/*with_help=*/arguments[2] != "bash"};
  for (const std::string& word : arguments.subspan(4, arguments.size() - 5)) completer.pass(word);
  return completer.list(arguments.back());
}

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
