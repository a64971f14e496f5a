#include "read/import/import.hpp"

#include <algorithm>
#include <optional>

#include "certrenew/read.hpp"
#include "read/import/json_node.hpp"
#include "read/import/sources.hpp"
#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace certrenew::imports {

namespace {

bool looks_like_json(std::string_view text) {
  text = text::without_mark(text);
  text.remove_prefix(std::min(text.find_first_not_of(text::blanks), text.size()));
  return text.starts_with('{') || text.starts_with('[');
}

bool is_open_badge(JsonNode node) {
  return node.find("credentialSubject") || (node.find("badge") && node.find("issuedOn"));
}

/// Tells the kind of a JSON file by its content.
std::optional<Source> source_of(JsonNode document) {
  if (document.find("certificationData") || document.find("appliedSkillsData") ||
      document.find("modulesCompleted")) {
    return Source::microsoft_learn;
  }
  if (document.find("data")) return Source::credly;
  const auto elements = document.elements();
  if (elements.empty()) return std::nullopt;
  if (is_open_badge(elements.front())) return Source::open_badges;
  if (elements.front().find("badge_template")) return Source::credly;
  return std::nullopt;
}

void read_as(Source source, Import& import, JsonNode document) {
  switch (source) {
    case Source::credly: return read_credly(import, document);
    case Source::open_badges: return read_open_badges(import, document);
    case Source::microsoft_learn: return read_microsoft_learn(import, document);
    case Source::csv: return;
  }
}

void read_json(Import& import, std::string_view text, std::size_t file) {
  JsonTape tape;
  tape.parse(text);
  if (const auto& stop = tape.stop()) {
    return import.problems.report({file, stop->offset}, stop->message);
  }
  const JsonNode::Document document{.tape = tape, .problems = import.problems, .file = file};
  const JsonNode node{document};
  const auto source = import.options.source ? import.options.source : source_of(node);
  if (source) return read_as(*source, import, node);
  node.report(node.find("certifications")
                  ? "this is a log already; import takes other files"
                  : "this is neither Credly's badges.json, nor Open Badges, nor a transcript of "
                    "Microsoft Learn; say what it is with --from");
}

void read_file(Import& import, const File& file, std::size_t number) {
  const bool is_table =
      import.options.source ? *import.options.source == Source::csv : !looks_like_json(file.text);
  bool lists_activities = false;
  if (file.text.size() > most_document_bytes) {
    import.problems.report({number, 0}, "larger than 64 MiB");
  } else if (is_table) {
    lists_activities = read_table(import, file.text, number);
  } else {
    read_json(import, file.text, number);
  }
  if (!lists_activities && import.problems.has_errors(number)) {
    import.problems.miss_certifications();
  }
}

}  // namespace

std::vector<DraftLog> import_files(std::span<const File> files, const Options& options,
                                   const Policies& policies, Problems& problems) {
  Vocabulary vocabulary{policies, options.map};
  std::vector<Record> records;
  Import import{
      .options = options, .vocabulary = vocabulary, .problems = problems, .records = records};
  for (std::size_t i = 0; i < files.size(); ++i) read_file(import, files[i], i);
  for (const std::string_view name : vocabulary.unused()) {
    problems.remark("--map: nothing is called " + text::quoted(name));
  }
  auto logs = join(std::move(records), problems);
  if (logs.empty()) logs.emplace_back();
  return logs;
}

}  // namespace certrenew::imports
