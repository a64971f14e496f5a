#include <csignal>

#include "cli/program.hpp"

int main(int count, char** arguments) {
  // A reader that goes away is told by the write that fails, and is no failure.
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  return certrenew::run(count, arguments);
}
