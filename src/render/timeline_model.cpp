#include "render/timeline_model.hpp"

#include <algorithm>

namespace certrenew::timeline {

using Where = Caption::Where;

namespace {

Where where_on(const Axis& axis, Date day) noexcept {
  if (axis.shows(day)) return Where::there;
  return day < axis.first ? Where::before : Where::after;
}

/// From the first to the last day of which there is something to show.
Axis whole(const Answer& answer) {
  Axis axis{answer.renewals.as_of, answer.renewals.as_of};
  const auto include = [&](Date day) {
    axis.first = std::min(axis.first, day);
    axis.last = std::max(axis.last, day);
  };
  for (const std::uint32_t credential : answer.shown) {
    for (const Cycle& cycle : answer.renewals.credentials[credential].cycles) {
      include(cycle.start);
      include(cycle.closed.value_or(cycle.expires));
    }
  }
  for (const Activity& activity : answer.log.activities) include(activity.date);
  return {start_of_month(axis.first), end_of_month(axis.last)};
}

Axis axis_for(const Answer& answer, const Span& span) {
  Axis axis = whole(answer);
  if (span.from) axis.first = *span.from;
  if (span.to) axis.last = *span.to;
  // Of a single limit, beyond all that there is, only that day is left.
  if (axis.last < axis.first)
    (span.from ? axis.last : axis.first) = span.from ? axis.first : axis.last;
  return axis;
}

/// A credential's row comes to be.
class RowMaker {
 public:
  RowMaker(const Answer& answer, const Axis& axis, std::uint32_t credential)
      : as_of_{answer.renewals.as_of}, axis_{axis}, row_{credential, {}, {}, {}} {
    const Credential& one = answer.renewals.credentials[credential];
    for (const Cycle& cycle : one.cycles) {
      const bool in_force = &cycle == &one.cycle();
      add_bar(cycle.start, std::min(cycle.suspends, end_of(cycle)), false);
      add_bar(cycle.suspends, end_of(cycle), true);
      if (axis_.shows(cycle.start)) row_.marks.push_back({cycle.start, cycle.began_by});
      const bool yet_to_come = in_force && axis_.last < cycle.start;
      add_caption(cycle.start, word_for(cycle.began_by), yet_to_come);
      // A cycle that was renewed before has no such day.
      if (cycle.suspends < end_of(cycle))
        add_caption(cycle.suspends, has_come(cycle.suspends) ? "suspended" : "suspends", in_force);
      if (end_of(cycle) == cycle.expires)
        add_caption(cycle.expires, has_come(cycle.expires) ? "expired" : "expires", in_force);
    }
  }

  Row take() { return std::move(row_); }

 private:
  static Date end_of(const Cycle& cycle) { return cycle.closed.value_or(cycle.expires); }

  void add_bar(Date from, Date until, bool grace) {
    if (until <= from || until <= axis_.first || axis_.last < from) return;
    row_.bars.push_back(
        {std::max(from, axis_.first), until, grace, from < axis_.first, axis_.last < until});
  }

  [[nodiscard]] bool has_come(Date day) const { return day <= as_of_; }

  void add_caption(Date day, std::string_view word, bool in_force) {
    if (!axis_.shows(day) && !in_force) return;
    const Where where = where_on(axis_, day);
    // Of two dates beyond an end only the nearer one says what is going on there.
    if (where != Where::there && !row_.captions.empty() && row_.captions.back().where == where) {
      if (where == Where::after) return;
      row_.captions.pop_back();
    }
    row_.captions.push_back({day, where, std::string{word} + ' ' + to_string(day), in_force});
  }

  Date as_of_;
  const Axis& axis_;
  Row row_;
};

Kind kind_of(const Answer& answer, const Activity& activity) {
  if (activity.what_if) return Kind::what_if;
  if (activity.date > answer.renewals.as_of) return Kind::planned;
  return activity.exam ? Kind::exams : Kind::units;
}

}  // namespace

Caption caption_of_today(const Answer& answer, const Axis& axis) {
  const Date day = answer.renewals.as_of;
  return {day, where_on(axis, day), "as of " + to_string(day), true};
}

Model model_of(const Answer& answer, const Span& span) {
  Model model{axis_for(answer, span), {}, {}};
  for (const std::uint32_t credential : answer.shown) {
    model.rows.push_back(RowMaker{answer, model.axis, credential}.take());
  }
  for (const Kind kind : kinds) {
    Track track{kind, {}};
    for (const std::uint32_t index : answer.renewals.order) {
      const Activity& activity = answer.log.activities[index];
      if (model.axis.shows(activity.date) && kind_of(answer, activity) == kind) {
        track.activities.push_back(index);
      }
    }
    if (!track.activities.empty()) model.tracks.push_back(std::move(track));
  }
  return model;
}

}  // namespace certrenew::timeline
