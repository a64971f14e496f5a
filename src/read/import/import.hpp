// Making logs of what people have: tables, badges, transcripts.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "certrenew/policy.hpp"
#include "read/import/draft.hpp"
#include "read/import/problems.hpp"
#include "read/import/record.hpp"
#include "read/log_reader.hpp"

namespace certrenew::imports {

/// Reads the files and makes one log for each holder. Reports everything that is refused; then the
/// logs are of no use.
std::vector<DraftLog> import_files(std::span<const File> files, const Options& options,
                                   const Policies& policies, Problems& problems);

/// Checks that other commands accept the logs that were made.
class LogChecker {
 public:
  /// Both must outlive the checker.
  LogChecker(const Policies& policies, Problems& problems)
      : policies_{policies}, problems_{problems}, reader_{policies} {}

  /// Reads `text`, as which the draft was written, and reports errors at the places that the
  /// offending values come from.
  void check(const DraftLog& draft, std::string_view text);

 private:
  void report(const DraftLog& draft, const Errors& errors);

  const Policies& policies_;
  Problems& problems_;
  LogReader reader_;
};

}  // namespace certrenew::imports
