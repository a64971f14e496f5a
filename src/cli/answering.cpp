#include "cli/answering.hpp"

#include <optional>
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
        as_of_{options.day()},
        inputs_{options.inputs()} {}

  Exit run() {
    Exit exit = Exit::done;
    output_.buffer() += presentation_.header;
    for (const std::string& source : inputs_) exit = worst(exit, answer(source));
    return exit;
  }

 private:
  Exit answer(const std::string& source) {
    const Input input{source, most_document_bytes};
    if (!input.error().empty()) {
      output_.flush();
      write_error("certrenew: " + text::visible(source) + ": " + input.error() + '\n');
      return Exit::failed;
    }
    const auto result = read_log(input.text(), policy_);
    if (const auto* const faults = std::get_if<Faults>(&result)) return refuse(source, *faults);
    const Log& log = std::get<Log>(result);
    const Renewals renewals = calculate(log, policy_, as_of_);
    if (!renewals.out_of_range.empty()) {
      return refuse(source, locate(renewals.out_of_range, input.text()));
    }
    Page page;
    presentation_.present(
        {source, std::nullopt, policy_, log, renewals, notices(log, policy_, renewals)}, page);
    print(page);
    return page.exit;
  }

  Exit refuse(const std::string& source, const Faults& faults) {
    output_.flush();
    tell(source, faults);
    return Exit::invalid;
  }

  void print(const Page& page) {
    if (!page.body.empty()) {
      if (any_body_) output_.buffer() += presentation_.separator;
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
  Date as_of_;
  std::vector<std::string> inputs_;
  bool any_body_ = false;
};

}  // namespace

Exit answer_logs(const LogOptions& options, Output& output, const Presentation& presentation) {
  return Answering{options, output, presentation}.run();
}

}  // namespace certrenew
