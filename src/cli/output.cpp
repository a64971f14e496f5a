#include "cli/output.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <cstdlib>

#include "platform/streams.hpp"

namespace certrenew::cli {

namespace {

using platform::Written;

constexpr std::size_t block = 64UL * 1024;

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
  return platform::is_utf8_usual();
}

}  // namespace

void Output::write(std::string_view text) {
  if (buffer_.size() + text.size() < block) {
    buffer_ += text;
    return;
  }
  flush();
  send(text);
}

void Output::flush() {
  send(buffer_);
  buffer_.clear();
}

void Output::send(std::string_view text) {
  if (!error_.empty() || reader_gone_) return;
  const Written written = platform::write_all(platform::standard_output, text);
  reader_gone_ = written == Written::reader_gone;
  if (written == Written::failed) error_ = platform::last_failure();
}

void write_error(std::string_view text) { platform::write_all(platform::standard_error, text); }

print::Terminal output_terminal(std::optional<bool> colored) {
  print::Terminal terminal{.ascii = !locale_is_utf8()};
  terminal.width = std::max(terminal.width, platform::columns_of(platform::standard_output));
  const bool plain = environment("TERM") == "dumb" || !environment("NO_COLOR").empty();
  terminal.colored = colored.value_or(platform::obeys_escapes(platform::standard_output) && !plain);
  return terminal;
}

bool can_show_progress() {
  return platform::obeys_escapes(platform::standard_error) && environment("TERM") != "dumb" &&
         !platform::is_terminal(platform::standard_output);
}

}  // namespace certrenew::cli
