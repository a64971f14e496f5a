// Replacing a file on Windows.
#include <windows.h>
// windows.h must be first.
#include <aclapi.h>

#include <algorithm>
#include <cerrno>
#include <cwchar>

#include "platform/replacement.hpp"
#include "platform/windows_text.hpp"

namespace certrenew::platform {

struct HandleCloser {
  void operator()(HANDLE handle) const { ::CloseHandle(handle); }
};
/// A handle that is closed at the end; null if there is none.
using Handle = std::unique_ptr<void, HandleCloser>;

namespace {

constexpr DWORD share_all = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

Handle handle_or_none(HANDLE handle) {
  return Handle{handle == INVALID_HANDLE_VALUE ? nullptr : handle};
}

Handle open_existing(const std::wstring& path) {
  return handle_or_none(::CreateFileW(path.c_str(), GENERIC_READ, share_all, nullptr, OPEN_EXISTING,
                                      FILE_ATTRIBUTE_NORMAL, nullptr));
}

/// The path of an open file without links, in the form that takes long ones.
std::wstring real_path(HANDLE file) {
  std::wstring path(::GetFinalPathNameByHandleW(file, nullptr, 0, FILE_NAME_NORMALIZED), L'\0');
  const DWORD size = ::GetFinalPathNameByHandleW(file, path.data(), static_cast<DWORD>(path.size()),
                                                 FILE_NAME_NORMALIZED);
  path.resize(std::min<std::size_t>(size, path.size()));
  return path;
}

/// A mutex that everybody finds who wants to replace the file at this path.
Handle mutex_for(const std::wstring& path) {
  std::uint64_t hash = 14695981039346656037U;  // FNV-1a
  for (const wchar_t unit : path) hash = (hash ^ unit) * 1099511628211U;
  const std::wstring name = LR"(Global\certrenew-)" + std::to_wstring(hash);
  return Handle{::CreateMutexW(nullptr, FALSE, name.c_str())};
}

bool is_same(const FILETIME& a, const FILETIME& b) { return ::CompareFileTime(&a, &b) == 0; }

/// Takes what a call returned. Where it failed, sets errno.
bool succeeded(bool result) {
  if (!result) set_errno();
  return result;
}

/// Gives a new file the access control list of an old one.
bool copy_access(HANDLE from, HANDLE to) {
  PACL list = nullptr;
  PSECURITY_DESCRIPTOR descriptor = nullptr;
  DWORD error = ::GetSecurityInfo(from, SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr,
                                  &list, nullptr, &descriptor);
  if (error == ERROR_SUCCESS) {
    SECURITY_DESCRIPTOR_CONTROL control = 0;
    DWORD revision = 0;
    ::GetSecurityDescriptorControl(descriptor, &control, &revision);
    const DWORD inheritance = (control & SE_DACL_PROTECTED) != 0
                                  ? PROTECTED_DACL_SECURITY_INFORMATION
                                  : UNPROTECTED_DACL_SECURITY_INFORMATION;
    error = ::SetSecurityInfo(to, SE_FILE_OBJECT, DACL_SECURITY_INFORMATION | inheritance, nullptr,
                              nullptr, list, nullptr);
    ::LocalFree(descriptor);
  }
  const bool has_none = error == ERROR_NOT_SUPPORTED || error == ERROR_INVALID_FUNCTION;
  if (error == ERROR_SUCCESS || has_none) return true;
  ::SetLastError(error);
  set_errno();
  return false;
}

}  // namespace

struct OldFile::State {
  std::wstring path;  // without links
  Handle file;
  Handle mutex;  // the lock: the file itself must be closed before it can be replaced
  bool is_locked = false;
  BY_HANDLE_FILE_INFORMATION status{};  // when it was opened

