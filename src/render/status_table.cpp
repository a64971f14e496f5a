#include "render/heading.hpp"
#include "render/status.hpp"
#include "render/table.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

/// Days to the next of both dates: to the suspension, or to the expiration of what is suspended.
std::string left(const CredentialView& one, Date as_of) {
  if (one.expired()) return {};
  const Cycle& cycle = one.cycle();
  const bool suspended = one.credential.status == Status::suspended;
  return std::to_string((suspended ? cycle.expires : cycle.suspends) - as_of) + " d";
}

/// `90/100`, `2/3 courses`, or both.
std::string progress(const CredentialView& one) {
  std::string text;
  if (one.shows_units()) {
    text = to_string(one.credential.counted) + '/' + to_string(*one.type.units);
  }
  if (one.shows_courses()) {
    std::size_t completed = 0;
    for (const bool course : one.credential.courses) completed += course ? 1 : 0;
    if (!text.empty()) text += ", ";
    text += std::to_string(completed) + '/' + std::to_string(one.credential.courses.size()) +
            " courses";
  }
  return text;
}

std::string renewed(const CredentialView& one) {
  const Cycle* const renewal = one.last_renewal();
  if (renewal == nullptr) return {};
  const bool anew = renewal->began_by == Began::earned_anew;
  return to_string(renewal->start) + ' ' + std::string{anew ? "anew" : name_of(renewal->began_by)};
}

constexpr std::string_view doubtful_footnote =
    "! an activity was entered after the expiration: the portal may not take it";

}  // namespace

void render_status_table(std::string& out, const Answer& answer, const Paper& paper) {
  render_heading(out, answer, paper.colored);
  if (answer.log.certifications.empty()) {
    out += "no certifications\n";
    return;
  }
  Table table{{{"CODE"},
               {"STATUS"},
               {"SUSPENDS"},
               {"EXPIRES"},
               {"LEFT", Table::Align::right},
               {"UNITS", Table::Align::right},
               {"RENEWED"}}};
  const std::vector<bool> doubtful = certrenew::doubtful(answer);
  bool any_doubtful = false;
  for (const std::uint32_t i : answer.shown) {
    const CredentialView one = view(answer, i);
    const Style style = style_of(one.credential.status);
    const std::string mark = doubtful[i] ? "!" : "";
    any_doubtful = any_doubtful || doubtful[i];
    const std::string name = fitted(one.certification.name.value_or(""), widest_line);
    table.add({{fitted(one.certification.code, widest_code)},
               {std::string{name_of(one.credential.status)} + mark, style},
               {to_string(one.cycle().suspends)},
               {to_string(one.cycle().expires)},
               {left(one, answer.renewals.as_of)},
               {progress(one)},
               {renewed(one)}},
              name.empty() ? std::vector<std::string>{} : std::vector{name});
  }
  table.render(out, paper.colored);
  if (any_doubtful) (out += doubtful_footnote) += '\n';
}

void render_status_markdown(std::string& out, const Answer& answer) {
  render_heading_markdown(out, answer);
  if (answer.log.certifications.empty()) {
    out += "no certifications\n";
    return;
  }
  out +=
      "| Code | Name | Status | Suspends | Expires | Left | Units | Renewed |\n"
      "| --- | --- | --- | --- | --- | ---: | ---: | --- |\n";
  const std::vector<bool> doubtful = certrenew::doubtful(answer);
  bool any_doubtful = false;
  for (const std::uint32_t i : answer.shown) {
    const CredentialView one = view(answer, i);
    any_doubtful = any_doubtful || doubtful[i];
    out += "| " + plain_markdown(one.certification.code) + " | " +
           plain_markdown(one.certification.name.value_or("")) + " | " +
           std::string{name_of(one.credential.status)} + (doubtful[i] ? "\\!" : "") + " | " +
           to_string(one.cycle().suspends) + " | " + to_string(one.cycle().expires) + " | " +
           left(one, answer.renewals.as_of) + " | " + progress(one) + " | " + renewed(one) + " |\n";
  }
  if (any_doubtful) out += "\n" + plain_markdown(doubtful_footnote) + "\n";
}

void render_notices(std::string& out, const Answer& answer) {
  for (const Notice& notice : answer.notices) {
    std::string text = source_of(answer) + ": " +
                       place_of(answer, notice.credential, notice.activity) + ": " +
                       std::string{name_of(notice.code)} + ": ";
    append_message(text, answer.log, answer.policy, answer.renewals, notice);
    text::append_visible(out, text);
    out += '\n';
  }
}

}  // namespace certrenew
