#include "cli/new_item.hpp"

#include <algorithm>
#include <span>
#include <string_view>

#include "cli/exit.hpp"
#include "cli/options.hpp"
#include "read/import/values.hpp"
#include "report/import.hpp"
#include "text/utf8.hpp"

namespace certrenew::cli {

namespace {

constexpr std::string_view exam_word = "exam";
constexpr std::string_view certification_word = "certification";

[[noreturn]] void refuse_usage(const std::string& why) {
  throw Stop{Exit::usage, why + "\nTry: certrenew add --help"};
}

// Each of these reads the value of an argument or option. Throws CLI::ValidationError.

std::string read_text(const std::string& name, const std::string& given) {
  for (std::string_view rest = given; !rest.empty();) {
    const text::Decoded next = text::decode(rest);
    if (!next.valid) {
      throw CLI::ValidationError(name, text::quoted(given) + " is not valid UTF-8");
    }
    rest.remove_prefix(next.size);
  }
  return given;
}

std::optional<Date> read_day(const std::string& name, const std::string& given) {
  return parse_date(name, given);
}

std::optional<Date> read_entry(const std::string& name, const std::string& given) {
  const auto day = Date::parse(given);
  if (day || given == "no") return day;
  throw CLI::ValidationError(name, text::quoted(given) + " is not a calendar date or no");
}

Units read_units(const std::string& name, const std::string& given) {
  if (const auto units = imports::parse_units(given)) return *units;
  throw CLI::ValidationError(name, text::quoted(given) + std::string{no_units});
}

void add_argument(CLI::App& app, const std::string& name, std::string& value,
                  const std::string& help) {
  const auto take = [name, &value](const std::string& given) { value = read_text(name, given); };
  app.add_option_function<std::string>(name, take, help)->type_name(name);
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

void NewItem::add_arguments(CLI::App& app) {
  add_argument(app, "TYPE", type_, "Type of the activity; or exam; or certification");
  add_argument(app, "DATE", third_,
               "Day on which the activity or the exam was done; a certification has none");
  add_argument(app, "CODE", fourth_,
               "Code of the certification, or of the one that the exam belongs to");
}

void NewItem::add_options(CLI::App& app) {
  const auto belongs = [this](unsigned forms, CLI::Option* option) {
    forms_of_options_.emplace_back(option, forms);
    return option;
  };
  // NOLINTNEXTLINE(bugprone-easily-swappable-parameters): a key, and what its value looks like
  const auto add = [&](unsigned forms, const std::string& key, const std::string& value,
                       const auto& read, const std::string& help) {
    const std::string name = "--" + key;
    const auto take = [this, key, name, read](const std::string& given) {
      values_[key] = read(name, given);
    };
    belongs(forms, app.add_option_function<std::string>(name, take, help))->type_name(value);
  };
  const std::string day = "YYYY-MM-DD";
  add(work | exam, "title", "TEXT", read_text, "Title of an activity");
  add(work, "units", "N", read_units, "Units of an activity (default: the policy's)");
  add(work | exam, "entered", day, read_entry,
      "Day on which an activity was entered in the portal; no if it is not entered yet");
  add(work, "course", "TEXT", read_text, "Identifier of the course that an activity completes");
  belongs(exam, app.add_flag("--failed", failed_, "The exam was not passed"));
  add(certification, "name", "TEXT", read_text, "What people call a certification");
  add(certification, "type", "TEXT", read_text,
      "Type of a certification (default: what its code says)");
  add(certification, "earned", day, read_day, "Day on which a certification was earned");
  add(certification, "suspends", day, read_day,
      "Day on which a certification suspends, as the portal shows it");
  add(certification, "expires", day, read_day,
      "Day on which a certification expires, as the portal shows it");
  const auto take_programme = [this](const std::string& given) {
    programmes_.push_back(read_text("--programme", given));
  };
  belongs(work | certification,
          add_list(app, "--programme", take_programme,
                   "Programme of the certification or activity; an activity may have several: A,B"))
      ->type_name("PROGRAMME");
  add(work | exam, "evidence", "TEXT", read_text, "What proves an activity");
  add(work | exam | certification, "notes", "TEXT", read_text, "Notes");
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
  const auto date = Date::parse(third_);
  if (its != certification && !date) {
    refuse_usage("DATE: " + text::quoted(third_) + " is not a calendar date (write YYYY-MM-DD)");
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
  if (its == certification) {
    values_["code"] = third_;
  } else {
    values_["date"] = date;
    values_["type"] = type_;
  }
  if (its == exam) values_["certification"] = fourth_;
  if (failed_) values_["passed"] = false;
  if (programmes_.size() == 1) values_["programme"] = programmes_.front();
  if (programmes_.size() > 1) values_["programme"] = programmes_;
}

std::string NewItem::json() const {
  constexpr std::string_view of_certification[] = {"code",   "name",     "programme", "type",
                                                   "earned", "suspends", "expires",   "notes"};
  constexpr std::string_view of_activity[] = {"date",      "type",     "certification", "passed",
                                              "title",     "entered",  "units",         "course",
                                              "programme", "evidence", "notes"};
  const auto keys = form() == certification ? std::span<const std::string_view>{of_certification}
                                            : std::span<const std::string_view>{of_activity};
  imports::DraftItem item;
  for (const std::string_view key : keys) {
    const auto found = values_.find(key);
    if (found != values_.end()) item.add(key, found->second);
  }
  return report::json_of(item);
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
