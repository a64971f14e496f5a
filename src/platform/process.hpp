// What the program gets from the system: its arguments, requests to end, and today's date.
#pragma once

#include <memory>

namespace certrenew::platform {

/// Takes the arguments of the program, and returns its exit status.
using Program = int (*)(int count, const char* const* arguments);

/// Calls `program`, and returns what that returns. Meanwhile the arguments are UTF-8, streams are
/// binary, terminals show UTF-8 and obey escape sequences where they can, and writing to a reader
/// that went away returns Written::reader_gone. `count` and `arguments` are those of main().
int run(Program program, int count, char** arguments);

/// A day in the calendar and the time zone of the machine.
struct LocalDay {
  int year;
  unsigned month;  ///< from 1
  unsigned day;    ///< from 1
};
LocalDay today();

/// While it exists, nobody can interrupt the program, except by killing it.
class Uninterrupted {
 public:
  Uninterrupted();
  ~Uninterrupted();
  Uninterrupted(const Uninterrupted&) = delete;
  Uninterrupted& operator=(const Uninterrupted&) = delete;

  /// Whether somebody has asked the program to end.
  [[nodiscard]] static bool is_asked_to_end();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace certrenew::platform
