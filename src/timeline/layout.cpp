#include "timeline/layout.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "text/fit.hpp"

namespace certrenew::timeline {

namespace {

using Where = Caption::Where;
using Weight = Caption::Weight;
using Indices = std::span<const Index<Activity>>;

/// Below more rows than these the axis stands again.
constexpr std::size_t rows_to_an_axis = 8;

Date end_of(const Cycle& cycle) { return cycle.closing ? cycle.closing->day : cycle.expires; }

/// Returns the days that `span` asks for. Where it has no end, the axis consists of whole months
/// and reaches as far as there is something to show.
Axis axis_for(const Answer& answer, const Span& span, Length length) {
  Date first = answer.as_of();
  Date last = answer.as_of();
  const auto include = [&](Date day) {
    first = std::min(first, day);
    last = std::max(last, day);
  };
  for (const CredentialAnswer& credential : answer.credentials()) {
    include(credential.cycles().front().start);
    include(end_of(credential.cycle()));
  }
  for (const Activity& activity : answer.log().activities) include(activity.date);
  first = span.from.value_or(start_of_month(first));
  last = span.to.value_or(end_of_month(last));
  // A single limit may lie beyond everything there is: then only that day is shown.
  if (last < first) (span.from ? last : first) = span.from ? first : last;
  return {first, last, length};
}

// ---- Words

std::string counted(std::size_t count, std::string_view one, std::string_view several) {
  return std::to_string(count) + ' ' + std::string{count == 1 ? one : several};
}

std::string dated(std::string_view word, Date day) {
  return std::string{word} + ' ' + to_string(day);
}

std::string_view word_for(CycleStart how) {
  return how == CycleStart::earned_anew ? "earned anew" : name_of(how);
}

bool is_passed(const Activity& activity) {
  const Exam* exam = activity.exam();
  return exam == nullptr || exam->passed;
}

std::string describe(const Answer& answer, const Activity& activity) {
  std::string words = text::fitted(answer.type_name(activity), print::widest_code);
  const Exam* exam = activity.exam();
  if (exam != nullptr && exam->certification) {
    words += " of " + text::fitted(answer.log()[*exam->certification].code, print::widest_code);
  }
  words += ' ' + to_string(activity.date);
  if (const Work* work = activity.work()) words += ", " + to_string(work->units) + " units";
  if (!is_passed(activity)) words += ", not passed";
  if (activity.title) words += ", \"" + text::fitted(*activity.title, print::widest_line) + '"';
  return words;
}

/// Returns `coursework 2025-06-01, 10 units, "Jira automation"; exam of ACP-620 2025-06-02`,
/// harmless, and not too long.
std::string describe(const Answer& answer, Indices activities) {
  constexpr std::size_t most = 10;
  std::string words;
  for (const Index<Activity> index : activities.first(std::min(activities.size(), most))) {
    words += (words.empty() ? "" : "; ") + describe(answer, answer.log()[index]);
  }
  if (activities.size() > most) {
    words += "; and " + std::to_string(activities.size() - most) + " more";
  }
  return words;
}

/// Returns `8 activities, 110 CE units`.
std::string summary_of(const Answer& answer, Sign kind, Indices activities) {
  const std::size_t count = activities.size();
  if (kind == Sign::planned) return std::to_string(count) + " planned";
  if (kind == Sign::what_if) return std::to_string(count) + " what-if";
  Units units;
  std::size_t failed = 0;
  for (const Index<Activity> index : activities) {
    const Activity& activity = answer.log()[index];
    if (const Work* work = activity.work()) units += work->units;
    if (!is_passed(activity)) ++failed;
  }
  if (kind == Sign::activity) {
    return counted(count, "activity", "activities") + ", " + to_string(units) + " CE units";
  }
  const std::string exams = counted(count, "exam", "exams");
  return failed == 0 ? exams : exams + ", " + std::to_string(failed) + " not passed";
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
    for (const auto& [kind, name] :
         {std::pair{Sign::activity, "CE units"}, std::pair{Sign::exam_passed, "exams"},
          std::pair{Sign::planned, "planned"}, std::pair{Sign::what_if, "what if"}}) {
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

  void add_captions(Row& row, const Cycle& cycle) const {
    const Date end = end_of(cycle);
    const bool current = &cycle == &row.credential.cycle();
    const auto word = [&](Date day, std::string_view past, std::string_view future) {
      return day <= answer_.as_of() ? past : future;
    };
    add_caption(row, cycle.start, word_for(cycle.began_by), current && axis_.last < cycle.start);
    // A cycle that was renewed in time never suspends or expires.
    if (cycle.suspends < end) {
      add_caption(row, cycle.suspends, word(cycle.suspends, "suspended", "suspends"), current);
    }
    if (end == cycle.expires) {
      add_caption(row, cycle.expires, word(cycle.expires, "expired", "expires"), current);
    }
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
    for (const Cycle& cycle : credential.cycles()) {
      const Date end = end_of(cycle);
      add_bar(row, Sign::active, {cycle.start, std::min(cycle.suspends, end)});
      add_bar(row, Sign::suspended, {cycle.suspends, end});
      add_captions(row, cycle);
    }
    add_marks(row);
    find_room_for(row.captions);
    for (const Caption& one : row.captions) {
      if (one.spot) row.lines = std::max(row.lines, one.spot->line + 1);
    }
    return row;
  }

  void add_bar(Row& row, Sign sign, const Interval& days) {
    if (days.end <= days.first || days.end <= axis_.first || axis_.last < days.first) return;
    const Date first = std::max(days.first, axis_.first);
    const Length from = axis_.place(first);
    row.bars.push_back({.sign = explain(sign),
                        .from = from,
                        .until = std::max(axis_.place(days.end), from + metrics_.shortest_bar),
                        .goes_on_before = days.first < axis_.first,
                        .goes_on_after = axis_.last < days.end,
                        .tooltip = row.code + ": " + std::string{look_of(sign).words} + " from " +
                                   to_string(first) + " until " + to_string(days.end)});
  }

  /// Adds marks from the last to the first, as the latest matter most.
  void add_marks(Row& row) {
    std::optional<Length> next;  // mark or seam
    std::optional<Length> next_mark;
    const std::span<const Cycle> cycles = row.credential.cycles();
    for (std::size_t i = cycles.size(); i-- > 0;) {
      const Cycle& cycle = cycles[i];
      if (!axis_.shows(cycle.start)) continue;
      const Sign sign = explain(sign_of(cycle.began_by));
      const Length at = axis_.place(cycle.start);
      const bool is_seam = next_mark && *next_mark - at < metrics_.between_signs;
      if (is_seam && *next - at < metrics_.shortest_bar) continue;
      row.marks.push_back(
          {at, sign, is_seam, row.code + ": " + dated(word_for(cycle.began_by), cycle.start)});
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
