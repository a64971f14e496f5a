// `report`: a page for people who have no terminal.
#pragma once

#include <string>
#include <utility>

#include "core/summary.hpp"
#include "report/due.hpp"
#include "report/reports.hpp"

namespace certrenew::report {

/// What stands before the people: what is due, and how many hold what. Machines read `due` and
/// `status --summary`.
class OverviewReport final : public print::Report {
 public:
  /// What the page says about itself.
  struct Scope {
    Date as_of;
    bool leaves_out_timelines = false;  ///< because there are too many people
  };

  /// Summary and list must outlive it.
  OverviewReport(const Summary& summary, const DueList& due, const Scope& scope)
      : summary_{summary}, due_{due}, scope_{scope} {}

  void write(print::Document& document) const override;
  /// Writes nothing.
  void write(print::JsonEvents& /*json*/) const override {}

 private:
  const Summary& summary_;
  const DueList& due_;
  Scope scope_;
};

/// One person: where every credential stands, what is in doubt, and, where an id is given, a
/// timeline.
class PersonReport final : public LogReport {
 public:
  /// `timeline_id` makes the timeline's ids unique on the page; empty: no timeline.
  PersonReport(const Origin& origin, const Answer& answer, std::string timeline_id = {})
      : LogReport{origin, answer}, timeline_id_{std::move(timeline_id)} {}

  void write(print::Document& document) const override;
  /// Writes nothing.
  void write(print::JsonEvents& /*json*/) const override {}

 private:
  std::string timeline_id_;
};

/// The frame of the page.
print::Frame page_frame();

}  // namespace certrenew::report
