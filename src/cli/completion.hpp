// What a command line can be completed with. The scripts of `certrenew completion` ask for it:
//
//     certrenew completion --for SHELL -- WORDS…
//
// WORDS are those after `certrenew`, up to the one at the cursor, which may be empty. The answer is
// a candidate per line, a whole word, followed by a tab and its description (not for bash). The
// line `:files` asks for files instead, and `:files json ndjson` for files with these endings.
#pragma once

#include <optional>
#include <span>
#include <string>

namespace certrenew::cli {

/// Returns the answer if the arguments of the program are such a question.
std::optional<std::string> complete(std::span<const std::string> arguments);

}  // namespace certrenew::cli
