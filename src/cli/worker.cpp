#include "cli/worker.hpp"

#include <algorithm>
#include <exception>
#include <new>
#include <numeric>
#include <utility>
#include <variant>

#include "certrenew/read.hpp"
#include "cli/input.hpp"
#include "core/limits.hpp"
#include "report/errors.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

namespace {

/// A log longer than this waits for its turn, so that only one of them is in memory at a time.
constexpr std::size_t large_log = std::size_t{256} * 1024;

/// The most memory that the answer to a line of a roster may take.
constexpr std::size_t most_answer_bytes = std::size_t{64} * 1024 * 1024;

/// How much an answer can take at most: every outcome, and every title for every certification.
std::size_t bytes_of_answer(const Log& log, const Policy& policy) {
  constexpr std::size_t bytes_of_outcome = 200;
  const std::size_t titles = std::accumulate(
      log.activities.begin(), log.activities.end(), std::size_t{0},
      [](std::size_t sum, const Activity& one) { return sum + one.title.value_or("").size(); });
  return outcomes_of(log, policy) * bytes_of_outcome + log.certifications.size() * titles;
}

/// A line without its end, LF or CRLF; removes it from `text`.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

Error error_at_begin(std::string message) {
  return {.position = {1, 1}, .path = {}, .message = std::move(message)};
}

}  // namespace

void Tally::merge(Tally& other) {
  exit = worst(exit, other.exit);
  refused += other.refused;
  lines += other.lines;
  refused_lines += other.refused_lines;
  listed.merge(other.listed);
  supposed.merge(other.supposed);
}

void Worker::work() noexcept {
  try {
    while (input_.take(item_)) {
      chunk_.begin_item(item_.number);
      item_.is_block ? answer_lines() : answer_file();
      chunk_.flush();
      output_.end_item(item_);
    }
  } catch (...) {
    output_.fail(std::current_exception());
  }
}

void Worker::answer_file() {
  File file{*item_.source};
  item_.text = file.read_all(most_document_bytes);
  const report::Origin origin{.name = *item_.source};
  if (!file.error().empty()) return complain_about(origin, file.error(), Exit::failed);
  answer_log(origin, item_.text);
}

void Worker::answer_lines() {
  report::Origin origin{.name = *item_.source, .line = item_.first_line};
  for (std::string_view rest = item_.text; !rest.empty(); ++*origin.line) {
    const std::string_view line = take_line(rest);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
      ++tally.lines;
      line.size() > most_line_bytes ? refuse(origin, "longer than 4 MiB")
                                    : answer_log(origin, line);
    } else if (task_.answers_errors()) {
      chunk_.sink().text += '\n';
      chunk_.end_log();
    }
    chunk_.flush_if_large();
  }
  if (!item_.error.empty()) complain_about({.name = *item_.source}, item_.error, Exit::failed);
}

/// Where there is not enough memory, tries again once the items before this one are done.
void Worker::answer_log(const report::Origin& origin, std::string_view text) {
  if (text.size() > large_log) chunk_.flush();
  try {
    return try_to_answer(origin, text);
  } catch (const std::bad_alloc&) {
    if (!chunk_.drop_log()) throw;
  }
  answerer_.reset();
  chunk_.flush();
  answerer_.emplace(task_.policy, task_.as_of);
  try_to_answer(origin, text);
}

void Worker::try_to_answer(const report::Origin& origin, std::string_view text) {
  auto read = reader_.read(text);
  if (const auto* const errors = std::get_if<Errors>(&read)) {
    return refuse(origin, *errors, Exit::invalid);
  }
  Log& log = std::get<Log>(read);
  const std::size_t logged = log.activities.size();
  const std::vector<std::size_t> added = add_supposed(task_.what_if, log);
  tally.supposed.insert(added.begin(), added.end());
  if (origin.line && bytes_of_answer(log, task_.policy) > most_answer_bytes) {
    return refuse(origin,
                  "too large: the answer could take more than 64 MiB; put this log into a file of "
                  "its own");
  }
  auto result = answerer_->answer(std::move(log));
  if (auto* const answer = std::get_if<Answer>(&result)) return print(origin, *answer);
  refuse_supposed(origin, std::get<Refusal>(result), added, logged);
}

void Worker::print(const report::Origin& origin, Answer& answer) {
  for (const Certification& one : answer.log().certifications) {
    const auto named = std::find(task_.only.begin(), task_.only.end(), one.code);
    if (named != task_.only.end()) tally.listed.insert(*named);
  }
  if (!task_.only.empty()) answer.show_only(task_.only);
  tally.exit = worst(tally.exit, task_.presentation.print(origin, answer, chunk_));
  chunk_.end_log();
}

// ---- Logs that have no answer ------------------------------------------------------------------

void Worker::refuse(const report::Origin& origin, const Errors& errors, Exit exit) {
  const bool in_place = task_.answers_errors() && origin.line;
  if (in_place) {
    chunk_.print(report::ErrorsReport{origin, errors});
    report::append_first_error(chunk_.error_text, origin, errors);
  } else {
    report::append_errors(chunk_.error_text, origin, errors);
  }
  chunk_.end_log(/*repeated=*/in_place);
  tally.exit = worst(tally.exit, exit);
  ++tally.refused;
  if (origin.line) ++tally.refused_lines;
}

/// Refuses a line as a whole.
void Worker::refuse(const report::Origin& origin, const std::string& why) {
  refuse(origin, Errors{.listed = {error_at_begin(why)}}, Exit::invalid);
}

/// Refuses a log for what was supposed, or what it says itself. What was supposed stands in no
/// file: it is a usage error, unless every line is answered in its place.
void Worker::refuse_supposed(const report::Origin& origin, Refusal& refusal,
                             const std::vector<std::size_t>& added, std::size_t logged) {
  Errors errors;
  for (const Refusal::Supposed& one : refusal.supposed) {
    const std::string& text = task_.what_if[added[one.activity.at - logged]].text;
    const std::string why = "--what-if " + text::quoted(text) + ": " + one.message;
    if (task_.answers_errors() && origin.line) {
      errors.listed.push_back(error_at_begin(why));
    } else {
      complain_about(origin, why, Exit::usage);
    }
  }
  const bool sound = refusal.log.listed.empty();
  for (Error& one : refusal.log.listed) errors.listed.push_back(std::move(one));
  errors.more = refusal.log.more;
  if (!errors.listed.empty()) refuse(origin, errors, sound ? Exit::usage : Exit::invalid);
}

void Worker::complain_about(const report::Origin& origin, std::string_view why, Exit exit) {
  tally.exit = worst(tally.exit, exit);
  chunk_.error_text += "certrenew: " + text::visible(origin.name) + ": ";
  (chunk_.error_text += why) += '\n';
  chunk_.end_log();
}

}  // namespace certrenew::cli
