// The answer of `check`, in each of its formats, appended to a buffer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "certrenew/findings.hpp"
#include "render/answer.hpp"
#include "render/json_writer.hpp"
#include "render/table.hpp"

namespace certrenew {

using Findings = std::vector<Finding>;

void render_check_json(std::string& out, const Answer& answer, const Findings& findings,
                       JsonWriter::Layout layout);

/// One row a finding; check_csv_header() stands before the first.
void render_check_csv(std::string& out, const Answer& answer, const Findings& findings);
std::string_view check_csv_header() noexcept;

/// One line a finding, `LOG: PLACE: FINDING: MESSAGE`.
void render_check_lines(std::string& out, const Answer& answer, const Findings& findings,
                        const Paper& paper);

/// The same as a list.
void render_check_markdown(std::string& out, const Answer& answer, const Findings& findings);

/// One workflow command of GitHub Actions a finding, which shows it at its line of the log.
void render_check_annotations(std::string& out, const Answer& answer, const Findings& findings);

}  // namespace certrenew
