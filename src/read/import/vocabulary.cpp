#include "read/import/vocabulary.hpp"

#include <algorithm>
#include <cstdint>

#include "read/import/values.hpp"
#include "text/scan.hpp"

namespace certrenew::imports {

namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

bool may_be_in_code(char c) {
  return is_capital(c) || is_small(c) || text::is_digit(c) || c == '+' || c == '-';
}

/// The words of a name that could be codes. No sensible name is longer than what is searched.
std::vector<std::string_view> words_of(std::string_view name) {
  constexpr std::size_t most_searched = 1000;
  std::vector<std::string_view> words;
  name = name.substr(0, most_searched);
  while (!name.empty()) {
    const auto* const end = std::find_if_not(name.begin(), name.end(), may_be_in_code);
    const auto size = static_cast<std::size_t>(end - name.begin());
    std::string_view word = name.substr(0, size);
    while (word.starts_with('-')) word.remove_prefix(1);
    while (word.ends_with('-')) word.remove_suffix(1);
    if (!word.empty()) words.push_back(word);
    name.remove_prefix(std::max<std::size_t>(size, 1));
  }
  return words;
}

/// Whether a word that no policy lists looks like the code of a certification type: `ACP-700`.
bool looks_like_code(std::string_view word) {
  return std::none_of(word.begin(), word.end(), is_small) &&
         word.find('-') != std::string_view::npos;
}

}  // namespace

Vocabulary::Vocabulary(const Policies& policies,
                       const std::vector<std::pair<std::string, std::string>>& map)
    : policies_{policies} {
  for (const auto& [name, target] : map) {
    map_.try_emplace(loosened(name), Target{.to = target, .given = name});
  }
  types_.emplace("exam", "exam");
  for (std::uint32_t i = 0; i < policies_.size(); ++i) {  // first those that are in force
    for (const ActivityType& one : policies_[{i}].activity_types) {
      types_.try_emplace(loosened(one.name), one.name);
    }
  }
}

std::optional<std::string_view> Vocabulary::mapped(std::string_view name) {
  const auto found = map_.find(loosened(name));
  if (found == map_.end()) return std::nullopt;
  found->second.is_used = true;
  return found->second.to;
}

std::vector<std::string_view> Vocabulary::unused() const {
  std::vector<std::string_view> names;
  for (const auto& [name, target] : map_) {
    if (!target.is_used) names.emplace_back(target.given);
  }
  return names;
}

std::optional<std::string> Vocabulary::programme(std::string_view name) const {
  const std::string wanted = loosened(name);
  for (const std::string_view one : policies_.programmes()) {
    if (loosened(one) == wanted) return std::string{one};
  }
  return std::nullopt;
}

std::optional<std::string> Vocabulary::activity_type(std::string_view name) const {
  const auto found = types_.find(loosened(name));
  return found == types_.end() ? std::nullopt : std::optional{found->second};
}

std::vector<std::string_view> Vocabulary::usual_types() const {
  std::vector<std::string_view> types;
  for (std::uint32_t i = 0; i < policies_.in_force(); ++i) {
    for (const ActivityType& one : policies_[{i}].activity_types) types.emplace_back(one.name);
  }
  types.emplace_back("exam");
  return types;
}

std::optional<KnownCode> Vocabulary::find(Index<Policy> programme, std::string_view code) const {
  const Policy& policy = policies_[programme];
  const auto listed = policy.find_certification(code);
  const std::size_t dash = code.find('-');
  const bool has_type = dash != std::string_view::npos && dash + 1 < code.size() &&
                        policy.find_certification_type(code.substr(0, dash)).has_value();
  if (!listed && !has_type) return std::nullopt;
  if (listed && !policy[*listed].type && !has_type) return std::nullopt;
  KnownCode known{
      .code = std::string{code},
      .programme = policy.name,
      .same_as = policy.name + '\n' + (listed ? policy[*listed].code : std::string{code}),
      .is_named = listed && policy[*listed].name};
  const bool is_usual = policies_.in_force() == 1 && is_in_force(programme);
  if (is_usual) known.programme.reset();
  return known;
}

bool Vocabulary::is_sure(Index<Policy> programme, std::string_view word,
                         const BadgeName& badge) const {
  const Policy& policy = policies_[programme];
  const auto listed = policy.find_certification(word);
  if (!listed && !looks_like_code(word)) return false;
  if (is_in_force(programme) || std::any_of(word.begin(), word.end(), text::is_digit)) return true;
  if (loosened(badge.issuer) == loosened(policy.name)) return true;
  if (!listed || !policy[*listed].name) return false;
  return loosened(badge.name).find(loosened(*policy[*listed].name)) != std::string::npos;
}

void Vocabulary::add_known(std::vector<KnownCode>& all, std::string_view code,
                           const std::function<bool(Index<Policy>)>& is_meant) const {
  bool is_in_force_already = false;
  for (std::uint32_t i = 0; i < policies_.size(); ++i) {
    if (is_in_force_already && !is_in_force({i})) return;
    auto known = is_meant({i}) ? find({i}, code) : std::nullopt;
    if (!known) continue;
    is_in_force_already |= is_in_force({i});
    const bool is_listed = std::any_of(all.begin(), all.end(), [&](const KnownCode& other) {
      return other.same_as == known->same_as;
    });
    if (!is_listed) all.push_back(std::move(*known));
  }
}

std::vector<KnownCode> Vocabulary::codes_in(const BadgeName& badge) const {
  const std::optional<std::string> issuer = programme(badge.issuer);
  std::vector<KnownCode> found;
  for (const std::string_view word : words_of(badge.name)) {
    add_known(found, word, [&](Index<Policy> programme) {
      return (!issuer || policies_[programme].name == *issuer) && is_sure(programme, word, badge);
    });
  }
  return found;
}

std::vector<KnownCode> Vocabulary::certifications(std::string_view code) const {
  std::vector<KnownCode> found;
  const std::size_t colon = code.find(':');
  if (colon == std::string_view::npos) {
    add_known(found, code, [](Index<Policy>) { return true; });
  } else if (const auto named = programme(code.substr(0, colon))) {
    add_known(found, code.substr(colon + 1),
              [&](Index<Policy> one) { return policies_[one].name == *named; });
  }
  return found;
}

// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): of the programme, the certification
std::optional<KnownCode> Vocabulary::named(std::string_view programme,
                                           std::string_view name) const {
  const auto found = policies_.find(programme);
  if (!found || !is_in_force(*found)) return std::nullopt;
  for (const ListedCertification& one : policies_[*found].certifications) {
    if (one.name && loosened(*one.name) == loosened(name)) return find(*found, one.code);
  }
  return std::nullopt;
}

}  // namespace certrenew::imports
