#include <algorithm>

#include "render/heading.hpp"
#include "render/timeline_model.hpp"

namespace certrenew::timeline {

std::string_view name_of(Kind kind) noexcept {
  switch (kind) {
    case Kind::units: return "CE units";
    case Kind::exams: return "exams";
    case Kind::planned: return "planned";
    case Kind::what_if: return "what if";
  }
  return {};
}

std::string_view word_for(Began how) noexcept {
  return how == Began::earned_anew ? "earned anew" : certrenew::name_of(how);
}

namespace {

constexpr std::array<Began, 6> beginnings{Began::earned, Began::given,   Began::units,
                                          Began::exam,   Began::courses, Began::earned_anew};

std::string in_full(Began how) {
  const bool renewal = how == Began::units || how == Began::exam || how == Began::courses;
  return (renewal ? "renewed by " : "") + std::string{word_for(how)};
}

bool has_bar(const Model& model, bool grace) {
  return std::any_of(model.rows.begin(), model.rows.end(), [&](const Row& row) {
    return std::any_of(row.bars.begin(), row.bars.end(),
                       [&](const Bar& bar) { return bar.grace == grace; });
  });
}

bool has_mark(const Model& model, Began how) {
  return std::any_of(model.rows.begin(), model.rows.end(), [&](const Row& row) {
    return std::any_of(row.marks.begin(), row.marks.end(),
                       [&](const Mark& mark) { return mark.how == how; });
  });
}

std::string_view one_of(Kind kind) {
  switch (kind) {
    case Kind::units: return "activity";
    case Kind::exams: return "exam passed";
    case Kind::planned: return "planned";
    case Kind::what_if: return "what if";
  }
  return {};
}

std::string describe(const Answer& answer, const Row& row) {
  const CredentialView one = view(answer, row.credential);
  std::string words = fitted(one.certification.code, widest_code) + ": ";
  words += certrenew::name_of(one.credential.status);
  constexpr std::size_t most = 8;
  const std::size_t earlier = row.captions.size() - std::min(row.captions.size(), most);
  if (earlier > 0) words += "; " + std::to_string(earlier) + " earlier dates";
  for (std::size_t i = earlier; i < row.captions.size(); ++i) words += "; " + row.captions[i].words;
  return words;
}

}  // namespace

std::vector<Sign> legend_of(const Answer& answer, const Model& model) {
  using Of = Sign::Of;
  std::vector<Sign> signs;
  const auto add = [&](Of of, std::string words, Began how = {}, Kind kind = {}) {
    signs.push_back({of, how, kind, std::move(words)});
  };
  if (has_bar(model, false)) add(Of::active, "active");
  if (has_bar(model, true)) add(Of::grace, "suspended");
  for (const Began how : beginnings) {
    if (has_mark(model, how)) add(Of::mark, in_full(how), how);
  }
  for (const Track& track : model.tracks) {
    const auto passed = [&](std::uint32_t index) { return answer.log.activities[index].passed; };
    const bool exams = track.kind == Kind::exams;
    const auto& all = track.activities;
    if (!exams || std::any_of(all.begin(), all.end(), passed)) {
      add(Of::tick, std::string{one_of(track.kind)}, {}, track.kind);
    }
    if (exams && !std::all_of(all.begin(), all.end(), passed)) add(Of::failed, "exam not passed");
  }
  return signs;
}

std::string describe(const Answer& answer, std::uint32_t activity) {
  const Activity& one = answer.log.activities[activity];
  std::string words = fitted(type_of(answer, one), widest_code);
  if (one.exam && one.certification) {
    words += " of ";
    words += fitted(answer.log.certifications[*one.certification].code, widest_code);
  }
  words += ' ' + to_string(one.date);
  if (one.exam) {
    if (!one.passed) words += ", not passed";
  } else {
    words += ", " + to_string(one.units) + " units";
  }
  if (one.title) words += ", \"" + fitted(*one.title, widest_line) + '"';
  return words;
}

std::string describe(const Answer& answer, const std::vector<std::uint32_t>& activities) {
  constexpr std::size_t most = 10;
  std::string words;
  for (std::size_t i = 0; i < std::min(activities.size(), most); ++i) {
    words += (i == 0 ? "" : "; ") + describe(answer, activities[i]);
  }
  if (activities.size() > most) {
    words += "; and " + std::to_string(activities.size() - most) + " more";
  }
  return words;
}

std::string left_out_words(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " date is" : " dates are") +
         " not written, for want of room: --from and --to show less at a time";
}

std::string title_of(const Answer& answer) {
  const std::string who = holder_of(answer);
  return "Certification timeline" + (who.empty() ? "" : " of " + who) + ", as of " +
         to_string(answer.renewals.as_of);
}

std::string describe(const Answer& answer, const Model& model) {
  std::string words =
      "From " + to_string(model.axis.first) + " to " + to_string(model.axis.last) + '.';
  for (const Row& row : model.rows) words += ' ' + describe(answer, row) + '.';
  for (const Track& track : model.tracks) {
    words += ' ' + std::string{name_of(track.kind)} + ": " +
             std::to_string(track.activities.size()) + '.';
  }
  return words;
}

}  // namespace certrenew::timeline
