// What a file says about one holder, item by item.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "certrenew/date.hpp"
#include "read/import/draft.hpp"
#include "read/import/problems.hpp"
#include "read/import/values.hpp"
#include "read/import/vocabulary.hpp"

namespace certrenew::imports {

/// A badge, or what else says that somebody earned a certification and until when it holds.
struct Badge {
  std::string name{};
  bool is_address = false;           ///< the name is an address; nobody fetched what it says
  std::string issuer{};              ///< empty: unknown
  std::optional<KnownCode> known{};  ///< none: it is tracked
  std::optional<Date> issued{};
  std::optional<Date> expires{};
  std::string notes{};
  std::string_view source{};                ///< `Credly` and so on
  FilePlace place{};                        ///< of the badge
  FilePlace name_place{};                   ///< of the name
  std::optional<FilePlace> issued_place{};  ///< of the day of issue
  std::optional<FilePlace> expires_place{};
  std::size_t errors_before = 0;  ///< how many there were when reading it began
};

/// One item of a file.
struct Record {
  Holder holder{};
  std::variant<DraftItem, Badge, std::string> item;  ///< a text is for the notes of the log
  FilePlace place{};
};

/// Makes one log for each holder, in the order in which the holders first appear. Records with the
/// same id have the same holder. A record that has only a name belongs to the holder with that
/// name. Records without a holder belong to the only holder; if there are several, reports that.
std::vector<DraftLog> join(std::vector<Record> records, Problems& problems);

/// The kinds of files.
enum class Source : std::uint8_t { csv, credly, open_badges, microsoft_learn };

/// What somebody who imports can choose.
struct Options {
  std::optional<Source> source{};  ///< none: by content
  DateOrder dates = DateOrder::iso;
  /// Names, and the activity types and codes that they stand for.
  std::vector<std::pair<std::string, std::string>> map{};
  std::vector<std::string> ignored_columns{};
};

/// What reading a file takes, and where it puts what it finds.
struct Import {
  const Options& options;
  Vocabulary& vocabulary;
  Problems& problems;
  std::vector<Record>& records;
};

}  // namespace certrenew::imports
