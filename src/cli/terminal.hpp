// What the environment says about the terminal.
#pragma once

#include <optional>

#include "print/document.hpp"

namespace certrenew::cli {

bool input_is_terminal();

/// What standard output is like. Where `colored` is none, the environment decides about colours. It
/// has at least 80 columns, and 80 where it is no terminal. It lacks Unicode unless the first of
/// LC_ALL, LC_CTYPE and LANG that is set and not empty is a UTF-8 locale.
print::Terminal output_terminal(std::optional<bool> colored);

/// Whether a line about progress would be seen alone: standard error is a terminal on which it can
/// be overwritten, and standard output is not.
bool can_show_progress();

}  // namespace certrenew::cli
