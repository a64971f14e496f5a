#include "cli/replace_file.hpp"

#include <chrono>
#include <thread>
#include <utility>

#include "cli/exit.hpp"
#include "cli/input.hpp"
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
  File file{name_};
  std::string text = file.read_all(most);
  if (!file.error().empty()) fail(file.error());
  return text;
}

void ReplaceableFile::replace(std::string_view text) {
  const platform::Uninterrupted uninterrupted;
  platform::NewFile created{file_};
  const auto require = [this](bool is_done, const std::string& fault) {
    if (!is_done) fail(fault + ": " + last_failure());
  };
  require(created.exists(), "no file can be created beside it");
  require(created.write(text), "the new file cannot be written");
  require(created.take_owner_and_mode(), "the new file cannot have its owner and mode");
  require(created.take_attributes(), "the new file cannot have its attributes");
  require(created.flush_to_disk(), "the new file cannot be written");
  if (platform::Uninterrupted::is_asked_to_end()) fail("interrupted; the file is unchanged");
  if (!file_.is_unchanged()) fail("another program has changed it; try again");
  require(created.take_place(), "it cannot be replaced");
  require(created.flush_place(), "it was replaced, but a power failure may undo that");
}

}  // namespace certrenew::cli
