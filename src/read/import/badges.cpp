#include "read/import/badges.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/wording.hpp"
#include "text/utf8.hpp"

namespace certrenew::imports {

namespace {

/// All badges of one code.
using Group = std::vector<const Badge*>;

/// `1 badge`, `2 badges`.
std::string counted(std::size_t count, std::string_view what) {
  return std::to_string(count) + ' ' + std::string{what} + (count == 1 ? "" : "s");
}

/// The same for badges of one code, and only for them.
std::string key_of(const Badge& badge) {
  if (badge.known) return "code\n" + badge.known->same_as;
  return "name\n" + badge.name + '\n' + badge.issuer;
}

std::vector<Group> grouped(std::span<const Badge> badges) {
  std::vector<Group> groups;
  std::map<std::string, std::size_t> places;
  for (const Badge& badge : badges) {
    const auto [place, is_new] = places.try_emplace(key_of(badge), groups.size());
    if (is_new) groups.emplace_back();
    groups[place->second].push_back(&badge);
  }
  return groups;
}

/// How many tracked certifications have each name.
std::map<std::string_view, std::size_t> count_names(std::span<const Group> groups) {
  std::map<std::string_view, std::size_t> counts;
  for (const Group& group : groups) {
    if (!group.front()->known) ++counts[group.front()->name];
  }
  return counts;
}

std::string issue_days(const Group& group) {
  std::vector<std::string> days;
  for (const Badge* const one : group) {
    if (one->issued) days.push_back(to_string(*one->issued));
  }
  std::sort(days.begin(), days.end());
  return listed(days, " and ");
}

/// The notes of the badges, and that there are several.
std::string notes_of(const Group& group) {
  std::string notes;
  for (const Badge* const badge : group) {
    if (!badge->notes.empty()) add_sentence(notes, badge->notes);
  }
  if (group.size() == 1) return notes;
  const std::string days = issue_days(group);
  add_sentence(notes, std::string{group.front()->source} + " shows " +
                          counted(group.size(), "badge") + " of it" +
                          (days.empty() ? "" : ", issued on " + days) +
                          ". The log takes the first day as the day it was earned, and does not "
                          "say what renewed it.");
  return notes;
}

DraftItem certification_of(const Group& group, bool needs_issuer) {
  const Badge& first = *group.front();
  const auto& known = first.known;
  DraftItem one{.place = first.place};
  const std::string code =
      known ? known->code
            : (needs_issuer && !first.issuer.empty() ? first.issuer + ' ' : "") + first.name;
  one.add("code", code, first.name_place);
  if (!known) {
    if (!first.is_address) one.add("name", code);
  } else if (!known->is_named && first.name != code) {
    one.add("name", first.name);
  }
  if (!known || known->programme) one.add("programme", known ? *known->programme : "none");
  std::optional<Date> earned;
  std::optional<Date> last;
  for (const Badge* const badge : group) {
    if (badge->issued) earned = std::min(*badge->issued, earned.value_or(*badge->issued));
    if (badge->expires) last = std::max(*badge->expires, last.value_or(*badge->expires));
  }
  if (earned) one.add("earned", earned, first.issued_place);
  if (last && known) one.add("expect.suspends", last);
  if (last && !known) one.add("expires", last, first.expires_place);
  if (std::string notes = notes_of(group); !notes.empty()) one.add("notes", std::move(notes));
  return one;
}

/// `"ACP-120" or "ACP-620"`.
std::string listed_codes(std::span<const KnownCode> codes) {
  std::vector<std::string> texts;
  for (const KnownCode& one : codes) {
    texts.push_back(text::quoted(one.programme ? *one.programme + ':' + one.code : one.code));
  }
  return listed(texts, " or ");
}

/// Returns what the map or the name itself says; nothing after reporting that it says too much.
std::optional<std::vector<KnownCode>> find_codes(Import& import, JsonNode name,
                                                 const Badge& badge) {
  const auto target = import.vocabulary.mapped(badge.name);
  auto found = target ? import.vocabulary.certifications(*target)
                      : import.vocabulary.codes_in({badge.name, badge.issuer});
  if (target && found.empty()) {
    name.report("--map takes " + text::quoted(badge.name) + " for " + text::quoted(*target) +
                ", a certification that no policy knows");
    return std::nullopt;
  }
  if (found.size() > 1) {
    name.report(text::quoted(badge.name) + " could be " + listed_codes(found) +
                "; say which one with --map \"NAME=CODE\"");
    return std::nullopt;
  }
  return found;
}

}  // namespace

Badge begin_badge(const Import& import, JsonNode node, const DayKeys& keys) {
  const auto place_of = [&](std::string_view key) {
    const auto found = node.find(key);
    return found ? std::optional{found->place()} : std::nullopt;
  };
  Badge badge{.place = node.place(), .errors_before = import.problems.count()};
  badge.issued = node.day_of(keys.issued);
  badge.issued_place = place_of(keys.issued);
  badge.expires = node.day_of(keys.expires);
  badge.expires_place = place_of(keys.expires);
  return badge;
}

bool is_sound(const Import& import, const Badge& badge) {
  return import.problems.count() == badge.errors_before;
}

void add_badge(Import& import, JsonNode name, Badge badge, const Holder& holder) {
  if (!is_sound(import, badge)) return;
  if (badge.name.empty()) return name.report("this badge has no name");
  if (!badge.known) {
    auto found = find_codes(import, name, badge);
    if (!found) return;
    if (!found->empty()) badge.known = std::move(found->front());
  }
  if (badge.known && !badge.issued) {
    return import.problems.report(badge.place, "this badge has no day of issue");
  }
  badge.name_place = name.place();
  const FilePlace place = badge.place;
  import.records.push_back({.holder = holder, .item = std::move(badge), .place = place});
}

std::vector<DraftItem> certifications_of(std::span<const Badge> badges) {
  const std::vector<Group> groups = grouped(badges);
  const auto counts = count_names(groups);
  std::vector<DraftItem> certifications;
  for (const Group& group : groups) {
    const bool needs_issuer = !group.front()->known && counts.at(group.front()->name) > 1;
    certifications.push_back(certification_of(group, needs_issuer));
  }
  return certifications;
}

// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): in the order of the sentence
void remark_left_out(JsonNode document, std::size_t count, std::string_view what,
                     const std::string& why) {
  if (count == 0) return;
  Problems& problems = document.problems();
  problems.remark(text::visible(problems.name_of(document.file())) + ": left out " +
                  counted(count, what) + ' ' + why);
}

}  // namespace certrenew::imports
