#include "text/nearest.hpp"

#include <algorithm>
#include <cstddef>

#include "text/utf8.hpp"

namespace certrenew::text {

namespace {
constexpr std::size_t most = 64;  // bytes compared
}

std::size_t edits_between(std::string_view a, std::string_view b) {
  a = a.substr(0, most);
  b = b.substr(0, most);
  std::size_t edits[most + 1][most + 1];  // from the first i bytes of `a` to the first j of `b`
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      edits[i][j] = i + j;
      if (i == 0 || j == 0) continue;
      const std::size_t replaced = edits[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      edits[i][j] = std::min({edits[i - 1][j] + 1, edits[i][j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) edits[i][j] = std::min(edits[i][j], edits[i - 2][j - 2] + 1);
    }
  }
  return edits[a.size()][b.size()];
}

std::optional<std::string_view> nearest(std::string_view name,
                                        std::span<const std::string_view> known) {
  const auto best = std::min_element(known.begin(), known.end(), [&](auto a, auto b) {
    return edits_between(name, a) < edits_between(name, b);
  });
  if (best == known.end()) return std::nullopt;
  return *best;
}

std::string advice(std::string_view name, std::span<const std::string_view> known) {
  const auto near = nearest(name, known);
  if (near && edits_between(name, *near) * 2 <= std::max(name.size(), near->size())) {
    return "; did you mean " + quoted(*near) + "?";
  }
  constexpr std::size_t most_listed = 8;
  std::string list;
  for (std::size_t i = 0; i < known.size() && i < most_listed; ++i) {
    list += (i == 0 ? "; known: " : ", ") + spelled(known[i]);
  }
  return known.size() > most_listed ? list + ", …" : list;
}

}  // namespace certrenew::text
