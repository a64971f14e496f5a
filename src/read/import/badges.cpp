#include "read/import/badges.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "text/utf8.hpp"

namespace certrenew::imports {

namespace {

/// All badges of one code.
using Group = std::vector<const Badge*>;

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

void add_sentence(std::optional<std::string>& notes, const std::string& sentence) {
  if (!notes) notes.emplace();
  if (!notes->empty()) *notes += ' ';
  *notes += sentence;
}

/// `2022-02-03 and 2024-02-01`.
std::string issue_days(const Group& group) {
  std::vector<Date> days;
  for (const Badge* const one : group) {
    if (one->issued) days.push_back(*one->issued);
  }
  std::sort(days.begin(), days.end());
  std::string text;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const bool is_last = i + 1 == days.size();
    text += (i == 0 ? "" : is_last ? " and " : ", ") + to_string(days[i]);
  }
  return text;
}

void note_several(const Group& group, DraftCertification& one) {
  const std::string days = issue_days(group);
  add_sentence(one.notes,
               std::string{group.front()->source} + " shows " + counted(group.size(), "badge") +
                   " of it" + (days.empty() ? "" : ", issued on " + days) +
                   ". The log takes the first day as the day it was earned, and does not say "
                   "what renewed it.");
}

DraftCertification certification_of(const Group& group, bool needs_issuer) {
  const Badge& first = *group.front();
  DraftCertification one{.places = first.places};
  if (first.known) {
    one.code = first.known->code;
    one.programme = first.known->programme;
    if (!first.known->is_named && first.name != one.code) one.name = first.name;
  } else {
    one.code = needs_issuer && !first.issuer.empty() ? first.issuer + ' ' + first.name : first.name;
    if (!first.is_address) one.name = one.code;
    one.programme = "none";
  }
  std::optional<Date>& last = first.known ? one.expectation.suspends : one.expires;
  for (const Badge* const badge : group) {
    if (badge->issued) one.earned = std::min(*badge->issued, one.earned.value_or(*badge->issued));
    if (badge->expires) last = std::max(*badge->expires, last.value_or(*badge->expires));
    if (badge->notes) add_sentence(one.notes, *badge->notes);
  }
  if (group.size() > 1) note_several(group, one);
  return one;
}

/// `"ACP-120" or "ACP-620"`.
std::string listed(std::span<const KnownCode> codes) {
  std::string text;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const KnownCode& one = codes[i];
    const std::string code = one.programme ? *one.programme + ':' + one.code : one.code;
    text += (i == 0 ? "" : i + 1 == codes.size() ? " or " : ", ") + text::quoted(code);
  }
  return text;
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
    name.report(text::quoted(badge.name) + " could be " + listed(found) +
                "; say which one with --map \"NAME=CODE\"");
    return std::nullopt;
  }
  return found;
}

}  // namespace

void add_badge(Import& import, JsonNode name, Badge badge, const Holder& holder) {
  if (badge.name.empty()) return name.report("this badge has no name");
  if (!badge.known) {
    auto found = find_codes(import, name, badge);
    if (!found) return;
    if (!found->empty()) badge.known = std::move(found->front());
  }
  if (badge.known && !badge.issued) {
    return import.problems.report(badge.places.itself, "this badge has no day of issue");
  }
  badge.places.values.emplace_back("code", name.place());
  const FilePlace place = badge.places.itself;
  import.records.push_back({.holder = holder, .item = std::move(badge), .place = place});
}

std::vector<DraftCertification> certifications_of(std::span<const Badge> badges) {
  const std::vector<Group> groups = grouped(badges);
  const auto counts = count_names(groups);
  std::vector<DraftCertification> certifications;
  for (const Group& group : groups) {
    const bool needs_issuer = !group.front()->known && counts.at(group.front()->name) > 1;
    certifications.push_back(certification_of(group, needs_issuer));
  }
  return certifications;
}

std::string counted(std::size_t count, std::string_view what) {
  return std::to_string(count) + ' ' + std::string{what} + (count == 1 ? "" : "s");
}

}  // namespace certrenew::imports
