#include "cli/clerk.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "cli/diagnostics.hpp"
#include "render/faults.hpp"
#include "text/utf8.hpp"

namespace certrenew {

Clerk::Clerk(const Task& task, std::size_t number)
    : task_{task},
      number_{number},
      reader_{task.policy},
      calculation_{task.policy, task.as_of},
      found_(task.only.size()),
      was_supposed_(task.what_if.size()) {}

void Clerk::answer(const Source& source, std::string_view text, Sheet& sheet) {
  if (source.line) ++lines_;
  Log* const log = reader_.read(text);
  if (log == nullptr) return refuse(source, reader_.faults(), Exit::invalid, sheet);
  const std::size_t logged = log->activities.size();
  task_.what_if.add_to(*log, supposed_);
  for (const std::size_t one : supposed_) was_supposed_[one] = true;
  if (!supposed_.empty()) {
    if (const auto why = too_large(*log, task_.policy)) return refuse_supposed(source, *why, sheet);
  }
  const Renewals& renewals = calculation_.of(*log);
  if (!renewals.out_of_range.empty()) {
    return refuse_dates(source, text, *log, logged, renewals, sheet);
  }
  show(*log);
  present(source, text, *log, renewals, sheet);
}

/// Finds the certifications that were asked for, or all.
void Clerk::show(const Log& log) {
  shown_.clear();
  for (std::uint32_t i = 0; i < log.certifications.size(); ++i) {
    bool wanted = task_.only.empty();
    for (std::size_t k = 0; k < task_.only.size(); ++k) {
      if (task_.only[k] == log.certifications[i].code) wanted = found_[k] = true;
    }
    if (wanted) shown_.push_back(i);
  }
}

void Clerk::present(const Source& source, std::string_view text, const Log& log,
                    const Renewals& renewals, Sheet& sheet) {
  if (task_.with_notices) find_notices(log, task_.policy, renewals, notices_);
  if (shown_.size() < log.certifications.size()) {
    std::erase_if(notices_, [&](const Notice& notice) {
      return notice.credential &&
             !std::binary_search(shown_.begin(), shown_.end(), *notice.credential);
    });
  }
  const std::size_t begin = sheet.body.size();
  if (sheet.any_body) sheet.body += task_.separator;
  const std::size_t own = sheet.body.size();
  Page page{.body = sheet.body, .beside = sheet.beside, .clerk = number_};
  task_.present({.source = source.name,
                 .line = source.line,
                 .text = text,
                 .policy = task_.policy,
                 .log = log,
                 .renewals = renewals,
                 .notices = notices_,
                 .shown = shown_},
                page);
  exit_ = worst(exit_, page.exit);
  if (sheet.body.size() == own) {
    sheet.body.resize(begin);
  } else {
    sheet.any_body = true;
  }
  sheet.mark();
}

// ---- What is no log ----------------------------------------------------------------------------

void Clerk::refuse(const Source& source, const Faults& faults, Exit exit, Sheet& sheet) {
  exit_ = worst(exit_, exit);
  ++refused_;
  if (source.line) ++refused_lines_;
  if (!task_.answer_faults || !source.line) {
    tell(sheet.beside, source.name, source.line, faults);
    return sheet.mark();
  }
  render_faults_json(sheet.body, source.name, *source.line, faults);
  sheet.any_body = true;
  tell_first(sheet.beside, source.name, *source.line, faults);
  sheet.mark(true);
}

/// Dates that leave the range: of the log, or of what was supposed.
void Clerk::refuse_dates(const Source& source, std::string_view text, const Log& log,
                         std::size_t logged, const Renewals& renewals, Sheet& sheet) {
  std::vector<OutOfRange> in_log;
  std::vector<OutOfRange> supposed;
  for (const OutOfRange& one : renewals.out_of_range) {
    const bool logs = one.from != OutOfRange::From::activity || one.index < logged;
    (logs ? in_log : supposed).push_back(one);
  }
  Faults faults;
  for (const OutOfRange& one : supposed) {
    std::string why = "--what-if " +
                      text::quoted(task_.what_if.text(supposed_[one.index - logged])) + ": " +
                      describe(one, log.activities[one.index].date);
    if (task_.answer_faults && source.line) {
      faults.first.push_back({1, 1, {}, std::move(why)});
    } else {
      complain(source, why, Exit::usage, sheet);
    }
  }
  if (!in_log.empty()) {
    Faults located = locate(in_log, text);
    std::move(located.first.begin(), located.first.end(), std::back_inserter(faults.first));
    faults.more = located.more;
  }
  if (faults.first.empty()) return;
  refuse(source, faults, in_log.empty() ? Exit::usage : Exit::invalid, sheet);
}

/// What is wrong with what was supposed, not with the log.
void Clerk::refuse_supposed(const Source& source, const std::string& why, Sheet& sheet) {
  if (!task_.answer_faults || !source.line) return complain(source, why, Exit::usage, sheet);
  refuse(source, {.first = {{1, 1, {}, why}}}, Exit::usage, sheet);
}

void Clerk::refuse_length(const Source& source, Sheet& sheet) {
  ++lines_;
  refuse(source, {.first = {{1, 1, {}, "longer than 4 MiB"}}}, Exit::invalid, sheet);
}

void Clerk::complain(const Source& source, std::string_view why, Exit exit, Sheet& sheet) {
  exit_ = worst(exit_, exit);
  sheet.beside.append("certrenew: ").append(text::visible(source.name)).append(": ").append(why);
  sheet.beside += '\n';
  sheet.mark();
}

void Clerk::answer_nothing(Sheet& sheet) const {
  if (task_.answer_faults) sheet.body += '\n';
}

}  // namespace certrenew
