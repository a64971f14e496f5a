// Scripts that complete the command line in a shell.
#pragma once

#include <string>

#include "cli/definition.hpp"

namespace certrenew {

/// For bash 4 or newer, with or without the package bash-completion.
std::string bash_completion(const Definition& program);
/// To be sourced, or to stand as `_certrenew` in a folder of $fpath.
std::string zsh_completion(const Definition& program);
/// For fish 3 or newer.
std::string fish_completion(const Definition& program);

/// `text` with `replacement` for the one place that reads `mark`, which must be there.
std::string replaced(std::string_view text, std::string_view mark, std::string_view replacement);

/// `words` with a space between two of them.
std::string joined(const std::vector<std::string>& words);

}  // namespace certrenew
