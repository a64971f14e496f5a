#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "report/reports.hpp"
#include "text/utf8.hpp"

namespace certrenew::report {

namespace {

/// Where an error stands in the file, if the log was a line of it.
Position position_in_file(const Origin& origin, const Error& error) {
  if (error.position.line == 0) return error.position;
  const auto lines_before = static_cast<std::uint32_t>(origin.line.value_or(1) - 1);
  return {.line = lines_before + error.position.line, .column = error.position.column};
}

}  // namespace

void append_error(std::string& out, const Origin& origin, const Error& error) {
  text::append_visible(out, origin.name);
  const Position position = position_in_file(origin, error);
  if (position.line > 0) {
    out += ':' + std::to_string(position.line) + ':' + std::to_string(position.column);
  } else if (origin.line) {
    out += ':' + std::to_string(*origin.line);
  }
  out += ": error: ";
  if (!error.path.empty()) (out += error.path) += ": ";
  (out += error.message) += '\n';
}

void append_errors(std::string& out, const Origin& origin, const Errors& errors) {
  for (const Error& error : errors.listed) append_error(out, origin, error);
  if (errors.more == 0) return;
  text::append_visible(out, name_of(origin));
  out += ": and " + std::to_string(errors.more) + " more errors\n";
}

void ErrorsReport::write(print::Document& document) const {
  for (const Error& error : errors_.listed) {
    document.remark({.source = origin_.name,
                     .origin = name_of(origin_),
                     .position = position_in_file(origin_, error),
                     .subject = error.path,
                     .kind = "invalid",
                     .message = error.message,
                     .style = print::Style::red,
                     .is_error = true});
  }
}

void ErrorsReport::write(print::JsonEvents& json) const {
  constexpr std::size_t most = 20;
  const std::size_t shown = std::min(most, errors_.listed.size());
  json.open_object();
  write_source(json, origin_);
  write_list(json, "errors", std::span{errors_.listed}.first(shown), [&](const Error& error) {
    json.member("column", error.position.column);
    json.text("path", error.path);
    json.text("message", error.message);
  });
  json.member("more_errors", errors_.more + errors_.listed.size() - shown);
  json.close_object();
}

}  // namespace certrenew::report
