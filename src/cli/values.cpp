#include "cli/values.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstddef>
#include <system_error>

#include "text/grouped.hpp"
#include "text/utf8.hpp"

namespace certrenew {

std::vector<std::string> parts_of(const std::string& option, std::string_view list) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t comma = std::min(list.find(',', begin), list.size());
    if (comma == begin) throw CLI::ValidationError(option, "something is missing beside a comma");
    parts.emplace_back(list.substr(begin, comma - begin));
    begin = comma + 1;
  }
  return parts;
}

std::uint32_t number_in(const std::string& option, const std::string& text, std::uint32_t least,
                        std::uint32_t most, const std::string& what) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (!whole || number < least || number > most) {
    throw CLI::ValidationError(option, text::quoted(text) + " is not a number of " + what + " (" +
                                           text::grouped(std::to_string(least)) + " to " +
                                           text::grouped(std::to_string(most)) + ")");
  }
  return number;
}

int days_in(const std::string& option, const std::string& text) {
  return static_cast<int>(number_in(option, text, 0, 1'000'000, "days"));
}

}  // namespace certrenew
