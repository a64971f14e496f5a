// `certrenew add`.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "certrenew/answer.hpp"
#include "certrenew/read.hpp"
#include "certrenew/remark.hpp"
#include "cli/command_tree.hpp"
#include "cli/new_item.hpp"
#include "cli/options.hpp"
#include "cli/replace_file.hpp"
#include "core/error_list.hpp"
#include "read/insertion.hpp"
#include "read/json_tape.hpp"
#include "report/change.hpp"
#include "report/reports.hpp"
#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

namespace {

struct AddOptions : LogOptions {
  std::string log;
  NewItem item;
  bool dry_run = false;
};

/// An insertion goes from one position to another.
struct Inserted {
  Position begin;
  Position end;
};

/// A position behind an insertion, as it is without that.
Position without(const Inserted& inserted, Position position) {
  const auto& [begin, end] = inserted;
  if (position.line > end.line) return {position.line - (end.line - begin.line), position.column};
  if (position.line < end.line || position.column < end.column) return position;
  return {begin.line, position.column - end.column + begin.column};
}

[[noreturn]] void refuse_as_roster(const std::string& name) {
  throw Stop{Exit::usage,
             text::visible(name) + ": add takes a file with one log, not a log on each line"};
}

/// Adds one item to one log.
class Addition {
 public:
  Addition(const AddOptions& options, const Policies& policies)
      : options_{options},
        policies_{policies},
        as_of_{options.day({})},
        file_{options.log,
              options.dry_run ? ReplaceableFile::Access::read : ReplaceableFile::Access::replace},
        text_{file_.read(most_document_bytes)} {}

  void run(Output& output) {
    const Answer before = answer_old();
    old_items_ = items_of(before);
    insertion_ = insert_at_end(text_, options_.item.list(), options_.item.json());
    const std::string changed = insertion_.into(text_);
    const Answer after = answer_new(changed);
    if (options_.dry_run) {
      output.write(shown());
    } else {
      file_.replace(changed);
    }
    std::string report;
    report::append_change(report, {before, after});
    output.write(report);
    output.flush();
    if (!output.error().empty() && !options_.dry_run) {
      throw Stop{Exit::failed, text::visible(options_.log) + ": the " +
                                   std::string{options_.item.noun()} +
                                   " was added, but what it changes could not be printed"};
    }
    print_new_notices(after);
  }

 private:
  [[nodiscard]] std::variant<Answer, Errors> answer(std::string_view text) const {
    auto read = read_log(text, policies_);
    if (auto* const errors = std::get_if<Errors>(&read)) return std::move(*errors);
    return answer_log(std::move(std::get<Log>(read)), policies_, as_of_, options_.doubts);
  }

  [[nodiscard]] std::size_t items_of(const Answer& answer) const {
    const Log& log = answer.log();
    return options_.item.list() == LogList::activities ? log.activities.size()
                                                       : log.certifications.size();
  }

  [[nodiscard]] Answer answer_old() const {
    auto result = answer(text_);
    if (auto* const valid = std::get_if<Answer>(&result)) return std::move(*valid);
    refuse_roster();
    stop_for(options_.log, std::get<Errors>(result));
  }

  /// Refuses a text whose first line is a whole log, and whose second one begins another.
  void refuse_roster() const {
    const std::string_view text = text_;
    const std::size_t begin = std::min(text.find_first_not_of(text::blanks), text.size());
    const std::size_t line_end = text.find('\n', begin);
    if (line_end == std::string_view::npos) return;
    const std::size_t next = text.find_first_not_of(text::blanks, line_end);
    if (next == std::string_view::npos || text[next] != '{') return;
    JsonTape tape;
    tape.parse(text.substr(begin, line_end - begin));
    if (!tape.stop() && tape[0].kind == JsonKind::object) refuse_as_roster(options_.log);
  }

  [[nodiscard]] Answer answer_new(std::string_view changed) const {
    auto result = answer(changed);
    if (auto* const valid = std::get_if<Answer>(&result)) return std::move(*valid);
    auto& errors = std::get<Errors>(result);
    const std::string path =
        std::string{name_of(options_.item.list())} + '[' + std::to_string(old_items_) + ']';
    LineCounter lines{changed};
    const Position begin = lines.go_to(insertion_.at);
    const Inserted inserted{begin, lines.go_to(insertion_.at + insertion_.text.size())};
    for (Error& one : errors.listed) {
      if (const auto own = options_.item.in_terms_of_options(one, path)) {
        one = *own;
      } else {
        one.position = without(inserted, one.position);
      }
    }
    stop_for(options_.log, errors, text::visible(options_.log) + ": nothing was added");
  }

  /// What is inserted, as it is shown: without what separates it from the item before.
  [[nodiscard]] std::string shown() const {
    std::string shown = insertion_.text;
    shown.erase(std::remove(shown.begin(), shown.end(), '\r'), shown.end());
    const std::size_t begin = std::min(shown.find_first_not_of(", \t\n"), shown.size());
    const std::size_t line_end = shown.substr(0, begin).rfind('\n');
    shown.erase(0, line_end == std::string::npos ? begin : line_end + 1);
    shown.erase(shown.find_last_not_of(" \t\n") + 1);
    return shown + '\n';
  }

  /// Prints the notices about the new item, as other commands do, unless the report says the same.
  void print_new_notices(const Answer& after) const {
    const bool is_certification = options_.item.list() == LogList::certifications;
    std::string lines;
    for (const Remark& notice : notices(after)) {
      const RemarkKind kind = notice.kind();
      const bool is_said = kind == RemarkKind::planned || kind == RemarkKind::duplicate ||
                           kind == RemarkKind::counts_nowhere;
      const auto credential = notice.credential();
      const auto activity = notice.activity();
      const bool is_new = is_certification ? credential && credential->index().at == old_items_
                                           : activity && activity->at == old_items_;
      if (is_new && !is_said)
        print::append_remark(lines, report::line_of({.name = options_.log}, notice));
    }
    write_error(lines);
  }

  const AddOptions& options_;
  const Policies& policies_;
  Date as_of_;
  ReplaceableFile file_;
  std::string text_;
  std::size_t old_items_ = 0;  // how many items the list has
  Insertion insertion_;
};

Exit add(AddOptions& options, Output& output) {
  if (options.log.empty()) {
    throw Stop{Exit::usage, "which log? Try: certrenew add log.json coursework 2025-06-01"};
  }
  options.item.check();
  if (options.log == "-") {
    throw Stop{Exit::usage, "add writes a file; standard input cannot be written"};
  }
  if (options.is_roster(options.log)) refuse_as_roster(options.log);
  const Policies policies = policies_in_force(options.policies);
  Addition{options, policies}.run(output);
  return Exit::done;
}

}  // namespace

Action configure_add(CLI::App& app) {
  const auto options = std::make_shared<AddOptions>();
  app.add_option("LOG", options->log, "Log to add to: a file")->type_name("LOG");
  options->item.add_arguments(app);
  options->item.add_options(app);
  app.add_flag("--dry-run", options->dry_run,
               "Print what would be inserted and changed, and leave the log as it is");
  add_date(app, "--as-of", options->as_of, "Day of the calculation (default: today)");
  add_policy_option(app, options->policies);
  add_doubts(app, options->doubts);
  return [options](Output& output) { return add(*options, output); };
}

}  // namespace certrenew::cli
