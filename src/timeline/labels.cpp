#include "timeline/labels.hpp"

#include <algorithm>
#include <limits>

namespace certrenew::timeline {

namespace {

/// No row has room for more labels than this.
constexpr std::size_t most_labels = 24;

struct Extent {
  Length from;
  Length end;

  [[nodiscard]] bool meets(const Extent& other, Length gap = 0) const {
    return from < other.end + gap && other.from < end + gap;
  }
};

bool meets_any(const std::vector<Extent>& extents, const Extent& wanted, Length gap = 0) {
  return std::any_of(extents.begin(), extents.end(),
                     [&](const Extent& one) { return one.meets(wanted, gap); });
}

/// What stands in a line: texts, and strokes that pass through it to texts further down.
struct Line {
  std::vector<Extent> texts;
  std::vector<Extent> strokes;
};

/// Places one label after another, each time the one that does the least harm.
class Placing {
 public:
  Placing(const std::vector<Label>& labels, const Room& room)
      : labels_{labels}, room_{room}, lines_(room.lines), spots_(labels.size()) {}

  std::vector<std::optional<Spot>> run() {
    choose(true);
    choose(false);
    // From the right, since texts that stand to the right of their places then find room first.
    std::stable_sort(pending_.begin(), pending_.end(), [&](std::size_t a, std::size_t b) {
      return labels_[a].place > labels_[b].place;
    });
    for (const bool important : {true, false}) {
      while (place_cheapest(important)) {
      }
    }
    return std::move(spots_);
  }

 private:
  /// Takes the last labels of that importance, until there are enough.
  void choose(bool important) {
    for (std::size_t i = labels_.size(); i-- > 0 && pending_.size() < most_labels;) {
      if (labels_[i].important == important) pending_.push_back(i);
    }
  }

  /// Places the label that does the least harm, at its best spot. Returns whether one found room.
  bool place_cheapest(bool important) {
    int least = std::numeric_limits<int>::max();
    std::optional<std::size_t> chosen;
    Spot best;
    for (const std::size_t index : pending_) {
      if (labels_[index].important != important) continue;
      for (std::size_t line = 0; line < lines_.size() && least > 0; ++line) {
        for (const bool leftward : {false, true}) {
          const Spot spot{leftward, line};
          if (!is_free(index, spot)) continue;
          const int harm = harm_of(index, spot);
          if (harm >= least) continue;
          least = harm;
          chosen = index;
          best = spot;
        }
      }
    }
    if (chosen) settle(*chosen, best);
    return chosen.has_value();
  }

  void settle(std::size_t index, const Spot& spot) {
    pending_.erase(std::find(pending_.begin(), pending_.end(), index));
    spots_[index] = spot;
    lines_[spot.line].texts.push_back(text_of(index, spot));
    for (std::size_t line = 0; line < spot.line; ++line) {
      lines_[line].strokes.push_back(stroke_of(index));
    }
  }

  [[nodiscard]] Extent text_of(std::size_t index, const Spot& spot) const {
    const Label& label = labels_[index];
    const Length end = label.place + room_.stroke;
    return spot.leftward ? Extent{end - label.width, end}
                         : Extent{label.place, label.place + label.width};
  }

  [[nodiscard]] Extent stroke_of(std::size_t index) const {
    return {labels_[index].place, labels_[index].place + room_.stroke};
  }

  [[nodiscard]] bool is_free(std::size_t index, const Spot& spot) const {
    const Extent wanted = text_of(index, spot);
    const Line& line = lines_[spot.line];
    return wanted.from >= 0 && wanted.end <= room_.width &&
           !meets_any(line.texts, wanted, room_.gap) && !meets_any(line.strokes, wanted);
  }

  /// Weighs how far down the spot is, whether it crosses today's line, and which strokes are cut
  /// off: its own, and those of labels that are still to be placed.
  [[nodiscard]] int harm_of(std::size_t index, const Spot& spot) const {
    constexpr int of_today = 3;
    constexpr int of_own_stroke = 30;
    constexpr int of_important_stroke = 50;
    constexpr int of_other_stroke = 20;
    const Extent text = text_of(index, spot);
    int harm = static_cast<int>(spot.line);
    if (room_.today && text.meets({*room_.today, *room_.today + 1})) harm += of_today;
    if (is_cut_off(index, spot)) harm += of_own_stroke;
    for (const std::size_t other : pending_) {
      if (labels_[other].place == labels_[index].place || !text.meets(stroke_of(other))) continue;
      harm += labels_[other].important ? of_important_stroke : of_other_stroke;
    }
    return harm;
  }

  /// Whether a text above the spot stands where the stroke of the label would be.
  [[nodiscard]] bool is_cut_off(std::size_t index, const Spot& spot) const {
    return std::any_of(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(spot.line),
                       [&](const Line& above) { return meets_any(above.texts, stroke_of(index)); });
  }

  const std::vector<Label>& labels_;
  const Room& room_;
  std::vector<Line> lines_;
  std::vector<std::optional<Spot>> spots_;
  std::vector<std::size_t> pending_;
};

}  // namespace

std::vector<std::optional<Spot>> place_labels(const std::vector<Label>& labels, const Room& room) {
  return Placing{labels, room}.run();
}

}  // namespace certrenew::timeline
