// `certrenew report`.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "cli/batch.hpp"
#include "cli/command_tree.hpp"
#include "report/page.hpp"

namespace certrenew::cli {

namespace {

/// So many people have their timelines, unless the user asks for all.
constexpr std::size_t most_timelines = 100;

struct ReportOptions : LogOptions {
  std::uint32_t within = 90;
  bool timelines = false;
};

/// A person's part of the page.
struct Section {
  std::string name;     ///< by which people are sorted: the candidate's name, or else id
  std::size_t input;    ///< the place of the log among the inputs
  std::int64_t line;    ///< of the log in its input; 0: it is the whole input
  std::string plain{};  ///< without the timeline; empty if the page shows all timelines
  std::string drawn{};  ///< with the timeline; empty if there were too many people already
};

/// Gathers what the page says. Used by several threads.
class PageBuilder {
 public:
  explicit PageBuilder(const ReportOptions& options)
      : options_{options}, due_{static_cast<std::int32_t>(options.within)} {}

  void add(const report::Origin& origin, const Answer& answer, const OutputChunk& chunk) {
    const Candidate who = answer.log().candidate.value_or(Candidate{});
    Section section{.name = std::string{who.name.value_or(who.id.value_or(""))},
                    .input = chunk.item(),
                    .line = origin.line.value_or(0)};
    const auto print = [&](const std::string& id) {
      print::Sink sink;
      chunk.printer().print(sink, report::PersonReport{origin, answer, id});
      return std::move(sink.text);
    };
    if (options_.timelines || !has_many()) {
      section.drawn =
          print('-' + std::to_string(section.input) + '-' + std::to_string(section.line));
    }
    if (!options_.timelines) section.plain = print({});
    const std::scoped_lock lock{mutex_};
    summary_.add(answer);
    due_.add(origin, answer, section.input);
    sections_.push_back(std::move(section));
  }

  void write(Date as_of, OutputChunk& chunk) {
    due_.sort();
    const auto key_of = [](const Section& one) {
      return std::tuple{std::string_view{one.name}, one.input, one.line};
    };
    std::sort(sections_.begin(), sections_.end(),
              [&](const Section& a, const Section& b) { return key_of(a) < key_of(b); });
    const bool leaves_out = !options_.timelines && sections_.size() > most_timelines;
    chunk.print(report::OverviewReport{
        summary_, due_, {.as_of = as_of, .leaves_out_timelines = leaves_out}});
    for (const Section& one : sections_) {
      chunk.sink.text += leaves_out ? one.plain : one.drawn;
      chunk.sink.drain_if_large();
    }
  }

 private:
  /// Whether there are so many people that timelines are left out.
  bool has_many() {
    const std::scoped_lock lock{mutex_};
    return sections_.size() >= most_timelines;
  }

  const ReportOptions& options_;
  std::mutex mutex_;
  Summary summary_;
  report::DueList due_;
  std::vector<Section> sections_;
};

Exit write_page(const ReportOptions& options, Output& output) {
  PageBuilder page{options};
  const auto add = [&](const report::Origin& origin, const Answer& answer, OutputChunk& chunk) {
    page.add(origin, answer, chunk);
    return Exit::done;
  };
  const auto write = [&](const report::SummaryReport::Scope& scope, OutputChunk& chunk) {
    page.write(scope.as_of, chunk);
    return Exit::done;
  };
  return answer_logs(options, output,
                     {.frame = report::page_frame(), .print = add, .print_all = write});
}

}  // namespace

Action configure_report(CLI::App& app) {
  const auto options = std::make_shared<ReportOptions>();
  options->format = Format::html;
  add_log_options(app, *options, Logs::many);
  add_number(app, "--within", options->within, number_of_days,
             "List deadlines within this many days (default: 90)")
      ->type_name("DAYS");
  app.add_flag("--timelines", options->timelines,
               "Draw every timeline, even if there are more than 100 logs");
  return [options](Output& output) { return write_page(*options, output); };
}

}  // namespace certrenew::cli
