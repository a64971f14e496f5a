#include "timeline/layout.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "text/fit.hpp"

namespace certrenew::timeline {

namespace {

using Where = Caption::Where;
using Weight = Caption::Weight;

/// Below more rows than these the axis stands again.
constexpr std::size_t rows_to_an_axis = 8;

/// The day after the last one; none: it never ends.
std::optional<Date> end_of(const Cycle& cycle) {
  return cycle.closing ? cycle.closing->day : cycle.expires;
}

/// Days from `first` to the day before `end`.
struct Days {
  std::optional<Date> first;  ///< none: from the beginning
  std::optional<Date> end;    ///< none: for ever
};

std::optional<Date> earlier(std::optional<Date> a, std::optional<Date> b) {
  return a && b ? std::min(*a, *b) : a ? a : b;
}

/// Returns the days that `span` asks for. Where it has no end, the axis consists of whole months
/// and reaches as far as there is something to show.
Axis axis_for(const Answer& answer, const Span& span, Length length) {
  Date first = answer.as_of();
  Date last = answer.as_of();
  const auto include = [&](std::optional<Date> day) {
    if (!day) return;
    first = std::min(first, *day);
    last = std::max(last, *day);
  };
  for (const CredentialAnswer& credential : answer.credentials()) {
    if (credential.is_tracked()) {
      include(credential.certification().earned);
      include(credential.suspends());
      include(credential.expires());
    } else {
      include(credential.cycles().front().start);
      include(end_of(credential.cycle()));
    }
  }
  for (const Doubt* doubt : answer.doubts()) include(doubt->suspends);
  for (const Activity& activity : answer.log().activities) include(activity.date);
  first = span.from.value_or(start_of_month(first));
  last = span.to.value_or(end_of_month(last));
  // A single limit may lie beyond everything there is: then only that day is shown.
  if (last < first) (span.from ? last : first) = span.from ? first : last;
  return {first, last, length};
}

// ---- Words

std::string dated(std::string_view word, Date day) {
  return std::string{word} + ' ' + to_string(day);
}

std::string_view word_for(CycleStart how) {
  return how == CycleStart::earned_anew ? "earned anew" : name_of(how);
}

// ---- Signs

Sign sign_of(CycleStart how) {
  return static_cast<Sign>(static_cast<int>(Sign::earned) + static_cast<int>(how));
}

/// Returns the kind of activities that an activity is shown with.
Sign kind_of(const Activity& activity, Date as_of) {
  if (activity.what_if) return Sign::what_if;
  if (activity.date > as_of) return Sign::planned;
  return activity.exam() == nullptr ? Sign::activity : Sign::exam_passed;
}

// ---- The layout

class Layout {
 public:
  Layout(const Answer& answer, const Span& span, const Metrics& metrics)
      : answer_{answer}, metrics_{metrics}, axis_{axis_for(answer, span, metrics.axis)} {}

  void paint(Painter& painter) {
    const CredentialRange credentials = answer_.credentials();
    const Chart chart = chart_with(!credentials.empty());
    painter.paint_axis(chart);
    painter.begin_chart(chart);
    for (const CredentialAnswer& credential : credentials) painter.paint_row(row_of(credential));
    painter.end_chart(chart);
    if (credentials.size() > rows_to_an_axis) painter.paint_axis(chart);
    std::string note;
    if (left_out_ > 0) {
      note = counted(left_out_, "date is", "dates are") +
             " left out for lack of room; --from and --to show a shorter time";
    }
    painter.paint_legend(signs_, note);
  }

 private:
  Chart chart_with(bool rows) {
    const Scale ticks = scale_of(axis_, metrics_.between_ticks);
    Caption today = caption(answer_.as_of(), "as of", Weight::today);
    find_room_for({&today, 1});
    Chart chart{axis_, ticks, {labels_of(ticks.above), labels_of(ticks.below)}, today, {}, rows};
    for (const auto& [kind, name] : {std::pair{Sign::activity, name_of_units(answer_)},
                                     std::pair{Sign::exam_passed, std::string_view{"exams"}},
                                     std::pair{Sign::planned, std::string_view{"planned"}},
                                     std::pair{Sign::what_if, std::string_view{"what if"}}}) {
      Track track = track_of(kind, name);
      if (!track.symbols.empty()) chart.tracks.push_back(std::move(track));
    }
    return chart;
  }

  Sign explain(Sign sign) { return *signs_.insert(sign).first; }

  /// Returns the labels that have room before the next tick.
  [[nodiscard]] std::vector<Tick> labels_of(const std::vector<Tick>& ticks) const {
    std::vector<Tick> labels;
    Length taken = 0;
    for (std::size_t i = 0; i < ticks.size(); ++i) {
      const bool last = i + 1 == ticks.size();
      const Length needed = metrics_.width_of_label(ticks[i].label);
      const Length end = last ? metrics_.axis + metrics_.beyond_axis : ticks[i + 1].place;
      Length at = ticks[i].place;
      if (last && metrics_.last_label_moves) at = std::min(at, end - needed);
      if (at < taken || at + needed > end) continue;
      labels.push_back({at, ticks[i].label});
      taken = at + needed;
    }
    return labels;
  }

