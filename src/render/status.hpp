// The answer of `status`, in each of its formats, appended to a buffer.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "render/answer.hpp"
#include "render/json_writer.hpp"
#include "render/table.hpp"

namespace certrenew {

/// Writes further members of the credential at that index.
using MoreMembers = std::function<void(JsonWriter&, std::uint32_t)>;

/// Writes the answer of `status`, each credential with `more`, if any, at its end.
void write_status(JsonWriter& json, const Answer& answer, const MoreMembers& more);

/// Members that other answers have, too: `source` to `candidate`, `exam_window`, `renewals`; and a
/// notice.
void write_origin(JsonWriter& json, const Answer& answer);
void write_exam_window(JsonWriter& json, const CredentialView& one);
void write_renewals(JsonWriter& json, std::span<const Cycle> renewals);
void write_notice(JsonWriter& json, const Answer& answer, const Notice& notice);

void render_status_json(std::string& out, const Answer& answer, JsonWriter::Layout layout);

/// One row a credential, as RFC 4180 has it; status_csv_header() stands before the first.
void render_status_csv(std::string& out, const Answer& answer);
std::string_view status_csv_header() noexcept;

/// A table for people, at most 80 columns wide with ordinary codes.
void render_status_table(std::string& out, const Answer& answer, const Paper& paper);

void render_status_markdown(std::string& out, const Answer& answer);

/// One line a notice, `LOG: PLACE: CODE: MESSAGE`: what stands beside a table.
void render_notices(std::string& out, const Answer& answer);

}  // namespace certrenew
