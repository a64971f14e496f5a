#include <csignal>

#include "cli/program.hpp"

int main(int count, char** arguments) {
  // Without the signal, the write to a reader that went away fails, and Output notices.
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  return certrenew::cli::run(count, arguments);
}
