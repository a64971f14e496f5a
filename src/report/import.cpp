#include "report/import.hpp"

#include <utility>
#include <variant>
#include <vector>

#include "print/sink.hpp"

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
    json.open_list(key);
    for (const std::string& one : *texts) json.text({}, one);
    return json.close_list();
  }
  if (const auto* const text = std::get_if<std::string>(&value)) json.text(key, *text);
  if (const auto* const day = std::get_if<std::optional<Date>>(&value)) json.member(key, *day);
  if (const auto* const units = std::get_if<Units>(&value)) json.units(key, *units);
  if (const auto* const truth = std::get_if<bool>(&value)) json.boolean(key, *truth);
}

void write_item(print::JsonEvents& json, const imports::DraftItem& item) {
  json.open_object();
  for (const imports::DraftMember& one : item.members) write_member(json, one.key, one.value);
  json.close_object();
}

}  // namespace

std::string json_of(const imports::DraftLog& log, LogLayout layout) {
  print::Sink sink;
  print::JsonWriter writer{sink, layout};
  print::JsonEvents& json = writer;
  json.open_object();
  write_holder(json, log.holder);
  if (!log.notes.empty()) json.member("notes", log.notes);
  json.open_list("certifications");
  for (const auto& one : log.certifications) write_item(json, one);
  json.close_list();
  json.open_list("activities");
  for (const auto& one : log.activities) write_item(json, one);
  json.close_list();
  json.close_object();
  return std::move(sink.text);
}

std::string json_of(const imports::DraftItem& item) {
  print::Sink sink;
  print::JsonWriter json{sink, print::JsonWriter::Layout::one_line};
  write_item(json, item);
  sink.text.pop_back();  // the line end
  return std::move(sink.text);
}

}  // namespace certrenew::report
