// Adds an item to a log of any bytes that is valid: the new log is the old one and the item.

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "read/insertion.hpp"
#include "require.hpp"

using namespace certrenew;
using fuzz::require;

namespace {

std::string without_blanks(std::string text) {
  text.erase(std::remove_if(text.begin(), text.end(),
                            [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }),
             text.end());
  return text;
}

/// Requires that only a comma is inserted beside the item, and where the list is missing the list.
void require_item_only(const std::string& inserted, LogList list, const std::string& item) {
  std::string text = without_blanks(inserted);
  if (text.starts_with(',')) text.erase(0, 1);
  const std::string in_list = '"' + std::string{name_of(list)} + "\":[" + item + ']';
  require(text == item || text == in_list, "more is inserted than the item");
}

void require_one_more(const Log& log, LogList list, const std::string& item) {
  const std::string text{log.text};
  const Insertion insertion = insert_at_end(text, list, item);
  require(insertion.at <= text.size(), "an insertion outside of the log");
  require_item_only(insertion.text, list, item);
  const bool is_one_line = text.find('\n') == std::string::npos;
  require(!is_one_line || insertion.text.find('\n') == std::string::npos, "a new line");
  const std::string changed = insertion.into(text);
  const auto result = read_log(changed, builtin_policies());
  require(std::holds_alternative<Log>(result), "the new log is not valid");
  const Log& is = std::get<Log>(result);
  const bool is_activity = list == LogList::activities;
  require(is.activities.size() == log.activities.size() + (is_activity ? 1 : 0), "activities");
  require(is.certifications.size() == log.certifications.size() + (is_activity ? 0 : 1),
          "certifications");
  const std::size_t place =
      is_activity ? is.activities.back().place : is.certifications.back().places.itself;
  require(place >= insertion.at && place < insertion.at + insertion.text.size(),
          "the item is not the last one");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text{reinterpret_cast<const char*>(data), size};
  const auto result = read_log(text, builtin_policies());
  if (!std::holds_alternative<Log>(result)) return 0;
  const Log& log = std::get<Log>(result);
  require_one_more(log, LogList::activities,
                   R"({"date":"2025-01-01","type":"coursework","programme":"atlassian"})");
  require_one_more(log, LogList::certifications,
                   R"({"code":"certrenew's,own[code]","programme":"none"})");
  return 0;
}