  /// Locks the path; stays locked if it is so already.
  Opened lock() {
    if (is_locked) return Opened::yes;
    mutex = mutex_for(path);
    const DWORD waited = mutex ? ::WaitForSingleObject(mutex.get(), 0) : WAIT_FAILED;
    // A program that was killed leaves its lock abandoned.
    is_locked = waited == WAIT_OBJECT_0 || waited == WAIT_ABANDONED;
    if (is_locked) return Opened::yes;
    if (waited == WAIT_TIMEOUT) return Opened::busy;
    set_errno();
    return Opened::not_locked;
  }
};

OldFile::OldFile() : state_{std::make_unique<State>()} {}

OldFile::~OldFile() {
  if (state_->is_locked) ::ReleaseMutex(state_->mutex.get());
}

OldFile::Opened OldFile::open(const std::string& path, Access access) {
  const std::wstring given = wide_path(path);
  if (is_folder(given)) return Opened::no_file;
  state_->file = open_existing(given);
  if (!state_->file) {
    set_errno();
    return Opened::failed;
  }
  if (::GetFileType(state_->file.get()) != FILE_TYPE_DISK) return Opened::no_file;
  const std::wstring real = real_path(state_->file.get());
  state_->path = real.empty() ? given : real;
  if (access == Access::replace) {
    // An open handle would stop others from replacing the file while this waits for the lock.
    state_->file.reset();
    if (const Opened locked = state_->lock(); locked != Opened::yes) return locked;
    // Whoever had locked it may have replaced it.
    state_->file = open_existing(state_->path);
  }
  if (state_->file && ::GetFileInformationByHandle(state_->file.get(), &state_->status) != 0) {
    return Opened::yes;
  }
  set_errno();
  return Opened::failed;
}

bool OldFile::is_read_only() const {
  return (state_->status.dwFileAttributes & FILE_ATTRIBUTE_READONLY) != 0;
}

bool OldFile::has_other_names() const { return state_->status.nNumberOfLinks > 1; }

bool OldFile::is_unchanged() const {
  const Handle file = open_existing(state_->path);
  BY_HANDLE_FILE_INFORMATION now{};
  const auto& then = state_->status;
  return file && ::GetFileInformationByHandle(file.get(), &now) != 0 &&
         now.dwVolumeSerialNumber == then.dwVolumeSerialNumber &&
         now.nFileIndexHigh == then.nFileIndexHigh && now.nFileIndexLow == then.nFileIndexLow &&
         now.nFileSizeHigh == then.nFileSizeHigh && now.nFileSizeLow == then.nFileSizeLow &&
         is_same(now.ftLastWriteTime, then.ftLastWriteTime);
}

struct NewFile::State {
  OldFile::State& old;
  std::wstring path;  // empty once it has taken the place of the old one
  Handle file;
  bool is_created = false;
  bool has_access = false;  // that of the old file
  int access_error = 0;
};

NewFile::NewFile(OldFile& old) : state_{std::make_unique<State>(State{*old.state_, {}, {}})} {
  constexpr int tries = 100;
  const std::wstring& beside = old.state_->path;
  const std::size_t name = beside.find_last_of(LR"(\/)") + 1;
  std::uint64_t number = ::GetTickCount64() ^ (std::uint64_t{::GetCurrentProcessId()} << 32U);
  for (int i = 0; i < tries && !exists(); ++i, ++number) {
    state_->path = beside.substr(0, name) + L'.' + beside.substr(name) + L'.' +
                   std::to_wstring(number % 1'000'000'000);
    state_->file = handle_or_none(
        ::CreateFileW(state_->path.c_str(), GENERIC_READ | GENERIC_WRITE | READ_CONTROL | WRITE_DAC,
                      0, nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr));
    if (!exists()) set_errno();
    if (!exists() && errno != EEXIST) return;
  }
  if (!exists()) return;
  state_->is_created = true;
  // Before anything is written to it: nobody may read more than before.
  state_->has_access = copy_access(state_->old.file.get(), state_->file.get());
  state_->access_error = errno;
}

NewFile::~NewFile() {
  state_->file.reset();
  if (state_->is_created && !state_->path.empty()) ::DeleteFileW(state_->path.c_str());
}

bool NewFile::exists() const { return state_->file != nullptr; }

bool NewFile::write(std::string_view text) const {
  return succeeded(write_bytes(state_->file.get(), text));
}

bool NewFile::take_owner_and_mode() const {
  if (!state_->has_access) errno = state_->access_error;
  return state_->has_access;
}

/// Hidden, system, archive and the like.
bool NewFile::take_attributes() const {
  FILE_BASIC_INFO info{};
  info.FileAttributes = state_->old.status.dwFileAttributes;
  const FILETIME created = state_->old.status.ftCreationTime;
  info.CreationTime.LowPart = created.dwLowDateTime;
  info.CreationTime.HighPart = static_cast<LONG>(created.dwHighDateTime);
  return succeeded(::SetFileInformationByHandle(state_->file.get(), FileBasicInfo, &info,
                                                static_cast<DWORD>(sizeof info)));
}

bool NewFile::flush_to_disk() const { return succeeded(::FlushFileBuffers(state_->file.get())); }

/// Tries for two seconds: Windows does not replace a file while another program reads it.
bool NewFile::take_place() {
  constexpr int tries = 100;
  constexpr DWORD pause = 20;  // milliseconds
  state_->old.file.reset();
  state_->file.reset();
  for (int i = 0; i < tries; ++i) {
    if (i > 0) ::Sleep(pause);
    if (::MoveFileExW(state_->path.c_str(), state_->old.path.c_str(),
                      MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) != 0) {
      state_->path.clear();
      return true;
    }
    set_errno();
    if (errno != EACCES) break;
  }
  return false;
}

bool NewFile::flush_place() const { return true; }  // moving it has done so

}  // namespace certrenew::platform
