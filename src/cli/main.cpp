#include "cli/program.hpp"
#include "platform/process.hpp"

int main(int count, char** arguments) {
  return certrenew::platform::run(certrenew::cli::run, count, arguments);
}
