#include "text/nearest.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "text/utf8.hpp"

namespace certrenew::text {

namespace {

constexpr std::size_t most_compared = 64;  // bytes

/// A name, and the words that people write for it: in plain spelling, each between blanks.
struct OtherWords {
  std::string_view name;
  std::string_view words;
};

constexpr OtherWords other_words[] = {
    {"title", " name description subject "},
    {"date", " completed day when "},
    {"type", " kind category activity "},
    {"earned", " issued issuedon issuedat obtained awarded achieved dateearned "},
    {"expires", " expiry expiration expirationdate validuntil "},
    {"suspends", " suspension suspensiondate "},
    {"units", " points credits hours ce ceus cpe cpes pdu pdus "},
    {"certification", " exam "},
    {"code", " exam certification certificate "},
    {"passed", " result "},
    {"entered", " submitted recorded reported "},
    {"programme", " vendor provider "},
    {"evidence", " proof link url "},
    {"notes", " comment comments remarks "},
    {"candidate", " holder person employee "},
    {"certifications", " certs certificates credentials "},
    {"activities", " events "},
    {"id", " email "},
    {"coursework", " webinar course training elearning "},
    {"local-event", " meetup "},
    {"global-event", " conference summit "},
    {"presenting", " talk presentation speaking speaker "},
    {"exam", " test "},
};

/// The known name that the word stands for.
std::optional<std::string_view> other_word(const std::string& plain,
                                           std::span<const std::string_view> known) {
  const std::string word = ' ' + plain + ' ';
  for (const OtherWords& one : other_words) {
    if (one.words.find(word) == std::string_view::npos) continue;
    const auto found = std::find(known.begin(), known.end(), one.name);
    if (found != known.end()) return *found;
  }
  return std::nullopt;
}

}  // namespace

std::size_t edits_between(std::string_view a, std::string_view b) {
  a = a.substr(0, most_compared);
  b = b.substr(0, most_compared);
  std::size_t edits[most_compared + 1]
                   [most_compared + 1];  // from the first i bytes of `a` to the first j of `b`
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

std::string plain_spelling(std::string_view name) {
  std::string plain;
  while (!name.empty()) {
    const Decoded next = decode(name);
    const bool is_capital = next.point >= 'A' && next.point <= 'Z';
    const bool is_dropped =
        next.point == ' ' || next.point == '-' || next.point == '_' || is_joiner(next.point);
    if (is_capital) {
      plain += static_cast<char>(next.point - 'A' + 'a');
    } else if (!is_dropped) {
      plain += name.substr(0, next.size);
    }
    name.remove_prefix(next.size);
  }
  return plain;
}

std::optional<std::string_view> meant(std::string_view name,
                                      std::span<const std::string_view> known) {
  constexpr std::size_t most_edits = 2;
  const std::string plain = plain_spelling(name.substr(0, most_compared));
  if (const auto other = other_word(plain, known)) return other;
  std::optional<std::string_view> best;
  std::size_t fewest = most_edits + 1;
  for (const std::string_view one : known) {
    const std::string other = plain_spelling(one.substr(0, most_compared));
    const std::size_t longer = std::max(plain.size(), other.size());
    if (longer - std::min(plain.size(), other.size()) > most_edits) continue;
    const std::size_t edits = edits_between(plain, other);
    if (edits >= fewest || (edits > 0 && edits * 2 >= longer)) continue;
    fewest = edits;
    best = one;
  }
  return best;
}

std::string listing(std::span<const std::string_view> known) {
  constexpr std::size_t most_listed = 100;
  std::vector<std::string_view> names;  // each once
  std::size_t passed = 0;
  for (; passed < known.size() && names.size() < most_listed; ++passed) {
    const bool is_new = std::find(names.begin(), names.end(), known[passed]) == names.end();
    if (is_new) names.push_back(known[passed]);
  }
  std::string list;
  for (const std::string_view one : names) {
    const std::string shown = quoted(one);  // cut where it is long
    (list += list.empty() ? " (known: " : ", ") += shown.substr(1, shown.size() - 2);
  }
  if (list.empty()) return list;
  const std::size_t more = known.size() - passed;
  return list + (more > 0 ? " and " + std::to_string(more) + " more)" : ")");
}

std::string advice(std::string_view name, std::span<const std::string_view> known) {
  const auto near = meant(name, known);
  return (near ? "; did you mean " + quoted(*near) + '?' : std::string{}) + listing(known);
}

}  // namespace certrenew::text
