#include "read/log_reader.hpp"

#include <string>
#include <utility>
#include <vector>

#include "certrenew/read.hpp"
#include "read/log_builder.hpp"
#include "read/other_document.hpp"

namespace certrenew {

namespace {

template <class Type>
Names names_of(const std::vector<Type>& all, std::string Type::*name) {
  std::vector<std::string_view> names;
  names.reserve(all.size());
  for (const Type& one : all) names.push_back(one.*name);
  return Names{std::move(names)};
}

/// Each code, and its aliases after it.
Names codes_of(const Policy& policy) {
  std::vector<std::string_view> codes;
  for (const ListedCertification& one : policy.certifications) {
    codes.emplace_back(one.code);
    codes.insert(codes.end(), one.aliases.begin(), one.aliases.end());
  }
  return Names{std::move(codes)};
}

/// Returns the log, or its errors. They are one where the document is something else than a log.
std::variant<Log, Errors> finish(LogBuilder& builder, std::string_view text) {
  auto read = builder.finish();
  if (std::holds_alternative<Log>(read)) return read;
  const std::string_view kind = importable_kind(text);
  if (kind.empty()) return read;
  return Errors{
      .listed = {{.position = {1, 1},
                  .path = {},
                  .message = "this looks like " + std::string{kind} +
                             ", not a log; to make a log from it, run certrenew import FILE"}}};
}

}  // namespace

PolicyNames::PolicyNames(const Policy& policy)
    : certification_types{names_of(policy.certification_types, &CertificationType::name)},
      activity_types{names_of(policy.activity_types, &ActivityType::name)},
      courses{names_of(policy.courses, &Course::identifier)},
      codes{codes_of(policy)} {
  for (std::uint32_t i = 0; i < policy.certifications.size(); ++i) {
    listed.insert(listed.end(), 1 + policy.certifications[i].aliases.size(), {i});
  }
}

LogReader::LogReader(const Policies& policies) : policies_{policies}, names_{policies} {}

std::variant<Log, Errors> LogReader::read(std::string_view text, std::int64_t first_line) {
  tape_.number_lines_from(first_line);
  return read(text, Log{});
}

std::variant<Log, Errors> LogReader::read_copy(std::string_view text) {
  Log log;
  const bool is_readable = text.size() <= most_document_bytes;
  const std::string_view copy = is_readable ? log.keep(text) : text;
  return read(copy, std::move(log));
}

std::variant<Log, Errors> LogReader::read(std::string_view text, Log log) {
  in_force_.clear();
  for (std::uint32_t i = 0; i < policies_.in_force(); ++i) in_force_.push_back({i});
  while (true) {
    LogBuilder builder{policies_, names_, in_force_, tape_, std::move(log)};
    tape_.parse(text, LogBuilder::lists(), &builder);
    if (!builder.names_programme_late()) return finish(builder, text);
    log = builder.give_up();
  }
}

std::variant<Log, Errors> read_log(std::string_view text, const Policies& policies) {
  return LogReader{policies}.read_copy(text);
}

}  // namespace certrenew
