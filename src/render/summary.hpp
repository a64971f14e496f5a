// The answer of `status --summary`, in each of its formats, appended to a buffer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "certrenew/date.hpp"
#include "certrenew/summary.hpp"
#include "render/json_writer.hpp"
#include "render/table.hpp"

namespace certrenew {

/// A summary, and what it is of.
struct SummaryAnswer {
  const Summary& summary;
  Date as_of;
  std::string_view policy;  ///< its name
  std::int64_t invalid;     ///< how many inputs are no valid logs, and not counted
};

void render_summary_json(std::string& out, const SummaryAnswer& answer, JsonWriter::Layout layout);

/// One row a certification code, after a header.
void render_summary_csv(std::string& out, const SummaryAnswer& answer);

void render_summary_table(std::string& out, const SummaryAnswer& answer, const Paper& paper);

}  // namespace certrenew
