#include "report/page.hpp"

#include "text/fit.hpp"
#include "timeline/timeline.hpp"

namespace certrenew::report {

void OverviewReport::write(print::Document& document) const {
  const std::string day = "as of " + to_string(scope_.as_of);
  document.title("What is due", describe(due_) + ", " + day);
  if (!due_.items().empty()) write_due_table(document, due_.items());
  document.title("Who holds what", describe_holders(summary_) + ", " + day);
  write_summary(document, summary_);
  if (scope_.leaves_out_timelines) {
    document.text(
        "This page has no timelines, because there are more than 100 logs. To draw them all, run "
        "certrenew report with --timelines.");
  }
}

void PersonReport::write(print::Document& document) const {
  StatusReport{origin_, answer_}.write(document);
  if (timeline_id_.empty() || answer_.credentials().empty()) return;
  document.picture([&](print::Sink& sink) {
    timeline::draw_inline_svg(sink, answer_, holder_of(answer_), timeline_id_);
  });
}

print::Frame page_frame() {
  return {.title = "Certification report",
          .picture_style = timeline::page_style(),
          .picture_patterns = timeline::page_patterns()};
}

}  // namespace certrenew::report
