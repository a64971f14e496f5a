// What is imported, on its way from a file to a log.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "certrenew/date.hpp"
#include "certrenew/log.hpp"
#include "certrenew/units.hpp"

namespace certrenew::imports {

/// A place in one of the imported files, in bytes from its start.
struct FilePlace {
  std::size_t file = 0;
  std::size_t offset = 0;
};

/// Where an item and its values come from. A value goes by its path in the log: `earned`,
/// `expect.suspends`.
struct Places {
  FilePlace itself;
  std::vector<std::pair<std::string_view, FilePlace>> values{};

  /// Where that value comes from; the item itself, if it has no such value.
  [[nodiscard]] FilePlace of(std::string_view value) const;
};

/// A certification as it will stand in the log.
struct DraftCertification {
  std::string code{};
  std::optional<std::string> name{};
  std::optional<std::string> programme{};
  std::optional<Date> earned{};
  std::optional<Date> suspends{};
  std::optional<Date> expires{};
  Expectation expectation{};
  std::optional<std::string> notes{};
  Places places{};
};

/// An activity as it will stand in the log.
struct DraftActivity {
  Date date = Date::first();
  std::string type{};
  std::optional<std::string> programme{};
  std::optional<std::string> certification{};
  std::optional<bool> passed{};
  std::optional<std::string> title{};
  std::optional<std::string> course{};
  std::optional<Units> units{};
  PortalEntry entered{};
  std::optional<std::string> evidence{};
  std::optional<std::string> notes{};
  Places places{};
};

/// Whom an item belongs to. Empty: the file does not say.
struct Holder {
  std::string id{};
  std::string name{};

  [[nodiscard]] bool is_unknown() const { return id.empty() && name.empty(); }
};

/// A log that is being made.
struct DraftLog {
  Holder holder{};
  std::vector<std::string> notes{};  ///< sentences
  std::vector<DraftCertification> certifications{};
  std::vector<DraftActivity> activities{};
  FilePlace place{};  ///< of the first item
};

}  // namespace certrenew::imports
