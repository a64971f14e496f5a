#include "render/explain.hpp"

#include <algorithm>
#include <array>

#include "render/csv.hpp"
#include "render/status.hpp"

namespace certrenew {

namespace {

struct Mark {
  Outcome outcome;
  char mark;
  Style style;
};

/// In the order of the legend.
constexpr std::array<Mark, 16> marks{{
    {Outcome::counted, '+', Style::green},
    {Outcome::used, '*', Style::green},
    {Outcome::renewed, 'R', Style::green},
    {Outcome::earned, 'E', Style::green},
    {Outcome::earned_anew, 'A', Style::green},
    {Outcome::planned, '>', Style::cyan},
    {Outcome::over_limit, 'o', Style::yellow},
    {Outcome::stale, 's', Style::yellow},
    {Outcome::superseded, '-', Style::yellow},
    {Outcome::lapsed, 'x', Style::red},
    {Outcome::after_expiration, '#', Style::red},
    {Outcome::before_cycle, '<', Style::dim},
    {Outcome::too_early, 't', Style::red},
    {Outcome::failed, 'f', Style::red},
    {Outcome::not_required, 'n', Style::dim},
    {Outcome::other_certification, '.', Style::dim},
}};

const Mark& find(Outcome outcome) noexcept {
  return *std::find_if(marks.begin(), marks.end(),
                       [&](const Mark& one) { return one.outcome == outcome; });
}

const Verdict& verdict_of(const Answer& answer, std::uint32_t credential, std::uint32_t activity) {
  return answer.renewals.credentials[credential].verdicts[activity];
}

/// The day of the renewal that an activity is part of, or made.
std::optional<Date> renewal_day(const Answer& answer, std::uint32_t credential,
                                std::uint32_t activity) {
  const Verdict& became = verdict_of(answer, credential, activity);
  const bool renewal = became.outcome == Outcome::used || became.outcome == Outcome::renewed;
  if (became.outcome == Outcome::earned_anew) return answer.log.activities[activity].date;
  if (!renewal) return std::nullopt;
  return answer.renewals.credentials[credential].cycles[became.cycle].closed;
}

std::optional<Units> units_of(const Activity& activity) {
  return activity.exam ? std::nullopt : std::optional{activity.units};
}

void write_cycles(JsonWriter& json, const Credential& credential) {
  json.key("cycles").begin_list();
  for (const Cycle& cycle : credential.cycles) {
    json.begin_object()
        .member("start", cycle.start)
        .member("began_by", name_of(cycle.began_by))
        .member("suspends", cycle.suspends)
        .member("expires", cycle.expires)
        .member("closed", cycle.closed)
        .key("closed_by");
    cycle.closed_by ? json.value(name_of(*cycle.closed_by)) : json.null();
    json.end_object();
  }
  json.end_list();
}

void write_activities(JsonWriter& json, const Answer& answer, std::uint32_t credential) {
  json.key("activities").begin_list();
  for (const std::uint32_t index : answer.renewals.order) {
    const Activity& activity = answer.log.activities[index];
    json.begin_object()
        .member("activity", std::int64_t{index})
        .member("date", activity.date)
        .member("type", type_of(answer, activity))
        .member("title", activity.title)
        .member("units", units_of(activity))
        .member("what_if", activity.what_if)
        .member("outcome", name_of(verdict_of(answer, credential, index).outcome))
        .member("renewal", renewal_day(answer, credential, index))
        .member("reason", sentence_for(answer, credential, index))
        .end_object();
  }
  json.end_list();
}

std::string heading_of(const Answer& answer, std::uint32_t credential, std::size_t cycle) {
  const CredentialView one = view(answer, credential);
  const Cycle& term = one.credential.cycles[cycle];
  std::string text = "Cycle " + std::to_string(cycle + 1) + ", " + how_it_began(term) +
                     "; suspends " + to_string(term.suspends) + ", expires " +
                     to_string(term.expires) + "; ";
  if (term.closed) return text + how_it_closed(term);
  text += "open";
  if (one.shows_units()) {
    text += ", " + to_string(one.credential.counted) + " of " + to_string(*one.type.units) +
            " units on " + to_string(answer.renewals.as_of);
  }
  return text;
}

}  // namespace

std::vector<Section> sections_of(const Answer& answer, std::uint32_t credential) {
  const Credential& one = answer.renewals.credentials[credential];
  std::vector<Section> sections;
  for (std::size_t i = 0; i < one.cycles.size(); ++i) {
    sections.push_back({heading_of(answer, credential, i), {}});
  }
  Section beside{"In no cycle", {}};
  for (const std::uint32_t activity : answer.renewals.order) {
    const std::uint32_t cycle = one.verdicts[activity].cycle;
    (cycle == Verdict::none ? beside : sections[cycle]).activities.push_back(activity);
  }
  if (!beside.activities.empty()) sections.push_back(std::move(beside));
  return sections;
}

std::string_view words_for_none(const Answer& answer) {
  return answer.log.certifications.empty() ? "no certifications\n"
                                           : "none of the certifications asked for\n";
}

std::string standing_of(const CredentialView& one) {
  const Cycle& cycle = one.cycle();
  std::string words{name_of(one.credential.status)};
  if (one.expired()) return words + " on " + to_string(cycle.expires);
  words += one.credential.status == Status::suspended ? " since " : "; suspends ";
  return words + to_string(cycle.suspends) + ", expires " + to_string(cycle.expires);
}

std::string total_after(const Answer& answer, std::uint32_t credential, std::uint32_t activity) {
  const auto total =
      running_total(answer.log, answer.policy, answer.renewals, credential, activity);
  if (!total) return {};
  return to_string(*total) + '/' + to_string(*view(answer, credential).type.units);
}

std::string sentence_for(const Answer& answer, std::uint32_t credential, std::uint32_t activity) {
  std::string text = reason(answer.log, answer.policy, answer.renewals, credential, activity);
  const auto total =
      running_total(answer.log, answer.policy, answer.renewals, credential, activity);
  if (total) {
    const Units required = *view(answer, credential).type.units;
    text += "; " + to_string(*total) + " of " + to_string(required) + " units on " +
            to_string(answer.log.activities[activity].date);
  }
  return text;
}

char mark_of(Outcome outcome) noexcept { return find(outcome).mark; }

Style style_of(Outcome outcome) noexcept { return find(outcome).style; }

std::vector<std::string> legend_of(const Answer& answer) {
  std::vector<std::string> legend;
  for (const Mark& one : marks) {
    const bool occurs =
        std::any_of(answer.shown.begin(), answer.shown.end(), [&](std::uint32_t credential) {
          const auto& verdicts = answer.renewals.credentials[credential].verdicts;
          return std::any_of(verdicts.begin(), verdicts.end(),
                             [&](const Verdict& became) { return became.outcome == one.outcome; });
        });
    if (occurs) legend.push_back(one.mark + (' ' + std::string{name_of(one.outcome)}));
  }
  return legend;
}

void render_explain_json(std::string& out, const Answer& answer, JsonWriter::Layout layout) {
  JsonDocument json{out, layout};
  write_status(json, answer, [&](JsonWriter& members, std::uint32_t credential) {
    write_cycles(members, answer.renewals.credentials[credential]);
    write_activities(members, answer, credential);
  });
}

std::string_view explain_csv_header() noexcept {
  return "source,line,candidate_id,candidate_name,code,activity,date,type,title,units,what_if,"
         "outcome,renewal,reason\r\n";
}

void render_explain_csv(std::string& out, const Answer& answer) {
  const Candidate candidate = answer.log.candidate.value_or(Candidate{});
  for (const std::uint32_t credential : answer.shown) {
    for (const std::uint32_t index : answer.renewals.order) {
      const Activity& activity = answer.log.activities[index];
      CsvRow{out}
          .foreign(answer.source)
          .own(answer.line)
          .foreign(candidate.id)
          .foreign(candidate.name)
          .foreign(answer.log.certifications[credential].code)
          .own(std::int64_t{index})
          .own(activity.date)
          .foreign(type_of(answer, activity))
          .foreign(activity.title)
          .own(units_of(activity))
          .own(activity.what_if ? "true" : "false")
          .own(name_of(verdict_of(answer, credential, index).outcome))
          .own(renewal_day(answer, credential, index))
          .foreign(sentence_for(answer, credential, index))
          .end();
    }
  }
}

}  // namespace certrenew
