// The answer of `plan`, in each of its formats, appended to a buffer.
#pragma once

#include <string>

#include "certrenew/plan.hpp"
#include "render/answer.hpp"
#include "render/json_writer.hpp"
#include "render/table.hpp"

namespace certrenew {

void render_plan_json(std::string& out, const Answer& answer, const Plan& plan,
                      JsonWriter::Layout layout);

/// Deadlines, the ways side by side, what each asks for, and what happens if nothing more is done.
void render_plan_table(std::string& out, const Answer& answer, const Plan& plan,
                       const Paper& paper);
void render_plan_markdown(std::string& out, const Answer& answer, const Plan& plan);

/// One line for each way that can't be gone.
void render_left_out(std::string& out, const Answer& answer, const Plan& plan);

}  // namespace certrenew
