// Files, pipes and terminals as streams of bytes, and what a terminal can show. Paths are UTF-8 on
// every system.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace certrenew::platform {

/// The number by which the system identifies an open stream.
using Descriptor = int;
inline constexpr Descriptor standard_input = 0;
inline constexpr Descriptor standard_output = 1;
inline constexpr Descriptor standard_error = 2;

/// Why the last call of this folder failed on this thread: `No such file or directory`.
/// Precondition: it failed.
std::string last_failure();

/// Opens a file to read it. Returns -1 on failure.
Descriptor open_to_read(const std::string& path);
void close(Descriptor descriptor);

/// Waits for input, then reads what is available and fits into `bytes`. Returns the number of bytes
/// read, 0 at the end, or -1 on failure.
std::ptrdiff_t read(Descriptor descriptor, std::span<char> bytes);
/// Whether read() would return at once.
bool has_input(Descriptor descriptor);

enum class Written : std::uint8_t {
  all,
  reader_gone,  ///< nobody will ever read the rest
  failed,
};
/// Writes all of `text`, and waits as long as that takes. Line ends stay as they are.
Written write_all(Descriptor descriptor, std::string_view text);

/// The size in bytes; none unless it is a regular file.
std::optional<std::uint64_t> size_of_file(const std::string& path);
std::optional<std::uint64_t> size_of_file(Descriptor descriptor);

// ---- Terminals -------------------------------------------------------------------------------

/// Whether somebody sees what is written there, or types what is read.
bool is_terminal(Descriptor descriptor);

/// Whether it is a terminal that obeys escape sequences instead of showing them.
bool obeys_escapes(Descriptor descriptor);

/// The width of the terminal; 0 if the stream is no terminal.
std::size_t columns_of(Descriptor descriptor);

/// Whether text is UTF-8 unless the environment says otherwise.
bool is_utf8_usual();

}  // namespace certrenew::platform