  // ---- Captions

  [[nodiscard]] Caption caption(Date day, std::string_view word, Weight weight) const {
    Caption caption{.weight = weight, .words = dated(word, day), .place = axis_.place(day)};
    if (day < axis_.first) {
      caption.where = Where::before;
    } else if (day > axis_.last) {
      caption.where = Where::after;
      caption.place = metrics_.captions.width - metrics_.captions.stroke;
    }
    caption.width = metrics_.width_of_caption(caption);
    return caption;
  }

  void find_room_for(std::span<Caption> captions) {
    std::optional<Length> today;
    if (axis_.shows(answer_.as_of())) today = axis_.place(answer_.as_of());
    left_out_ += place_captions(captions, metrics_.captions, today);
  }

  [[nodiscard]] std::string_view word(Date day, std::string_view past,
                                      std::string_view future) const {
    return day <= answer_.as_of() ? past : future;
  }

  void add_captions(Row& row, const Cycle& cycle) const {
    const std::optional<Date> end = end_of(cycle);
    const bool current = &cycle == &row.credential.cycle();
    add_caption(row, cycle.began_on, word_for(cycle.began_by),
                current && axis_.last < cycle.began_on);
    // A cycle that was renewed in time never suspends or expires.
    if (cycle.suspends && (!end || *cycle.suspends < *end)) {
      add_caption(row, *cycle.suspends, word(*cycle.suspends, "suspended", "suspends"), current);
    }
    if (cycle.expires && end == cycle.expires) {
      add_caption(row, *cycle.expires, word(*cycle.expires, "expired", "expires"), current);
    }
  }

  void add_captions_of_tracked(Row& row) const {
    const auto [earned, suspends, expires] = std::tuple{
        row.credential.certification().earned, row.credential.suspends(), row.credential.expires()};
    if (earned) add_caption(row, *earned, "earned", axis_.last < *earned);
    if (suspends && suspends != expires) {
      add_caption(row, *suspends, word(*suspends, "suspended", "suspends"), true);
    }
    if (expires) add_caption(row, *expires, word(*expires, "expired", "expires"), true);
  }

  void add_caption(Row& row, Date day, std::string_view word, bool is_major) const {
    if (!axis_.shows(day) && !is_major) return;
    Caption added = caption(day, word, is_major ? Weight::major : Weight::minor);
    // Of two dates beyond an end of the axis, only the nearer one tells what is going on there.
    if (added.where != Where::at_day && !row.captions.empty() &&
        row.captions.back().where == added.where) {
      if (added.where == Where::after) return;
      row.captions.pop_back();
    }
    row.captions.push_back(std::move(added));
  }

  // ---- Rows

  Row row_of(const CredentialAnswer& credential) {
    Row row{credential, text::fitted(credential.code(), print::widest_code)};
    if (credential.is_tracked()) {
      add_bars(row, {credential.certification().earned, credential.expires()},
               credential.suspends());
      add_captions_of_tracked(row);
    }
    for (const Cycle& cycle : credential.cycles()) {
      add_bars(row, {cycle.began_on, end_of(cycle)}, cycle.suspends);
      add_captions(row, cycle);
    }
    add_doubts(row);
    add_marks(row);
    find_room_for(row.captions);
    for (const Caption& one : row.captions) {
      if (one.spot) row.lines = std::max(row.lines, one.spot->line + 1);
    }
    return row;
  }

  /// Adds the days on which it is active, and those on which it is suspended.
  void add_bars(Row& row, const Days& days, std::optional<Date> suspends) {
    add_bar(row, Sign::active, {days.first, earlier(suspends, days.end)});
    if (!suspends) return;
    // A cycle may begin after the day on which its term suspends.
    const Date from = days.first ? std::max(*days.first, *suspends) : *suspends;
    add_bar(row, Sign::suspended, {from, days.end});
  }

  void add_bar(Row& row, Sign sign, const Days& days) {
    const Date first = std::max(days.first.value_or(axis_.first), axis_.first);
    if (axis_.last < first) return;
    if (days.end && (*days.end <= first || *days.end <= axis_.first)) return;
    const bool goes_on = !days.end || axis_.last < *days.end;
    const Length from = axis_.place(first);
    const Length until = goes_on ? metrics_.axis : axis_.place(*days.end);
    std::string tooltip = row.code + ": " + std::string{look_of(sign).words};
    if (days.first) tooltip += " from " + to_string(*days.first);
    if (days.end) tooltip += " until " + to_string(*days.end);
    row.bars.push_back({.sign = explain(sign),
                        .from = from,
                        .until = std::max(until, from + metrics_.shortest_bar),
                        .goes_on_before = !days.first || *days.first < axis_.first,
                        .goes_on_after = goes_on,
                        .tooltip = std::move(tooltip)});
  }

