#include "cli/replace_file.hpp"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include "cli/exit.hpp"
#include "platform/process.hpp"
#include "platform/streams.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

using platform::last_failure;

ReplaceableFile::ReplaceableFile(std::string name, Access access) : name_{std::move(name)} {
  constexpr std::chrono::seconds patience{10};
  constexpr std::chrono::milliseconds pause{20};
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (!try_to_open(access)) {
    if (std::chrono::steady_clock::now() >= deadline) {
      fail("another program has locked it for more than ten seconds");
    }
    std::this_thread::sleep_for(pause);
  }
  if (access == Access::replace) refuse_unless_replaceable();
}

void ReplaceableFile::fail(const std::string& why) const {
  throw Stop{Exit::failed, text::visible(name_) + ": " + why};
}

/// Returns false if the file is locked, or was replaced before it was locked.
bool ReplaceableFile::try_to_open(Access access) {
  using Opened = platform::OldFile::Opened;
  switch (file_.open(name_, access)) {
    case Opened::yes: return true;
    case Opened::busy: return false;
    case Opened::no_file: throw Stop{Exit::usage, text::visible(name_) + ": not a regular file"};
    case Opened::not_locked: fail("cannot be locked: " + last_failure());
    case Opened::failed: break;
  }
  fail(last_failure());
}

void ReplaceableFile::refuse_unless_replaceable() const {
  // An administrator may write it all the same. But somebody wanted it to stay as it is.
  if (file_.is_read_only()) fail("it is read-only");
  if (file_.has_other_names()) {
    fail("it has several names (hard links), and only this one would lead to the new file");
  }
}

std::string ReplaceableFile::read(std::size_t most) const {
  constexpr std::size_t piece = std::size_t{256} * 1024;
  std::string text;
  while (text.size() <= most) {
    const std::size_t old = text.size();
    text.resize(old + std::min(piece, most + 1 - old));
    const std::ptrdiff_t got = file_.read({text.data() + old, text.size() - old});
    if (got < 0) fail(last_failure());
    text.resize(old + static_cast<std::size_t>(got));
    if (got == 0) break;
  }
  return text;
}

void ReplaceableFile::replace(std::string_view text) {
  const platform::Uninterrupted uninterrupted;
  platform::NewFile created{file_};
  if (!created.exists()) fail("no file can be created beside it: " + last_failure());
  if (!created.write(text)) fail("the new file cannot be written: " + last_failure());
  if (!created.take_owner_and_mode()) {
    fail("the new file cannot have its owner and mode: " + last_failure());
  }
  if (!created.take_attributes()) {
    fail("the new file cannot have its attributes: " + last_failure());
  }
  if (!created.flush_to_disk()) fail("the new file cannot be written: " + last_failure());
  if (platform::Uninterrupted::is_asked_to_end()) fail("interrupted; the file is unchanged");
  if (!file_.is_unchanged()) fail("another program has changed it; try again");
  if (!created.take_place()) fail("it cannot be replaced: " + last_failure());
  if (!created.flush_place()) {
    fail("it was replaced, but a power failure may undo that: " + last_failure());
  }
}

}  // namespace certrenew::cli
