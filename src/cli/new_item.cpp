#include "cli/new_item.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "cli/exit.hpp"
#include "cli/options.hpp"
#include "print/json.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

namespace {

constexpr std::string_view exam_word = "exam";
constexpr std::string_view certification_word = "certification";

[[noreturn]] void refuse_usage(const std::string& why) {
  throw Stop{Exit::usage, why + "\nTry: certrenew add --help"};
}

void require_utf8(const std::string& argument, std::string_view given) {
  for (std::string_view rest = given; !rest.empty();) {
    const text::Decoded next = text::decode(rest);
    if (!next.valid) {
      throw CLI::ValidationError(argument, text::quoted(given) + " is not valid UTF-8");
    }
    rest.remove_prefix(next.size);
  }
}

void add_argument(CLI::App& app, const std::string& name, std::string& value,
                  const std::string& help) {
  const auto take = [name, &value](const std::string& given) {
    require_utf8(name, given);
    value = given;
  };
  app.add_option_function<std::string>(name, take, help)->type_name(name);
}

void write_programmes(print::JsonEvents& json, const std::vector<std::string>& programmes) {
  if (programmes.empty()) return;
  if (programmes.size() == 1) return json.text("programme", programmes.front());
  json.open_list("programme");
  for (const std::string& one : programmes) json.text({}, one);
  json.close_list();
}

/// Replaces each `from`.
void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

/// Names options in a message that tells what to write in the log: `give "units"`.
std::string with_options(std::string message) {
  for (const std::string key : {"earned", "suspends", "expires", "units", "programme", "type"}) {
    for (const std::string before : {"give ", "or ", "with ", "write ", "needs "}) {
      std::string in_log = before;
      in_log.append(1, '"').append(key).append(1, '"');
      std::string as_option = before;
      as_option.append("--").append(key);
      replace_all(message, in_log + ": ", as_option + ' ');
      replace_all(message, in_log, as_option);
    }
  }
  return message;
}

}  // namespace

CLI::Option* NewItem::for_forms(unsigned forms, CLI::Option* option) {
  forms_of_options_.emplace_back(option, forms);
  return option;
}

void NewItem::add_text(CLI::App& app, unsigned forms, const std::string& name,
                       std::optional<std::string>& text, const std::string& help) {
  const auto take = [name, &text](const std::string& given) {
    require_utf8(name, given);
    text = given;
  };
  for_forms(forms, app.add_option_function<std::string>(name, take, help))->type_name("TEXT");
}

void NewItem::add_day(CLI::App& app, unsigned forms, const std::string& name,
                      std::optional<Date>& day, const std::string& help) {
  add_date(app, name, day, help);
  for_forms(forms, app.get_option(name));
}

void NewItem::add_arguments(CLI::App& app) {
  add_argument(app, "TYPE", type_, "Type of the activity; or exam; or certification");
  add_argument(app, "DATE", third_,
               "Day on which the activity or the exam was done; a certification has none");
  add_argument(app, "CODE", fourth_,
               "Code of the certification, or of the one that the exam belongs to");
}

void NewItem::add_options(CLI::App& app) {
  add_text(app, work | exam, "--title", title_, "Title of an activity");
  const auto take_units = [this](const std::string& given) {
    units_ = parse_units(given);
    if (!units_) throw CLI::ValidationError("--units", text::quoted(given) + std::string{no_units});
  };
  for_forms(work, app.add_option_function<std::string>(
                      "--units", take_units, "Units of an activity (default: the policy's)"))
      ->type_name("N");
  const auto take_entered = [this](const std::string& given) {
    entered_.emplace(Date::parse(given));
    if (!*entered_ && given != "no") {
      throw CLI::ValidationError("--entered",
                                 text::quoted(given) + " is not a calendar date or no");
    }
  };
  for_forms(work | exam,
            app.add_option_function<std::string>(
                "--entered", take_entered,
                "Day on which an activity was entered in the portal; no if it is not entered yet"))
      ->type_name("YYYY-MM-DD");
  add_text(app, work, "--course", course_, "Identifier of the course that an activity completes");
  for_forms(exam, app.add_flag("--failed", failed_, "The exam was not passed"));
  add_text(app, certification, "--name", name_, "What people call a certification");
  add_text(app, certification, "--type", given_type_,
           "Type of a certification (default: what its code says)");
  add_day(app, certification, "--earned", earned_, "Day on which a certification was earned");
  add_day(app, certification, "--suspends", suspends_,
          "Day on which a certification suspends, as the portal shows it");
  add_day(app, certification, "--expires", expires_,
          "Day on which a certification expires, as the portal shows it");
  const auto take_programme = [this](const std::string& given) {
    require_utf8("--programme", given);
    programmes_.push_back(given);
  };
  for_forms(
      work | certification,
      add_list(app, "--programme", take_programme,
               "Programme of the certification or activity; an activity may have several: A,B"))
      ->type_name("PROGRAMME");
  constexpr unsigned all = work | exam | certification;
  add_text(app, work | exam, "--evidence", evidence_, "What proves an activity");
  add_text(app, all, "--notes", notes_, "Notes");
}

