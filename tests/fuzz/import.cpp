// Imports any bytes, in up to three files with NUL bytes between them: the result is errors within
// the files, or logs that can be read.

#include <cstdint>
#include <string>
#include <vector>

#include "read/import/import.hpp"
#include "report/import.hpp"
#include "require.hpp"

using namespace certrenew;
using namespace certrenew::imports;
using fuzz::require;

namespace {

std::vector<File> split(std::string_view text) {
  constexpr std::size_t most = 3;
  std::vector<File> files;
  while (files.size() + 1 < most) {
    const std::size_t end = text.find('\0');
    if (end == std::string_view::npos) break;
    files.push_back({"file" + std::to_string(files.size()), std::string{text.substr(0, end)}});
    text.remove_prefix(end + 1);
  }
  files.push_back({"last", std::string{text}});
  return files;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text{reinterpret_cast<const char*>(data), size};
  const std::vector<File> files = split(text);
  const Policies& policies = builtin_policies();
  Problems problems{files};
  Options options;
  if (size % 2 == 1) options.dates = DateOrder::day_first;
  options.map = {{"Webinar", "coursework"}, {"Jira Admin", "ACP-120"}};
  const auto logs = import_files(files, options, policies, problems);
  const bool was_refused = !problems.empty();
  LogChecker checker{policies, problems};
  for (const DraftLog& log : logs) {
    checker.check(log, report::json_of(log, report::LogLayout::by_item));
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (problems.has_errors(i)) fuzz::require_sound(problems.finish(i), files[i].text);
  }
  for (const std::string& one : problems.remarks()) fuzz::require_harmless(one, "a remark");
  require(!was_refused || !problems.empty(), "an error that was lost");
  if (!problems.empty()) return 0;
  for (const DraftLog& log : logs) {
    const auto layout = report::LogLayout::one_line;
    require(std::holds_alternative<Log>(read_log(report::json_of(log, layout), policies)),
            "a log that cannot be read");
  }
  return 0;
}
