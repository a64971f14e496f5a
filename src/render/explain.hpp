// The answer of `explain`, in each of its formats, appended to a buffer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "render/answer.hpp"
#include "render/json_writer.hpp"
#include "render/table.hpp"

namespace certrenew {

/// The answer of `status`, each credential with its cycles and with every activity.
void render_explain_json(std::string& out, const Answer& answer, JsonWriter::Layout layout);

/// One row a credential and activity; explain_csv_header() stands before the first.
void render_explain_csv(std::string& out, const Answer& answer);
std::string_view explain_csv_header() noexcept;

/// Credential by credential, cycle by cycle; where there are several, also side by side.
void render_explain_table(std::string& out, const Answer& answer, const Paper& paper);
void render_explain_markdown(std::string& out, const Answer& answer);

// ---- What these have in common ------------------------------------------------------------------

/// Some of a credential's activities under one heading.
struct Section {
  std::string heading;
  std::vector<std::uint32_t> activities;  ///< indices into the log's, in order of the days
};

/// A section for each cycle of a credential, and one for the activities that belong to none.
std::vector<Section> sections_of(const Answer& answer, std::uint32_t credential);

/// `active; suspends 2027-11-14, expires 2028-02-14`.
std::string standing_of(const CredentialView& one);

/// What stands in place of credentials where none is shown.
std::string_view words_for_none(const Answer& answer);

/// The reason, and the running total where the activity was added to one.
std::string sentence_for(const Answer& answer, std::uint32_t credential, std::uint32_t activity);

/// `40/100`; empty where the activity was not added to a total.
std::string total_after(const Answer& answer, std::uint32_t credential, std::uint32_t activity);

/// One character, and the same for all activities with that outcome.
char mark_of(Outcome outcome) noexcept;
Style style_of(Outcome outcome) noexcept;

/// `* used`, for each outcome that occurs in this answer.
std::vector<std::string> legend_of(const Answer& answer);

}  // namespace certrenew
