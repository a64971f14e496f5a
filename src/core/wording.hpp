// The engine's decisions in words. Nothing is decided here: everything stands in its result. Texts
// of the log stand in these words unescaped, cut where they are long.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/answer_contents.hpp"

namespace certrenew {

/// As much of a name or a title as a sentence has room for.
std::string shortened(std::string_view text);
/// Appends shortened(text) to `words`.
void append_shortened(std::string& words, std::string_view text);

/// `a, b and c` with ` and ` as `last_separator`.
std::string listed(const std::vector<std::string>& items, std::string_view last_separator);

/// Which activity is meant: `"Jira automation" (coursework, 2025-06-01)`.
std::string activity_in_words(const AnswerContents& answer, Index<Activity> activity);

/// `CE units`, or `CE unit` for one: the programme's own word.
std::string unit_word(Units units, const Policy& policy);

/// ActivityAnswer::reason().
std::string reason(const AnswerContents& answer, Index<Certification> credential,
                   Index<Activity> activity);

}  // namespace certrenew
