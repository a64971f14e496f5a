// What `--help` prints.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace certrenew::cli {

/// The help of the program or one of its commands, in lines of at most 80 columns. help2man makes
/// the manual page from it.
std::string help(const CLI::App& app);

}  // namespace certrenew::cli
