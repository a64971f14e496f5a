#include "platform/windows_text.hpp"

#include <windows.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>

namespace certrenew::platform {

namespace {

/// Returns the errno for an error of Windows; EIO for every error that is not listed.
int errno_of(DWORD error) {
  switch (error) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_INVALID_NAME:
    case ERROR_BAD_PATHNAME:
    case ERROR_BAD_NETPATH:
    case ERROR_BAD_NET_NAME:
    case ERROR_INVALID_DRIVE: return ENOENT;
    case ERROR_ACCESS_DENIED:
    case ERROR_SHARING_VIOLATION:
    case ERROR_LOCK_VIOLATION:
    case ERROR_WRITE_PROTECT: return EACCES;
    case ERROR_ALREADY_EXISTS:
    case ERROR_FILE_EXISTS: return EEXIST;
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL: return ENOSPC;
    case ERROR_INVALID_HANDLE: return EBADF;
    case ERROR_FILENAME_EXCED_RANGE: return ENAMETOOLONG;
    case ERROR_TOO_MANY_OPEN_FILES: return EMFILE;
    case ERROR_NOT_ENOUGH_MEMORY:
    case ERROR_OUTOFMEMORY: return ENOMEM;
    default: return EIO;
  }
}

std::wstring full_path(const std::wstring& path) {
  std::wstring full(::GetFullPathNameW(path.c_str(), 0, nullptr, nullptr), L'\0');
  full.resize(
      ::GetFullPathNameW(path.c_str(), static_cast<DWORD>(full.size()), full.data(), nullptr));
  return full;
}

}  // namespace

std::wstring wide(std::string_view text) {
  const int size = static_cast<int>(text.size());
  std::wstring result(text.size(), L'\0');  // UTF-16 never has more units than UTF-8 has bytes
  const int got = ::MultiByteToWideChar(CP_UTF8, 0, text.data(), size, result.data(), size);
  result.resize(static_cast<std::size_t>(got));
  return result;
}

std::string narrow(std::wstring_view text) {
  const int size = static_cast<int>(text.size());
  std::string result(3 * text.size(), '\0');
  const int got = ::WideCharToMultiByte(CP_UTF8, 0, text.data(), size, result.data(), 3 * size,
                                        nullptr, nullptr);
  result.resize(static_cast<std::size_t>(got));
  return result;
}

std::wstring wide_path(const std::string& path) {
  constexpr std::size_t long_path = MAX_PATH - 12;  // the names of new files are longer
  const std::wstring given = wide(path);
  if (given.starts_with(LR"(\\?\)")) return given;
  const std::wstring full = full_path(given);
  if (full.size() < long_path) return given;
  if (full.starts_with(LR"(\\)")) return LR"(\\?\UNC)" + full.substr(1);
  return LR"(\\?\)" + full;
}

bool is_folder(const std::wstring& path) {
  const DWORD attributes = ::GetFileAttributesW(path.c_str());
  return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
}

bool write_bytes(void* handle, std::string_view text) {
  constexpr std::size_t piece = std::size_t{1024} * 1024;
  while (!text.empty()) {
    DWORD written = 0;
    const auto size = static_cast<DWORD>(std::min(piece, text.size()));
    if (::WriteFile(handle, text.data(), size, &written, nullptr) == 0) return false;
    text.remove_prefix(std::min<std::size_t>(written, text.size()));
  }
  return true;
}

void set_errno() { errno = errno_of(::GetLastError()); }

}  // namespace certrenew::platform
