// Transcripts of Microsoft Learn.

#include <charconv>
#include <utility>

#include "read/import/badges.hpp"
#include "read/import/sources.hpp"
#include "text/utf8.hpp"

namespace certrenew::imports {

namespace {

constexpr std::string_view microsoft = "microsoft";

/// The names of one thing in lists of certifications and of applied skills.
struct TranscriptKeys {
  std::string_view name;
  std::string_view number;
  std::string_view earned;
};
constexpr TranscriptKeys certification{
    .name = "name", .number = "certificationNumber", .earned = "dateEarned"};
constexpr TranscriptKeys applied_skill{
    .name = "title", .number = "credentialId", .earned = "awardedOn"};

/// The certification of that name, where a policy of Microsoft's is in force.
std::optional<KnownCode> known(const Vocabulary& vocabulary, std::string_view name) {
  constexpr std::string_view prefix = "Microsoft Certified: ";
  if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
  return vocabulary.named(microsoft, name);
}

/// Reads a certification or an applied skill.
void read_credential_of(Import& import, const Holder& holder, JsonNode node,
                        const TranscriptKeys& keys) {
  const auto name = node.find(keys.name);
  if (!name || !name->is_text()) return node.report("this has no " + text::quoted(keys.name));
  constexpr std::string_view last_good_day = "expiration";
  Badge badge = begin_badge(import, node, {.issued = keys.earned, .expires = last_good_day});
  if (badge.expires) {
    const Date last = *badge.expires;
    badge.expires = day_after(last);
    if (!badge.expires) {
      node.find(last_good_day)->report("there is no day after " + to_string(last));
    }
  }
  badge.name = trimmed(name->text());
  badge.issuer = "Microsoft";
  badge.source = "Microsoft Learn";
  badge.known = known(import.vocabulary, badge.name);
  const std::string number = node.text_of(keys.number);
  if (!number.empty()) badge.notes = "Number " + number + ".";
  add_badge(import, *name, std::move(badge), holder);
}

/// `AZ-900 Azure Fundamentals, 2020-10-22`.
std::string exam_of(JsonNode node) {
  std::string exam = node.text_of("examNumber");
  const std::string title = node.first_text_of({"examTitle", "title"});
  if (!exam.empty() && !title.empty()) exam += ' ';
  exam += title;
  const std::string taken = node.first_text_of({"examDateTaken", "dateTaken"});
  const auto day = day_of_timestamp(taken);
  if (!taken.empty()) exam += ", " + (day ? to_string(*day) : taken);
  return exam;
}

void read_exams(Import& import, JsonNode data, const Holder& holder) {
  std::string exams;
  const auto list = data.list("passedExams");
  for (const JsonNode node : list) {
    const std::string exam = exam_of(node);
    if (!exam.empty()) (exams += exams.empty() ? "" : "; ") += exam;
  }
  if (exams.empty()) return;
  import.records.push_back(
      {.holder = holder, .item = "Passed exams: " + exams + ".", .place = list.front().place()});
}

/// How many modules the transcript lists, or else says that there are.
std::size_t count_modules(JsonNode document) {
  const auto modules = document.find("modulesCompleted");
  if (modules && modules->is_list()) return modules->elements().size();
  const auto total = document.find("totalModulesCompleted");
  std::size_t count = 0;
  if (total && total->kind() == JsonKind::number) {
    const std::string_view digits = total->text();
    std::from_chars(digits.data(), digits.data() + digits.size(), count);
  }
  return count;
}

}  // namespace

void read_microsoft_learn(Import& import, JsonNode document) {
  if (!document.is_object()) return document.report("a transcript must be an object");
  const auto data = document.find("certificationData");
  Holder holder;
  if (data) holder.name = data->text_of("legalName");
  if (holder.name.empty()) holder.name = document.first_text_of({"userName", "displayName"});
  const auto read_list = [&](const std::optional<JsonNode>& part, std::string_view list,
                             const TranscriptKeys& keys) {
    if (!part) return;
    for (const JsonNode node : part->list(list)) read_credential_of(import, holder, node, keys);
  };
  read_list(data, "activeCertifications", certification);
  read_list(data, "historicalCertifications", certification);
  read_list(document.find("appliedSkillsData"), "appliedSkillsCredentials", applied_skill);
  read_exams(import, data.value_or(document), holder);
  remark_left_out(document, count_modules(document), "module",
                  "(modules do not renew certifications)");
}

}  // namespace certrenew::imports
