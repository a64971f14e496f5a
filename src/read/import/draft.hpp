// What is imported, on its way from a file to a log.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "certrenew/date.hpp"
#include "certrenew/units.hpp"
#include "read/insertion.hpp"

namespace certrenew::imports {

/// A place in one of the imported files, in bytes from its start.
struct FilePlace {
  std::size_t file = 0;
  std::size_t offset = 0;
};

/// A value of a log. A missing date is null.
using DraftValue =
    std::variant<std::string, std::vector<std::string>, std::optional<Date>, Units, bool>;

/// A member of an item.
struct DraftMember {
  std::string_view key{};  ///< `earned`; `expect.suspends` stands in an object of its own
  DraftValue value{};
  std::optional<FilePlace> place{};  ///< where the value comes from; none: where the item does
};

/// A certification or an activity as it will stand in the log.
struct DraftItem {
  LogList list = LogList::certifications;
  FilePlace place{};
  std::vector<DraftMember> members{};  ///< in the order in which they will stand there

  /// Adds a member.
  void add(std::string_view key, DraftValue value, std::optional<FilePlace> from = {}) {
    DraftMember& member = members.emplace_back();
    member.key = key;
    member.value = std::move(value);
    member.place = from;
  }
  [[nodiscard]] const DraftMember* find(std::string_view key) const {
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const DraftMember& one) { return one.key == key; });
    return found == members.end() ? nullptr : &*found;
  }
  /// The text of that key; empty if it has none.
  [[nodiscard]] std::string_view text(std::string_view key) const {
    const DraftMember* const found = find(key);
    const auto* const text = found == nullptr ? nullptr : std::get_if<std::string>(&found->value);
    return text == nullptr ? std::string_view{} : *text;
  }
  /// Where that value comes from; the item itself, if it has no such value.
  [[nodiscard]] FilePlace place_of(std::string_view key) const {
    const DraftMember* const found = find(key);
    return found == nullptr ? place : found->place.value_or(place);
  }
};

/// Adds a sentence to notes.
inline void add_sentence(std::string& notes, std::string_view sentence) {
  if (!notes.empty()) notes += ' ';
  notes += sentence;
}

/// Whom an item belongs to. Empty: the file does not say.
struct Holder {
  std::string id{};
  std::string name{};

  [[nodiscard]] bool is_unknown() const { return id.empty() && name.empty(); }
};

/// A log that is being made.
struct DraftLog {
  Holder holder{};
  std::string notes{};
  std::vector<DraftItem> certifications{};
  std::vector<DraftItem> activities{};
  FilePlace place{};  ///< of the first item
};

}  // namespace certrenew::imports
