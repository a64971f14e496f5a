#include "timeline/layout.hpp"

#include <algorithm>
#include <utility>

#include "timeline/words.hpp"

namespace certrenew::timeline {

namespace {

using Where = Caption::Where;
using Weight = Caption::Weight;

/// How many lines of captions a row may have.
constexpr std::size_t most_lines = 4;
/// Below more rows than these the axis stands again.
constexpr std::size_t rows_to_an_axis = 8;

Date end_of(const Cycle& cycle) { return cycle.closing ? cycle.closing->day : cycle.expires; }

/// Returns the months from the first to the last day on which there is something to show.
Axis whole_axis(const Answer& answer) {
  Axis axis{answer.as_of(), answer.as_of()};
  const auto include = [&](Date day) {
    axis.first = std::min(axis.first, day);
    axis.last = std::max(axis.last, day);
  };
  for (const CredentialAnswer& credential : answer.credentials()) {
    for (const Cycle& cycle : credential.cycles()) {
      include(cycle.start);
      include(end_of(cycle));
    }
  }
  for (const Activity& activity : answer.log().activities) include(activity.date);
  return {start_of_month(axis.first), end_of_month(axis.last)};
}

Axis axis_for(const Answer& answer, const Span& span) {
  Axis axis = whole_axis(answer);
  if (span.from) axis.first = *span.from;
  if (span.to) axis.last = *span.to;
  // A single limit may lie beyond everything there is: then only that day is shown.
  if (axis.last < axis.first) {
    (span.from ? axis.last : axis.first) = span.from ? axis.first : axis.last;
  }
  return axis;
}

Sign sign_of(CycleStart how) {
  return static_cast<Sign>(static_cast<int>(Sign::earned) + static_cast<int>(how));
}

/// Returns the sign of the track that shows an activity.
Sign track_of(const Activity& activity, Date as_of) {
  if (activity.what_if) return Sign::what_if;
  if (activity.date > as_of) return Sign::planned;
  return activity.exam() == nullptr ? Sign::activity : Sign::exam_passed;
}

/// Of two dates beyond an end of the axis, only the nearer one tells what is going on there.
void add_caption(std::vector<Caption>& captions, Caption caption) {
  if (caption.where != Where::at_day && !captions.empty() &&
      captions.back().where == caption.where) {
    if (caption.where == Where::after) return;
    captions.pop_back();
  }
  captions.push_back(std::move(caption));
}

}  // namespace

Layout::Layout(const Answer& answer, const Span& span, const Metrics& metrics)
    : answer_{answer}, metrics_{metrics}, axis_{axis_for(answer, span)} {}

// ---- The axis

AxisMarks Layout::axis_marks() const {
  const Scale scale = scale_of(axis_, metrics_.axis, metrics_.between_ticks);
  const bool repeated = answer_.credentials().size() > rows_to_an_axis;
  AxisMarks marks{placed(scale.above), placed(scale.below), {}, {}, repeated};
  for (const Tick& tick : scale.finest()) marks.ticks.push_back(place(tick.day));
  for (const Tick& tick : scale.above) {
    if (tick.day != axis_.first) marks.grid.push_back(place(tick.day));
  }
  return marks;
}

/// Places the labels that have room before the next tick. The last one may stand a little to the
/// left of its tick.
std::vector<AxisLabel> Layout::placed(const std::vector<Tick>& ticks) const {
  std::vector<AxisLabel> labels;
  Length taken = 0;
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    const bool last = i + 1 == ticks.size();
    const Length needed =
        metrics_.before_label + metrics_.width_of(ticks[i].label) + metrics_.after_label;
    const Length end = last ? metrics_.axis + metrics_.beyond_axis : place(ticks[i + 1].day);
    Length at = place(ticks[i].day);
    if (last) at = std::max(at - metrics_.label_may_move, std::min(at, end - needed));
    if (at < taken || at + needed > end) continue;
    labels.push_back({at + metrics_.before_label, ticks[i].label});
    taken = at + needed;
  }
  return labels;
}

// ---- Captions

Caption Layout::today() {
  Caption today = caption(answer_.as_of(), "as of", Weight::today);
  place_captions({&today, 1});
  return today;
}

Caption Layout::caption(Date day, std::string_view word, Weight weight) const {
  Caption caption{.where = Where::at_day,
                  .weight = weight,
                  .words = std::string{word} + ' ' + to_string(day),
                  .place = place(day),
                  .spot = {}};
  if (day < axis_.first) {
    caption.where = Where::before;
  } else if (day > axis_.last) {
    caption.where = Where::after;
    caption.place = metrics_.captions - metrics_.stroke;
  }
  return caption;
}

/// Gives each caption a spot, as far as there is room.
void Layout::place_captions(std::span<Caption> captions) {
  const Date as_of = answer_.as_of();
  const Room room{.width = metrics_.captions,
                  .stroke = metrics_.stroke,
                  .gap = metrics_.between_captions,
                  .lines = most_lines,
                  .today = axis_.shows(as_of) ? std::optional{place(as_of)} : std::nullopt};
  std::vector<Label> labels;
  labels.reserve(captions.size());
  for (const Caption& one : captions) {
    labels.push_back({one.place, metrics_.width_of_caption(one), one.weight != Weight::minor});
  }
  const std::vector<std::optional<Spot>> spots = place_labels(labels, room);
  for (std::size_t i = 0; i < captions.size(); ++i) {
    captions[i].spot = spots[i];
    if (!spots[i]) ++left_out_;
  }
}

// ---- Rows

