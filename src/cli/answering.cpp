#include "cli/answering.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "certrenew/notices.hpp"
#include "certrenew/reader.hpp"
#include "certrenew/renewal.hpp"
#include "cli/diagnostics.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

class Answering {
 public:
  Answering(const LogOptions& options, Output& output, const Presentation& presentation)
      : output_{output},
        presentation_{presentation},
        policy_{policy_in_force(options.policy, read_policy_)},
        what_if_{options.what_if, policy_},
        as_of_{options.day(what_if_)},
        only_{options.only},
        found_(only_.size()),
        inputs_{options.inputs()} {}

  Exit run() {
    Exit exit = Exit::done;
    if (presentation_.header_alone) output_.buffer() += presentation_.header;
    for (const std::string& source : inputs_) exit = worst(exit, answer(source));
    return worst(exit, tell_unknown(exit));
  }

 private:
  Exit answer(const std::string& source) {
    const Input input{source, most_document_bytes};
    if (!input.error().empty()) return complain(source, input.error(), Exit::failed);
    auto result = read_log(input.text(), policy_);
    if (const auto* const faults = std::get_if<Faults>(&result)) return refuse(source, *faults);
    Log& log = std::get<Log>(result);
    const std::size_t logged = log.activities.size();
    what_if_.add_to(log);
    const Renewals renewals = calculate(log, policy_, as_of_);
    if (!renewals.out_of_range.empty()) return refuse(source, input.text(), log, logged, renewals);
    std::vector<std::uint32_t> wanted = shown(log);
    std::vector<Notice> told = notices(log, policy_, renewals);
    std::erase_if(told, [&](const Notice& notice) {
      return notice.credential &&
             !std::binary_search(wanted.begin(), wanted.end(), *notice.credential);
    });
    Page page;
    presentation_.present({.source = source,
                           .line = std::nullopt,
                           .text = input.text(),
                           .policy = policy_,
                           .log = log,
                           .renewals = renewals,
                           .notices = std::move(told),
                           .shown = std::move(wanted)},
                          page);
    print(page);
    return page.exit;
  }

  /// The certifications that were asked for, or all.
  std::vector<std::uint32_t> shown(const Log& log) {
    std::vector<std::uint32_t> shown;
    for (std::uint32_t i = 0; i < log.certifications.size(); ++i) {
      bool wanted = only_.empty();
      for (std::size_t k = 0; k < only_.size(); ++k) {
        if (only_[k] == log.certifications[i].code) wanted = found_[k] = true;
      }
      if (wanted) shown.push_back(i);
    }
    return shown;
  }

  Exit refuse(const std::string& source, const Faults& faults) {
    output_.flush();
    tell(source, faults);
    return Exit::invalid;
  }

  /// Dates that leave the range: of the log, or of what was supposed.
  Exit refuse(const std::string& source, std::string_view text, const Log& log, std::size_t logged,
              const Renewals& renewals) {
    Exit exit = Exit::done;
    std::vector<OutOfRange> in_log;
    for (const OutOfRange& one : renewals.out_of_range) {
      if (one.from != OutOfRange::From::activity || one.index < logged) {
        in_log.push_back(one);
        continue;
      }
      exit = complain(source,
                      "--what-if " + text::quoted(what_if_.text(one.index - logged)) + ": " +
                          describe(one, log.activities[one.index].date),
                      Exit::usage);
    }
    return in_log.empty() ? exit : worst(exit, refuse(source, locate(in_log, text)));
  }

  Exit complain(const std::string& source, const std::string& why, Exit exit) {
    output_.flush();
    write_error("certrenew: " + text::visible(source) + ": " + why + '\n');
    return exit;
  }

  /// A slip of the keyboard must not pass for "nothing found". A log that could not be read may
  /// have listed it.
  Exit tell_unknown(Exit so_far) {
    if (so_far > Exit::findings) return so_far;
    Exit exit = Exit::done;
    for (std::size_t i = 0; i < only_.size(); ++i) {
      if (found_[i]) continue;
      output_.flush();
      write_error("certrenew: no log lists the certification " + text::quoted(only_[i]) + '\n');
      exit = Exit::usage;
    }
    return exit;
  }

  void print(const Page& page) {
    if (!page.body.empty()) {
      if (any_body_) {
        output_.buffer() += presentation_.separator;
      } else if (!presentation_.header_alone) {
        output_.buffer() += presentation_.header;
      }
      any_body_ = true;
      output_.buffer() += page.body;
      output_.write_blocks();
    }
    if (page.beside.empty()) return;
    output_.flush();
    write_error(page.beside);
  }

  Output& output_;
  const Presentation& presentation_;
  std::optional<Policy> read_policy_;
  const Policy& policy_;
  WhatIf what_if_;
  Date as_of_;
  const std::vector<std::string>& only_;
  std::vector<bool> found_;  // which of those some log lists
  std::vector<std::string> inputs_;
  bool any_body_ = false;
};

}  // namespace

Exit answer_logs(const LogOptions& options, Output& output, const Presentation& presentation) {
  return Answering{options, output, presentation}.run();
}

}  // namespace certrenew
