#include "cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <string>
#include <string_view>

namespace certrenew::cli {

namespace {

/// A variable of the environment; empty where it is not set.
std::string_view environment(const char* name) {
  const char* const value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets one
  return value == nullptr ? std::string_view{} : value;
}

bool locale_is_utf8() {
  for (const char* const name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    std::string locale{environment(name)};
    if (locale.empty()) continue;
    std::transform(locale.begin(), locale.end(), locale.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
  }
  return false;
}

}  // namespace

bool input_is_terminal() { return ::isatty(STDIN_FILENO) == 1; }

print::Terminal output_terminal(std::optional<bool> colored) {
  print::Terminal terminal{.ascii = !locale_is_utf8()};
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    terminal.width = std::max<std::size_t>(terminal.width, size.ws_col);
  }
  const bool plain = environment("TERM") == "dumb" || !environment("NO_COLOR").empty();
  terminal.colored = colored.value_or(::isatty(STDOUT_FILENO) == 1 && !plain);
  return terminal;
}

bool can_show_progress() {
  return ::isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb" &&
         ::isatty(STDOUT_FILENO) != 1;
}

}  // namespace certrenew::cli
