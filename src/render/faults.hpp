// The answer to a text among many that is no log.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "certrenew/reader.hpp"

namespace certrenew {

/// Appends a document, on one line, that says why the text on that line of `source` is no log: its
/// first 20 faults, and how many more there are.
void render_faults_json(std::string& out, std::string_view source, std::int64_t line,
                        const Faults& faults);

}  // namespace certrenew