Row Layout::row_of(const CredentialAnswer& credential) {
  Row row{credential, {}, {}, {}, 0};
  for (const Cycle& cycle : credential.cycles()) {
    const Date end = end_of(cycle);
    add_bar(row, Sign::active, {cycle.start, std::min(cycle.suspends, end)});
    add_bar(row, Sign::suspended, {cycle.suspends, end});
    add_captions(row, cycle);
  }
  add_marks(row);
  place_captions(row.captions);
  for (const Caption& one : row.captions) {
    if (one.spot) row.lines = std::max(row.lines, one.spot->line + 1);
  }
  return row;
}

void Layout::add_bar(Row& row, Sign sign, const Interval& days) {
  if (days.end <= days.first || days.end <= axis_.first || axis_.last < days.first) return;
  const Date first = std::max(days.first, axis_.first);
  const Length from = place(first);
  row.bars.push_back({.sign = explain(sign),
                      .from = from,
                      .until = std::max(place(days.end), from + metrics_.smallest),
                      .goes_on_before = days.first < axis_.first,
                      .goes_on_after = axis_.last < days.end,
                      .tooltip = code_of(row.credential) + ": " + std::string{legend_words(sign)} +
                                 " from " + to_string(first) + " until " + to_string(days.end)});
}

void Layout::add_captions(Row& row, const Cycle& cycle) const {
  const Date end = end_of(cycle);
  const bool current = &cycle == &row.credential.cycle();
  const auto add = [&](Date day, std::string_view word, bool major) {
    if (axis_.shows(day) || major) {
      add_caption(row.captions, caption(day, word, major ? Weight::major : Weight::minor));
    }
  };
  const auto has_come = [&](Date day) { return day <= answer_.as_of(); };
  add(cycle.start, word_for(cycle.began_by), current && axis_.last < cycle.start);
  // A cycle that was renewed in time never suspends or expires.
  if (cycle.suspends < end) {
    add(cycle.suspends, has_come(cycle.suspends) ? "suspended" : "suspends", current);
  }
  if (end == cycle.expires) {
    add(cycle.expires, has_come(cycle.expires) ? "expired" : "expires", current);
  }
}

/// Adds marks from the last to the first, as the latest matter most.
void Layout::add_marks(Row& row) {
  std::optional<Length> next;  // mark or seam
  std::optional<Length> next_mark;
  const std::span<const Cycle> cycles = row.credential.cycles();
  for (std::size_t i = cycles.size(); i-- > 0;) {
    const Cycle& cycle = cycles[i];
    if (!axis_.shows(cycle.start)) continue;
    const Sign sign = explain(sign_of(cycle.began_by));
    const Length at = place(cycle.start);
    const bool is_seam = next_mark && *next_mark - at < metrics_.between_signs;
    if (is_seam && *next - at < metrics_.smallest) continue;
    row.marks.push_back({at, sign, is_seam,
                         code_of(row.credential) + ": " + std::string{word_for(cycle.began_by)} +
                             ' ' + to_string(cycle.start)});
    next = at;
    if (!is_seam) next_mark = at;
  }
}

// ---- Tracks

std::vector<Track> Layout::tracks() {
  std::vector<Track> tracks{{Sign::activity, "CE units", {}, {}},
                            {Sign::exam_passed, "exams", {}, {}},
                            {Sign::planned, "planned", {}, {}},
                            {Sign::what_if, "what if", {}, {}}};
  for (const Index<Activity> at : answer_.activity_order()) {
    const Activity& activity = answer_.log()[at];
    if (!axis_.shows(activity.date)) continue;
    std::ranges::find(tracks, track_of(activity, answer_.as_of()), &Track::sign)
        ->activities.push_back(at);
  }
  std::erase_if(tracks, [](const Track& track) { return track.activities.empty(); });
  for (Track& track : tracks) {
    for (const bool passed : {true, false}) add_symbols(track, passed);
  }
  return tracks;
}

/// Adds symbols for the activities that were passed, or for those that were not: one for all that
/// stand too close to the first of them.
void Layout::add_symbols(Track& track, bool passed) {
  const bool failed_exams = track.sign == Sign::exam_passed && !passed;
  const Sign sign = failed_exams ? Sign::exam_failed : track.sign;
  const Length room = sign == Sign::activity ? metrics_.between_activities : metrics_.between_signs;
  std::vector<Index<Activity>> together;
  Length at = 0;
  const auto add = [&] {
    if (together.empty()) return;
    track.symbols.push_back({at, explain(sign), together.size(), describe(answer_, together)});
    together.clear();
  };
  for (const Index<Activity> index : track.activities) {
    const Activity& activity = answer_.log()[index];
    if (is_passed(activity) != passed) continue;
    const Length here = place(activity.date);
    if (!together.empty() && here - at >= room) add();
    if (together.empty()) at = here;
    together.push_back(index);
  }
  add();
}

// ---- The legend

Sign Layout::explain(Sign sign) {
  explained_[static_cast<std::size_t>(sign)] = true;
  return sign;
}

std::vector<LegendEntry> Layout::legend() const {
  std::vector<LegendEntry> entries;
  Length at = 0;
  for (std::size_t i = 0; i < sign_count; ++i) {
    if (!explained_[i]) continue;
    const Sign sign = static_cast<Sign>(i);
    const Length width = metrics_.before_words + metrics_.width_of(legend_words(sign));
    if (at + width > metrics_.legend) at = 0;
    entries.push_back({at, sign});
    at += width + metrics_.between_entries;
  }
  return entries;
}

std::string Layout::note() const {
  return left_out_ == 0 ? std::string{} : left_out_words(left_out_);
}

}  // namespace certrenew::timeline
