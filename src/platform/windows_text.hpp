// What the Windows files share: text, paths, writing, and why a call failed.
#pragma once

#include <string>
#include <string_view>

namespace certrenew::platform {

/// UTF-8 as UTF-16. An invalid byte becomes U+FFFD.
std::wstring wide(std::string_view text);

/// UTF-16 as UTF-8. Half of a surrogate pair becomes U+FFFD.
std::string narrow(std::wstring_view text);

/// A path for the calls of the system, which take long ones only in a form of their own.
std::wstring wide_path(const std::string& path);

/// Whether a folder is at this path.
bool is_folder(const std::wstring& path);

/// Writes all of `text` to an open file, pipe or console. Returns false on failure; then
/// GetLastError() says why.
bool write_bytes(void* handle, std::string_view text);

/// Sets errno to what the last call of the system left as its error.
void set_errno();

}  // namespace certrenew::platform