  /// Adds the days on which, by other readings of the rules, it suspends or has expired, each once.
  void add_doubts(Row& row) {
    const std::optional<Date> suspends = row.credential.suspends();
    std::set<Date> days;
    for (const Doubt& doubt : row.credential.doubts()) {
      const auto end_in_doubt = doubt.status == Status::expired ? doubt.expires : doubt.suspends;
      if (!end_in_doubt || end_in_doubt == suspends) continue;
      const Date other = *end_in_doubt;
      if (!days.insert(other).second) continue;
      const Date first = suspends ? std::min(*suspends, other) : other;
      const std::optional<Date> end =
          suspends ? std::optional{std::max(*suspends, other)} : suspends;
      const Length from = axis_.place(first);
      const Length until = end ? axis_.place(*end) : metrics_.axis;
      if (axis_.last < first || (end && *end <= axis_.first)) continue;
      explain(Sign::doubtful);
      row.doubts.push_back(
          {.from = from,
           .until = std::max(until, from + metrics_.shortest_bar),
           .other = axis_.shows(other) ? std::optional{axis_.place(other)} : std::nullopt,
           .tooltip = row.code + ": " + doubt.message});
      add_caption(row, other, "doubtful", false);
    }
  }

  /// Adds marks from the last to the first, as the latest matter most.
  void add_marks(Row& row) {
    std::optional<Length> next;  // mark or seam
    std::optional<Length> next_mark;
    const std::span<const Cycle> cycles = row.credential.cycles();
    const auto earned = row.credential.certification().earned;
    if (row.credential.is_tracked() && earned && axis_.shows(*earned)) {
      row.marks.push_back({axis_.place(*earned), explain(Sign::earned), false,
                           row.code + ": " + dated("earned", *earned)});
    }
    for (std::size_t i = cycles.size(); i-- > 0;) {
      const Cycle& cycle = cycles[i];
      if (!axis_.shows(cycle.began_on)) continue;
      const Sign sign = explain(sign_of(cycle.began_by));
      const Length at = axis_.place(cycle.began_on);
      const bool is_seam = next_mark && *next_mark - at < metrics_.between_signs;
      if (is_seam && *next - at < metrics_.shortest_bar) continue;
      std::string tooltip = row.code + ": " + dated(word_for(cycle.began_by), cycle.began_on);
      if (cycle.start != cycle.began_on) tooltip += dated(", counted from", cycle.start);
      row.marks.push_back({at, sign, is_seam, std::move(tooltip)});
      next = at;
      if (!is_seam) next_mark = at;
    }
  }

  // ---- Tracks

  /// Returns the activities of a kind that the axis shows: first those that were passed.
  [[nodiscard]] std::vector<Index<Activity>> shown_of(Sign kind) const {
    std::vector<Index<Activity>> shown;
    for (const Index<Activity> index : answer_.activity_order()) {
      const Activity& activity = answer_.log()[index];
      if (axis_.shows(activity.date) && kind_of(activity, answer_.as_of()) == kind) {
        shown.push_back(index);
      }
    }
    std::stable_partition(shown.begin(), shown.end(),
                          [&](auto index) { return is_passed(answer_.log()[index]); });
    return shown;
  }

  /// Makes one symbol of all that stand too close to the first of them.
  Track track_of(Sign kind, std::string_view name) {
    const std::vector<Index<Activity>> shown = shown_of(kind);
    Track track{name, summary_of(answer_, kind, shown)};
    const Length room =
        kind == Sign::activity ? metrics_.between_activities : metrics_.between_signs;
    for (auto begin = shown.begin(); begin != shown.end();) {
      const Activity& first = answer_.log()[*begin];
      const Length at = axis_.place(first.date);
      const auto end = std::find_if(begin, shown.end(), [&](Index<Activity> index) {
        const Activity& one = answer_.log()[index];
        return is_passed(one) != is_passed(first) || axis_.place(one.date) - at >= room;
      });
      const Indices together{begin, end};
      const bool is_failed_exam = kind == Sign::exam_passed && !is_passed(first);
      track.symbols.push_back({at, explain(is_failed_exam ? Sign::exam_failed : kind),
                               together.size(), describe(answer_, together)});
      begin = end;
    }
    return track;
  }

  const Answer& answer_;
  const Metrics& metrics_;
  Axis axis_;
  std::set<Sign> signs_;
  std::size_t left_out_ = 0;  // captions without room
};

}  // namespace

void paint(const Answer& answer, const Span& span, const Metrics& metrics, Painter& painter) {
  Layout{answer, span, metrics}.paint(painter);
}

}  // namespace certrenew::timeline
