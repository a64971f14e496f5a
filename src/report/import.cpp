#include "report/import.hpp"

#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "print/sink.hpp"
#include "report/report.hpp"

namespace certrenew::report {

namespace {

void write_holder(print::JsonEvents& json, const imports::Holder& holder) {
  if (holder.is_unknown()) return;
  json.open_object("candidate");
  if (!holder.id.empty()) json.member("id", holder.id);
  if (!holder.name.empty()) json.member("name", holder.name);
  json.close_object();
}

/// Writes a member; one called `expect.suspends` stands in an object of its own.
void write_member(print::JsonEvents& json, std::string_view key, const imports::DraftValue& value) {
  const std::size_t dot = key.find('.');
  if (dot != std::string_view::npos) {
    json.open_object(key.substr(0, dot));
    write_member(json, key.substr(dot + 1), value);
    return json.close_object();
  }
  if (const auto* const texts = std::get_if<std::vector<std::string>>(&value)) {
    return write_texts(json, key, *texts);
  }
  std::visit(
      [&](const auto& scalar) {
        if constexpr (!std::is_same_v<decltype(scalar), const std::vector<std::string>&>) {
          json.member(key, scalar);
        }
      },
      value);
}

void write_members(print::JsonEvents& json, const imports::DraftItem& item) {
  for (const imports::DraftMember& one : item.members) write_member(json, one.key, one.value);
}

}  // namespace

std::string json_of(const imports::DraftLog& log, LogLayout layout) {
  print::Sink sink;
  print::JsonWriter writer{sink, layout};
  print::JsonEvents& json = writer;
  json.open_object();
  write_holder(json, log.holder);
  if (!log.notes.empty()) json.member("notes", log.notes);
  const auto write = [&](const imports::DraftItem& one) { write_members(json, one); };
  write_list(json, "certifications", log.certifications, write);
  write_list(json, "activities", log.activities, write);
  json.close_object();
  return std::move(sink.text);
}

std::string json_of(const imports::DraftItem& item) {
  print::Sink sink;
  print::JsonWriter writer{sink, LogLayout::one_line};
  print::JsonEvents& json = writer;
  json.open_object();
  write_members(json, item);
  json.close_object();
  sink.text.pop_back();  // the line end
  return std::move(sink.text);
}

}  // namespace certrenew::report
