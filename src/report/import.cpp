#include "report/import.hpp"

#include <utility>
#include <vector>

#include "print/json.hpp"
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

void write_notes(print::JsonEvents& json, const std::vector<std::string>& sentences) {
  if (sentences.empty()) return;
  std::string notes;
  for (const std::string& one : sentences) (notes += notes.empty() ? "" : " ") += one;
  json.member("notes", notes);
}

void write_certification(print::JsonEvents& json, const imports::DraftCertification& one) {
  json.open_object();
  json.member("code", one.code);
  json.member_if_given("name", one.name);
  json.member_if_given("programme", one.programme);
  json.member_if_given("earned", one.earned);
  json.member_if_given("suspends", one.suspends);
  json.member_if_given("expires", one.expires);
  if (one.expectation.suspends) {
    json.open_object("expect");
    json.member("suspends", *one.expectation.suspends);
    json.close_object();
  }
  json.member_if_given("notes", one.notes);
  json.close_object();
}

void write_activity(print::JsonEvents& json, const imports::DraftActivity& one) {
  json.open_object();
  json.member("date", one.date);
  json.member("type", one.type);
  json.member_if_given("programme", one.programme);
  json.member_if_given("certification", one.certification);
  json.member_if_given("passed", one.passed);
  json.member_if_given("title", one.title);
  json.member_if_given("course", one.course);
  json.member_if_given("units", one.units);
  if (one.entered.state != PortalEntry::State::untracked) json.member("entered", one.entered.date);
  json.member_if_given("evidence", one.evidence);
  json.member_if_given("notes", one.notes);
  json.close_object();
}

}  // namespace

std::string json_of(const imports::DraftLog& log, LogLayout layout) {
  print::Sink sink;
  print::JsonWriter writer{sink, layout == LogLayout::one_line
                                     ? print::JsonWriter::Layout::one_line
                                     : print::JsonWriter::Layout::by_item};
  print::JsonEvents& json = writer;
  json.open_object();
  write_holder(json, log.holder);
  write_notes(json, log.notes);
  json.open_list("certifications");
  for (const auto& one : log.certifications) write_certification(json, one);
  json.close_list();
  json.open_list("activities");
  for (const auto& one : log.activities) write_activity(json, one);
  json.close_list();
  json.close_object();
  return std::move(sink.text);
}

}  // namespace certrenew::report
