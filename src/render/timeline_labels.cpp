#include "render/timeline_labels.hpp"

#include <algorithm>
#include <limits>

namespace certrenew::timeline {

namespace {

/// More than these no row has room for.
constexpr std::size_t most_labels = 24;

struct Extent {
  Length from;
  Length end;

  [[nodiscard]] bool meets(const Extent& other, Length gap) const {
    return from < other.end + gap && other.from < end + gap;
  }
};

/// What a line of texts holds: the texts, and the strokes to texts further down.
struct Lane {
  std::vector<Extent> texts;
  std::vector<Extent> strokes;
};

class Placing {
 public:
  Placing(const std::vector<Label>& labels, const Room& room)
      : labels_{labels}, room_{room}, lanes_(room.lanes), spots_(labels.size()) {}

  std::vector<Spot> run() {
    choose(true);
    choose(false);
    // From the right, as texts go to the right.
    std::stable_sort(pending_.begin(), pending_.end(), [&](std::size_t a, std::size_t b) {
      return labels_[a].place > labels_[b].place;
    });
    for (const bool first : {true, false}) {
      while (place_cheapest(first)) {
      }
    }
    return std::move(spots_);
  }

 private:
  /// The last of them, as many as there may be.
  void choose(bool first) {
    for (std::size_t i = labels_.size(); i-- > 0 && pending_.size() < most_labels;) {
      if (labels_[i].first == first) pending_.push_back(i);
    }
  }

  /// Of all labels and spots the one that harms least.
  bool place_cheapest(bool first) {
    constexpr int none = std::numeric_limits<int>::max();
    int least = none;
    std::size_t chosen = 0;
    Spot best;
    for (const std::size_t index : pending_) {
      if (labels_[index].first != first) continue;
      for (std::size_t lane = 0; lane < lanes_.size() && least > 0; ++lane) {
        for (const bool leftward : {false, true}) {
          const Spot spot{true, leftward, lane};
          if (!is_free(index, spot)) continue;
          const int harm = harm_of(index, spot);
          if (harm >= least) continue;
          least = harm;
          chosen = index;
          best = spot;
        }
      }
    }
    if (least == none) return false;
    settle(chosen, best);
    return true;
  }

  void settle(std::size_t index, const Spot& spot) {
    pending_.erase(std::find(pending_.begin(), pending_.end(), index));
    spots_[index] = spot;
    lanes_[spot.lane].texts.push_back(extent(index, spot));
    for (std::size_t lane = 0; lane < spot.lane; ++lane) {
      lanes_[lane].strokes.push_back(stroke(index));
    }
  }

  [[nodiscard]] Extent extent(std::size_t index, const Spot& spot) const {
    const Label& label = labels_[index];
    const Length end = label.place + room_.stroke;
    return spot.leftward ? Extent{end - label.width, end}
                         : Extent{label.place, label.place + label.width};
  }

  [[nodiscard]] Extent stroke(std::size_t index) const {
    return {labels_[index].place, labels_[index].place + room_.stroke};
  }

  [[nodiscard]] bool is_free(std::size_t index, const Spot& spot) const {
    const Extent wanted = extent(index, spot);
    const auto touches = [&](const Extent& one) { return one.meets(wanted, room_.gap); };
    const auto crosses = [&](const Extent& one) { return one.meets(wanted, 0); };
    const Lane& lane = lanes_[spot.lane];
    return wanted.from >= 0 && wanted.end <= room_.width &&
           std::none_of(lane.texts.begin(), lane.texts.end(), touches) &&
           std::none_of(lane.strokes.begin(), lane.strokes.end(), crosses);
  }

  /// How far down it is, the line it crosses, and the strokes it cuts off, its own and those that
  /// are still to be drawn, each weighed.
  [[nodiscard]] int harm_of(std::size_t index, const Spot& spot) const {
    constexpr int of_line = 3;
    constexpr int of_own = 30;
    constexpr int of_a_first = 50;
    constexpr int of_another = 20;
    const Extent text = extent(index, spot);
    int harm = static_cast<int>(spot.lane);
    if (text.meets({room_.line, room_.line + 1}, 0)) harm += of_line;
    if (is_cut_off(index, spot.lane)) harm += of_own;
    for (const std::size_t other : pending_) {
      if (labels_[other].place == labels_[index].place || !text.meets(stroke(other), 0)) continue;
      harm += labels_[other].first ? of_a_first : of_another;
    }
    return harm;
  }

  [[nodiscard]] bool is_cut_off(std::size_t index, std::size_t lane) const {
    const auto cuts = [&](const Extent& text) { return text.meets(stroke(index), 0); };
    return std::any_of(
        lanes_.begin(), lanes_.begin() + static_cast<std::ptrdiff_t>(lane),
        [&](const Lane& one) { return std::any_of(one.texts.begin(), one.texts.end(), cuts); });
  }

  const std::vector<Label>& labels_;
  const Room& room_;
  std::vector<Lane> lanes_;
  std::vector<Spot> spots_;
  std::vector<std::size_t> pending_;
};

}  // namespace

std::vector<Spot> place_labels(const std::vector<Label>& labels, const Room& room) {
  return Placing{labels, room}.run();
}

std::size_t lanes_of(const std::vector<Spot>& spots) {
  std::size_t lanes = 0;
  for (const Spot& spot : spots) {
    if (spot.written) lanes = std::max(lanes, spot.lane + 1);
  }
  return lanes;
}

}  // namespace certrenew::timeline
