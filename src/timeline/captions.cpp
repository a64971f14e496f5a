// Placing dates in words below a bar, so that none covers another.
#include <algorithm>
#include <utility>
#include <vector>

#include "timeline/layout.hpp"

namespace certrenew::timeline {

namespace {

/// How many lines of captions a row may have, and how many captions have room in them.
constexpr std::size_t most_lines = 4;
constexpr std::size_t most_captions = 24;

struct Extent {
  Length from;
  Length end;

  [[nodiscard]] bool meets(const Extent& other, Length gap = 0) const {
    return from < other.end + gap && other.from < end + gap;
  }
};

bool is_important(const Caption& caption) { return caption.weight != Caption::Weight::minor; }

/// Places one caption after another, each time the one that does the least harm.
class Placing {
 public:
  Placing(std::span<Caption> captions, const Room& room, std::optional<Length> today)
      : room_{room}, today_{today} {
    for (const bool important : {true, false}) {
      // The last ones, as far as they have room.
      for (std::size_t i = captions.size(); i-- > 0 && chosen_.size() < most_captions;) {
        if (is_important(captions[i]) == important) chosen_.push_back(&captions[i]);
      }
    }
    // From the right, since texts that stand to the right of their places then find room first.
    std::stable_sort(chosen_.begin(), chosen_.end(),
                     [](const Caption* a, const Caption* b) { return a->place > b->place; });
  }

  /// Places a caption: of the most important ones, that which does the least harm, at its best
  /// spot. Returns false where none has room any more.
  bool place_one() {
    std::pair<bool, int> least;
    Caption* cheapest = nullptr;
    Spot best;
    for (Caption* const caption : chosen_) {
      for (std::size_t line = 0; !caption->spot && line < most_lines; ++line) {
        for (const bool leftward : {false, true}) {
          const std::optional<int> harm = harm_of(*caption, {leftward, line});
          if (!harm) continue;
          const std::pair cost{!is_important(*caption), *harm};
          if (cheapest != nullptr && least <= cost) continue;
          least = cost;
          cheapest = caption;
          best = {leftward, line};
        }
      }
    }
    if (cheapest != nullptr) cheapest->spot = best;
    return cheapest != nullptr;
  }

 private:
  [[nodiscard]] Extent stroke_of(const Caption& caption) const {
    return {caption.place, caption.place + room_.stroke};
  }

  [[nodiscard]] Extent text_of(const Caption& caption, const Spot& spot) const {
    const auto [from, end] = stroke_of(caption);
    return spot.leftward ? Extent{end - caption.width, end} : Extent{from, from + caption.width};
  }

  /// Weighs how far down the spot is, whether it crosses today's line, and which strokes are cut
  /// off: its own, and those of captions that are still to be placed. Returns nothing where the
  /// text has no room there, or would lie on a text or a stroke.
  [[nodiscard]] std::optional<int> harm_of(const Caption& caption, const Spot& spot) const {
    constexpr int of_today = 3;
    constexpr int of_own_stroke = 30;
    constexpr int of_important_stroke = 50;
    constexpr int of_other_stroke = 20;
    const Extent text = text_of(caption, spot);
    if (text.from < 0 || text.end > room_.width) return std::nullopt;
    int harm = static_cast<int>(spot.line);
    if (today_ && text.meets({*today_, *today_ + 1})) harm += of_today;
    bool is_cut_off = false;
    for (const Caption* const other : chosen_) {
      const bool crosses = text.meets(stroke_of(*other));
      if (!other->spot) {
        const bool cuts_off = crosses && other->place != caption.place;
        if (cuts_off) harm += is_important(*other) ? of_important_stroke : of_other_stroke;
        continue;
      }
      const Extent other_text = text_of(*other, *other->spot);
      if (other->spot->line > spot.line && crosses) return std::nullopt;
      if (other->spot->line == spot.line && text.meets(other_text, room_.gap)) return std::nullopt;
      if (other->spot->line < spot.line && stroke_of(caption).meets(other_text)) is_cut_off = true;
    }
    return is_cut_off ? harm + of_own_stroke : harm;
  }

  const Room& room_;
  std::optional<Length> today_;
  std::vector<Caption*> chosen_;
};

}  // namespace

std::size_t place_captions(std::span<Caption> captions, const Room& room,
                           std::optional<Length> today) {
  Placing placing{captions, room, today};
  while (placing.place_one()) {
  }
  return static_cast<std::size_t>(std::count_if(captions.begin(), captions.end(),
                                                [](const Caption& one) { return !one.spot; }));
}

}  // namespace certrenew::timeline
