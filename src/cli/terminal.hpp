// What the environment says about the terminal.
#pragma once

#include <cstddef>
#include <string_view>

namespace certrenew::cli {

/// A variable of the environment; empty where it is not set.
std::string_view environment(const char* name);

bool input_is_terminal();
bool output_is_terminal();

/// Whether standard error is a terminal on which a line can be overwritten.
bool error_can_be_overwritten();

/// The columns of the terminal at standard output, at least 80; 80 where it is not a terminal.
std::size_t output_width();

/// Whether the locale is a UTF-8 one: the first of LC_ALL, LC_CTYPE and LANG that is set and not
/// empty says so.
bool locale_is_utf8();

}  // namespace certrenew::cli
