// A log, taken from the tape of its JSON.

#include "read/log_builder.hpp"

#include <algorithm>
#include <utility>

#include "core/limits.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

constexpr Keys log_keys{"candidate", "certifications", "activities", "notes", "$schema"};

}  // namespace

std::span<const std::string_view> LogBuilder::lists() {
  return std::span{log_keys.names}.subspan(log_keys["certifications"], 2);
}

LogBuilder::LogBuilder(const Policies& policies, NamesOfPolicies& names,
                       std::vector<Index<Policy>>& in_force, const JsonTape& tape, Log log)
    : policies_{policies}, names_{names}, in_force_{in_force}, tape_{tape}, log_{std::move(log)} {
  constexpr std::size_t usual_activities = 16;
  constexpr std::size_t usual_certifications = 4;
  log_.activities.reserve(usual_activities);
  log_.certifications.reserve(usual_certifications);
  codes_.reserve(usual_certifications);
}

void LogBuilder::read_element(const JsonElement& element) {
  const Path document;
  const Path list_path{document, lists()[element.list]};
  const Path path{list_path, element.number};
  if (!reporter_.expect_object(element.at, path)) return;
  if (element.list == 0) {
    read_certification(element.at, path, element.number);
    if (!reporter_.is_clean()) log_.certifications.pop_back();
  } else {
    read_activity(element.at, path, element.number);
    if (!reporter_.is_clean()) log_.activities.pop_back();
  }
}

void LogBuilder::read_text(Fields& fields, std::size_t key, std::optional<std::string_view>& to) {
  const std::optional<std::string_view> text = fields.text(key);
  if (text) to = fields.is_decoded(key) ? log_.keep(*text) : *text;
}

void LogBuilder::read_code(Fields& fields, std::size_t key, std::optional<std::string_view>& to) {
  std::optional<std::string_view> code;
  read_text(fields, key, code);
  if (!code) return;
  if (code->empty()) return fields.report(key, "a code must not be empty");
  if (!is_trimmed(*code)) {
    return fields.report(key,
                         text::quoted(*code) + ": a code neither begins nor ends with a blank");
  }
  to = code;
}

std::string LogBuilder::advice(std::string_view name, std::span<const std::string_view> known) {
  constexpr std::size_t most_compared = 100'000;
  compared_ += known.size();
  return compared_ > most_compared ? std::string{} : text::advice(name, known);
}

// ---- The document ------------------------------------------------------------------------------

std::variant<Log, Errors> LogBuilder::finish() {
  const Path document;
  if (reporter_.expect_object(0, document)) read_document(document);
  if (auto errors = reporter_.finish()) return std::move(*errors);
  log_.text = tape_.document();
  return std::move(log_);
}

void LogBuilder::read_document(const Path& path) {
  constexpr const auto& key = log_keys;
  Fields fields{reporter_, 0, key.names, path};
  fields.require({key["certifications"]});
  if (const auto candidate = fields.object(key["candidate"])) {
    read_candidate(*candidate, fields.path(key["candidate"]));
  }
  fields.list(key["certifications"]);
  fields.list(key["activities"]);
  fields.ignore_text(key["notes"]);
  fields.ignore_text(key["$schema"]);
  const Names codes = check_codes();
  if (!fields.is_complete()) return;
  resolve_exams(codes);
  if (reporter_.is_clean()) check_aliases();
  if (reporter_.is_clean()) resolve_ambiguous();
  if (const auto why = too_large(log_, policies_)) fields.report(*why);
}

void LogBuilder::read_candidate(JsonIndex object, const Path& path) {
  static constexpr Keys key{"id", "name"};
  Fields fields{reporter_, object, key.names, path};
  Candidate& candidate = log_.candidate.emplace();
  read_text(fields, key["id"], candidate.id);
  read_text(fields, key["name"], candidate.name);
}

void LogBuilder::report_code(const Code& code, std::string message) {
  const Path document;
  const Path list{document, lists()[code.of_exam ? 1 : 0]};
  const Path element{list, code.number};
  reporter_.report(code.place, {element, code.of_exam ? "certification" : "code"},
                   std::move(message));
}

/// Returns the codes in order; reports those that are listed twice.
Names LogBuilder::check_codes() {
  std::vector<std::string_view> texts;
  texts.reserve(codes_.size());
  for (const Code& code : codes_) texts.push_back(code.text);
  Names names{std::move(texts)};
  for (const std::uint32_t repeated : names.repeated()) {
    const Code& code = codes_[repeated];
    report_code(code, text::quoted(code.text) + " is listed twice");
    all_codes_known_ = false;  // a code is wrong, and we cannot know what it should be
  }
  return names;
}

void LogBuilder::resolve_exams(const Names& codes) {
  const std::vector<Listed> listed =
      exams_.empty() ? std::vector<Listed>{} : listed_certifications();
  for (const Code& exam : exams_) {
    auto found = codes.find(exam.text);
    if (!found) found = find_alias(exam.text, listed);
    if (found) {
      if (reporter_.is_clean()) {
        std::get<Exam>(log_.activities[exam.number].what).certification = {{*found}};
      }
    } else if (const std::string usual = usual_spelling(exam.text);
               codes.find(usual) || find_alias(usual, listed)) {
      report_code(exam, text::quoted(exam.text) + ": write " + text::quoted(usual));
    } else if (all_codes_known_) {
      report_code(exam, "the log lists no certification " + text::quoted(exam.text) +
                            advice(exam.text, codes.all()));
    }
  }
}

std::optional<Index<Policy>> LogBuilder::find_named(std::string_view programme) {
  const auto found = policies_.find(programme);
  if (!found || found->at < policies_.in_force()) return found;
  if (std::find(in_force_.begin(), in_force_.end(), *found) == in_force_.end()) {
    in_force_.push_back(*found);
    names_programme_late_ |= has_assigned_;
  }
  return found;
}

Log LogBuilder::give_up() {
  log_.certifications.clear();
  log_.activities.clear();
  return std::move(log_);
}

}  // namespace certrenew
