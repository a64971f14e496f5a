// Windows: streams, terminals, and the program.
#include <fcntl.h>
#include <io.h>
#include <windows.h>
// windows.h must be first.
#include <shellapi.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <vector>

#include "platform/process.hpp"
#include "platform/streams.hpp"
#include "platform/windows_text.hpp"

namespace certrenew::platform {

namespace {

/// What the system calls a stream. Returns INVALID_HANDLE_VALUE for one that is not open.
HANDLE handle_of(Descriptor descriptor) {
  constexpr std::array standard = {STD_INPUT_HANDLE, STD_OUTPUT_HANDLE, STD_ERROR_HANDLE};
  HANDLE handle = INVALID_HANDLE_VALUE;
  if (descriptor >= 0 && static_cast<std::size_t>(descriptor) < standard.size()) {
    handle = ::GetStdHandle(standard[static_cast<std::size_t>(descriptor)]);
  } else if (descriptor >= 0) {
    handle = reinterpret_cast<HANDLE>(::_get_osfhandle(descriptor));
  }
  return handle == nullptr ? INVALID_HANDLE_VALUE : handle;
}

DWORD limited(std::size_t size) {
  constexpr std::size_t most = std::size_t{1024} * 1024;
  return static_cast<DWORD>(std::min(size, most));
}

bool is_pipe_end(DWORD error) { return error == ERROR_BROKEN_PIPE || error == ERROR_HANDLE_EOF; }

bool is_reader_gone(DWORD error) {
  return error == ERROR_BROKEN_PIPE || error == ERROR_NO_DATA || error == ERROR_PIPE_NOT_CONNECTED;
}

std::optional<std::uint64_t> size_of(HANDLE file) {
  LARGE_INTEGER size{};
  if (::GetFileType(file) != FILE_TYPE_DISK || ::GetFileSizeEx(file, &size) == 0) {
    return std::nullopt;
  }
  return static_cast<std::uint64_t>(size.QuadPart);
}

}  // namespace

// ---- Streams ---------------------------------------------------------------------------------

std::string last_failure() { return std::strerror(errno); }

Descriptor open_to_read(const std::string& path) {
  const std::wstring name = wide_path(path);
  if (is_folder(name)) {
    errno = EISDIR;
    return -1;
  }
  // Others may replace the file while it is open.
  const HANDLE file = ::CreateFileW(name.c_str(), GENERIC_READ,
                                    FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                    OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (file == INVALID_HANDLE_VALUE) {
    set_errno();
    return -1;
  }
  const Descriptor descriptor =
      ::_open_osfhandle(reinterpret_cast<intptr_t>(file), _O_RDONLY | _O_BINARY);
  if (descriptor < 0) ::CloseHandle(file);
  return descriptor;
}

void close(Descriptor descriptor) { ::_close(descriptor); }

std::ptrdiff_t read(Descriptor descriptor, std::span<char> bytes) {
  DWORD got = 0;
  if (::ReadFile(handle_of(descriptor), bytes.data(), limited(bytes.size()), &got, nullptr) != 0) {
    return static_cast<std::ptrdiff_t>(got);
  }
  if (is_pipe_end(::GetLastError())) return 0;
  set_errno();
  return -1;
}

bool has_input(Descriptor descriptor) {
  if (is_terminal(descriptor)) return false;  // its lines come one by one
  const HANDLE stream = handle_of(descriptor);
  DWORD available = 0;
  return ::GetFileType(stream) != FILE_TYPE_PIPE ||
         ::PeekNamedPipe(stream, nullptr, 0, nullptr, &available, nullptr) == 0 || available > 0;
}

Written write_all(Descriptor descriptor, std::string_view text) {
  if (write_bytes(handle_of(descriptor), text)) return Written::all;
  if (is_reader_gone(::GetLastError())) return Written::reader_gone;
  set_errno();
  return Written::failed;
}

std::optional<std::uint64_t> size_of_file(const std::string& path) {
  const Descriptor descriptor = open_to_read(path);
  if (descriptor < 0) return std::nullopt;
  const auto size = size_of_file(descriptor);
  close(descriptor);
  return size;
}

std::optional<std::uint64_t> size_of_file(Descriptor descriptor) {
  return size_of(handle_of(descriptor));
}

// ---- Terminals -------------------------------------------------------------------------------

bool is_terminal(Descriptor descriptor) {
  DWORD mode = 0;
  return ::GetConsoleMode(handle_of(descriptor), &mode) != 0;
}

bool obeys_escapes(Descriptor descriptor) {
  DWORD mode = 0;
  return ::GetConsoleMode(handle_of(descriptor), &mode) != 0 &&
         (mode & ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0;
}

std::size_t columns_of(Descriptor descriptor) {
  CONSOLE_SCREEN_BUFFER_INFO info{};
  if (::GetConsoleScreenBufferInfo(handle_of(descriptor), &info) == 0) return 0;
  return static_cast<std::size_t>(info.srWindow.Right - info.srWindow.Left + 1);
}

bool is_utf8_usual() { return true; }

// ---- The program -----------------------------------------------------------------------------

namespace {

/// While it exists, the console shows UTF-8 and obeys escape sequences, if it can.
class PreparedConsole {
 public:
  PreparedConsole() {
    for (Saved& one : streams_) {
      one.is_console = ::GetConsoleMode(handle_of(one.stream), &one.mode) != 0;
      if (!one.is_console) continue;
      ::SetConsoleMode(handle_of(one.stream), one.mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
      if (code_page_ == 0) code_page_ = ::GetConsoleOutputCP();
    }
    if (code_page_ != 0) ::SetConsoleOutputCP(CP_UTF8);
  }
  ~PreparedConsole() {
    for (const Saved& one : streams_) {
      if (one.is_console) ::SetConsoleMode(handle_of(one.stream), one.mode);
    }
    if (code_page_ != 0) ::SetConsoleOutputCP(code_page_);
  }
  PreparedConsole(const PreparedConsole&) = delete;
  PreparedConsole& operator=(const PreparedConsole&) = delete;

 private:
  struct Saved {
    Descriptor stream;
    DWORD mode = 0;
    bool is_console = false;
  };
  std::array<Saved, 2> streams_{Saved{standard_output}, Saved{standard_error}};
  UINT code_page_ = 0;  // before; 0 if there is no console
};

/// The arguments as they were typed. Those of main() lack what the code page of the system lacks.
std::vector<std::string> arguments_in_utf8() {
  int count = 0;
  wchar_t** const all = ::CommandLineToArgvW(::GetCommandLineW(), &count);
  std::vector<std::string> result;
  for (int i = 0; all != nullptr && i < count; ++i) result.push_back(narrow(all[i]));
  ::LocalFree(all);
  return result;
}

}  // namespace

int run(Program program, int /*count*/, char** /*arguments*/) {
  const PreparedConsole console;
  const std::vector<std::string> arguments = arguments_in_utf8();
  std::vector<const char*> pointers;
  for (const std::string& one : arguments) pointers.push_back(one.c_str());
  const int count = static_cast<int>(pointers.size());
  pointers.push_back(nullptr);
  return program(count, pointers.data());
}

LocalDay today() {
  SYSTEMTIME local{};
  ::GetLocalTime(&local);
  return {.year = local.wYear, .month = local.wMonth, .day = local.wDay};
}

struct Uninterrupted::State {};

namespace {

std::atomic<bool> asked_to_end{false};

BOOL WINAPI note_request(DWORD /*event*/) {
  asked_to_end = true;
  return TRUE;
}

}  // namespace

Uninterrupted::Uninterrupted() { ::SetConsoleCtrlHandler(&note_request, TRUE); }
Uninterrupted::~Uninterrupted() { ::SetConsoleCtrlHandler(&note_request, FALSE); }
bool Uninterrupted::is_asked_to_end() { return asked_to_end; }

}  // namespace certrenew::platform
