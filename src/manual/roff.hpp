// The language of manual pages.
#pragma once

#include <string>
#include <string_view>

namespace certrenew {

/// `text`, plain UTF-8, so that it reads the same on the page: every character stands for itself.
std::string roff(std::string_view text);

/// Appends `text`, plain UTF-8, as lines of running text.
void append_running(std::string& out, std::string_view text);

}  // namespace certrenew
