#include "render/check.hpp"

#include "certrenew/reader.hpp"
#include "render/csv.hpp"
#include "render/heading.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

/// `ACP-620`, `activities[3]` or both: what the finding is about.
std::string place_of(const Answer& answer, const Finding& finding) {
  const bool about_activity = finding.at == Finding::At::activity;
  return place_of(answer, finding.credential, about_activity ? finding.activity : std::nullopt);
}

std::optional<std::string_view> code_of(const Answer& answer, const Finding& finding) {
  if (!finding.credential) return std::nullopt;
  return answer.log.certifications[*finding.credential].code;
}

Style style_of(FindingCode code) {
  switch (code) {
    case FindingCode::expired:
    case FindingCode::suspended: return Style::red;
    case FindingCode::suspends_soon:
    case FindingCode::differs:
    case FindingCode::not_entered:
    case FindingCode::entered_after_expiration: return Style::yellow;
  }
  return Style::plain;
}

/// What is too late already is an error, what can still be done in time a warning.
std::string_view level_of(FindingCode code) {
  const bool in_time = code == FindingCode::suspends_soon || code == FindingCode::not_entered;
  return in_time ? "warning" : "error";
}

LogPart part_of(const Finding& finding) {
  switch (finding.at) {
    case Finding::At::credential: return {LogPart::Kind::certification, *finding.credential};
    case Finding::At::expected_suspension:
      return {LogPart::Kind::expected_suspension, *finding.credential};
    case Finding::At::expected_expiration:
      return {LogPart::Kind::expected_expiration, *finding.credential};
    case Finding::At::activity: break;
  }
  return {LogPart::Kind::activity, *finding.activity};
}

/// Text within a workflow command: visible, and `special` as %XX, for it ends or divides there.
std::string escaped(std::string_view text, std::string_view special) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text::visible(text)) {
    if (special.find(c) == std::string_view::npos) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte / 16];
    out += digits[byte % 16];
  }
  return out;
}

std::string property(std::string_view text) { return escaped(text, "%:,"); }

}  // namespace

void render_check_json(std::string& out, const Answer& answer, const Findings& findings,
                       JsonWriter::Layout layout) {
  JsonDocument json{out, layout};
  json.begin_object()
      .member("source", answer.source)
      .member("line", answer.line)
      .member("as_of", answer.renewals.as_of)
      .member("policy", answer.policy.name)
      .key("findings")
      .begin_list();
  for (const Finding& finding : findings) {
    json.begin_object()
        .member("finding", name_of(finding.code))
        .member("credential", code_of(answer, finding))
        .key("activity");
    finding.activity ? json.value(std::int64_t{*finding.activity}) : json.null();
    json.member("message", finding.message).end_object();
  }
  json.end_list().end_object();
}

std::string_view check_csv_header() noexcept {
  return "source,line,candidate_id,candidate_name,finding,credential,activity,message\r\n";
}

void render_check_csv(std::string& out, const Answer& answer, const Findings& findings) {
  const Candidate candidate = answer.log.candidate.value_or(Candidate{});
  for (const Finding& finding : findings) {
    CsvRow row{out};
    row.foreign(answer.source)
        .own(answer.line)
        .foreign(candidate.id)
        .foreign(candidate.name)
        .own(name_of(finding.code))
        .foreign(code_of(answer, finding));
    finding.activity ? row.own(std::int64_t{*finding.activity}) : row.empty();
    row.foreign(finding.message).end();
  }
}

void render_check_lines(std::string& out, const Answer& answer, const Findings& findings,
                        const Paper& paper) {
  for (const Finding& finding : findings) {
    text::append_visible(out, source_of(answer) + ": " + place_of(answer, finding) + ": ");
    append_styled(out, name_of(finding.code), style_of(finding.code), paper.colored);
    text::append_visible(out, ": " + finding.message);
    out += '\n';
  }
}

void render_check_markdown(std::string& out, const Answer& answer, const Findings& findings) {
  for (const Finding& finding : findings) {
    out += "- " + plain_markdown(source_of(answer)) + ", **" +
           plain_markdown(place_of(answer, finding)) + "**: " + std::string{name_of(finding.code)} +
           ": " + plain_markdown(finding.message) + '\n';
  }
}

void render_check_annotations(std::string& out, const Answer& answer, const Findings& findings) {
  if (findings.empty()) return;
  std::vector<LogPart> parts;
  for (const Finding& finding : findings) parts.push_back(part_of(finding));
  const auto positions = find_parts(answer.text, parts);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const std::string place = place_of(answer, findings[i]);
    const std::string_view name = name_of(findings[i].code);
    out += "::" + std::string{level_of(findings[i].code)} + ' ';
    if (answer.source != "-") {
      out += "file=" + property(answer.source) + ',';
      if (const auto& position = positions[i]) {
        const std::int64_t lines_before = answer.line.value_or(1) - 1;
        out += "line=" + std::to_string(lines_before + position->line) +
               ",col=" + std::to_string(position->column) + ',';
      }
    }
    out.append("title=").append(property(place)).append(" ").append(name);
    out.append("::").append(escaped(place + ": " + findings[i].message, "%")).append("\n");
  }
}

}  // namespace certrenew