NewItem::Form NewItem::form() const {
  if (type_ == exam_word) return exam;
  return type_ == certification_word ? certification : work;
}

LogList NewItem::list() const {
  return form() == certification ? LogList::certifications : LogList::activities;
}

std::string_view NewItem::noun() const {
  return form() == certification ? certification_word : "activity";
}

void NewItem::check() {
  const Form its = form();
  if (type_.empty()) refuse_usage("what is to be added? Give TYPE and DATE");
  if (third_.empty()) {
    refuse_usage(its == certification ? "which certification? Give its CODE"
                                      : "on which day was it done? Give its DATE");
  }
  if (its == exam && fourth_.empty()) refuse_usage("an exam of which certification? Give its CODE");
  if (its != exam && !fourth_.empty()) refuse_usage("not expected: " + text::visible(fourth_));
  if (its != certification) {
    date_ = Date::parse(third_);
    if (!date_) {
      refuse_usage("DATE: " + text::quoted(third_) + " is not a calendar date (write YYYY-MM-DD)");
    }
  }
  for (const auto& [option, forms] : forms_of_options_) {
    if (option->count() == 0 || (forms & its) != 0) continue;
    const std::string_view what = its == exam   ? "an exam"
                                  : its == work ? "an activity"
                                                : "a certification";
    refuse_usage(option->get_name() + " does not belong to " + std::string{what});
  }
  if (its == certification && programmes_.size() > 1) {
    refuse_usage("--programme: a certification belongs to one programme");
  }
}

std::string NewItem::json() const {
  print::Sink sink;
  print::JsonWriter writer{sink, print::JsonWriter::Layout::one_line};
  print::JsonEvents& json = writer;
  json.open_object();
  if (form() == certification) {
    json.text("code", third_);
    json.member_if_given("name", name_);
    write_programmes(json, programmes_);
    json.member_if_given("type", given_type_);
    json.member_if_given("earned", earned_);
    json.member_if_given("suspends", suspends_);
    json.member_if_given("expires", expires_);
  } else {
    json.member("date", *date_);
    json.text("type", type_);
    if (form() == exam) json.text("certification", fourth_);
    if (failed_) json.boolean("passed", false);
    json.member_if_given("title", title_);
    if (entered_) json.member("entered", *entered_);
    json.member_if_given("units", units_);
    json.member_if_given("course", course_);
    write_programmes(json, programmes_);
    json.member_if_given("evidence", evidence_);
  }
  json.member_if_given("notes", notes_);
  json.close_object();
  sink.text.pop_back();  // the line end
  return sink.text;
}

/// The argument or option that gives the value of a key.
std::string NewItem::option_for(std::string_view key) const {
  const bool is_certification = form() == certification;
  if (key == "date") return "DATE";
  if (key == "code" || key == "certification") return "CODE";
  if (key == "type" && !is_certification) return "TYPE";
  if (key == "passed") return "--failed";
  return "--" + std::string{key};
}

std::optional<Error> NewItem::in_terms_of_options(const Error& error,
                                                  const std::string& item_path) const {
  if (!error.path.starts_with(item_path)) return std::nullopt;
  std::string_view key = std::string_view{error.path}.substr(item_path.size());
  key = key.substr(0, key.find('['));
  const std::string path =
      key.empty() ? "the new " + std::string{noun()} : option_for(key.substr(1));
  return Error{.position = {0, 0}, .path = path, .message = with_options(error.message)};
}

}  // namespace certrenew::cli
