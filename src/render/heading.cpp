#include "render/heading.hpp"

#include "text/utf8.hpp"

namespace certrenew {

namespace {

constexpr std::size_t widest_source = 240;

}  // namespace

std::string holder_of(const Answer& answer) {
  const Candidate who = answer.log.candidate.value_or(Candidate{});
  if (!who.name) return fitted(who.id.value_or(""), widest_line);
  std::string text = fitted(*who.name, widest_line / 2);
  if (who.id) text += " (" + fitted(*who.id, widest_line / 2) + ")";
  return text;
}

std::string origin_of(const Answer& answer) {
  std::string text = fitted(answer.source, widest_source);
  if (answer.line) text += ':' + std::to_string(*answer.line);
  return text + ", as of " + to_string(answer.renewals.as_of);
}

void render_heading(std::string& out, const Answer& answer, bool colored) {
  if (const std::string who = holder_of(answer); !who.empty()) {
    append_styled(out, who, Style::bold, colored);
    out += '\n';
  }
  out += origin_of(answer) + "\n\n";
}

void render_heading_markdown(std::string& out, const Answer& answer) {
  const std::string who = holder_of(answer);
  if (!who.empty()) out += "**" + plain_markdown(who) + "**, ";
  out += plain_markdown(origin_of(answer)) + "\n\n";
}

std::string plain_markdown(std::string_view text) {
  std::string out;
  for (const char c : text::visible(text)) {
    if (std::string_view{"\\`*_{}[]<>|&~#$!"}.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

Style style_of(Status status) noexcept {
  switch (status) {
    case Status::upcoming: return Style::cyan;
    case Status::active: return Style::green;
    case Status::suspended: return Style::yellow;
    case Status::expired: return Style::red;
  }
  return Style::plain;
}

}  // namespace certrenew
