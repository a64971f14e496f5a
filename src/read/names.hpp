// Looking up names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/policy.hpp"

namespace certrenew {

/// A list of names that is quick to search, whatever the names are. It keeps views only.
class Names {
 public:
  explicit Names(std::vector<std::string_view> names);

  /// The index of the first one that is called so.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const {
    const std::size_t place = place_of(name);
    if (place == all_.size()) return std::nullopt;
    return static_cast<std::uint32_t>(place);
  }
  /// The same for the names of elements: the index of the element.
  template <class Element>
  [[nodiscard]] std::optional<Index<Element>> find(std::string_view name) const {
    const auto found = find(name);
    return found ? std::optional{Index<Element>{*found}} : std::nullopt;
  }
  /// The indices of those that stand in the list before, too; in ascending order.
  [[nodiscard]] std::vector<std::uint32_t> repeated() const;
  [[nodiscard]] const std::vector<std::string_view>& all() const { return all_; }

 private:
  static constexpr std::size_t few = 16;

  /// The same; the number of names where none is called so.
  [[nodiscard]] std::size_t place_of(std::string_view name) const;

  std::vector<std::string_view> all_;
  std::vector<std::uint32_t> sorted_;  // indices, by name and then by place; none where few
};

/// A set of names. It keeps only views, so the names must outlive it.
class NameSet {
 public:
  /// Adds a name. Returns false if it is there already.
  bool insert(std::string_view name);

 private:
  std::vector<std::string_view> first_;  // few enough to look at each of them
  std::set<std::string_view> more_;      // the others
};

/// Whether a code begins and ends with something else than a blank.
bool is_trimmed(std::string_view code);

/// The code as certifications' codes are written: in capitals, with hyphens for blanks and
/// underscores, and a hyphen between the first letters and the first digits: `ACP-620` for
/// `acp 620` and `Acp620`.
std::string usual_spelling(std::string_view code);

}  // namespace certrenew
