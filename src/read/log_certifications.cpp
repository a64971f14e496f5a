// The certifications of a log.

#include <algorithm>

#include "core/certification_type.hpp"
#include "read/log_builder.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

constexpr Keys certification_keys{"code",     "name",    "programme", "type", "earned",
                                  "suspends", "expires", "expect",    "notes"};

constexpr std::string_view no_programme = "none";

/// Adds how to track the certification instead, which is always possible (P2).
std::string with_way_out(const std::string& message) {
  return message + "; to track it without rules, write \"programme\": \"none\"";
}

}  // namespace

/// Checks C4 and P2: earned < suspends <= expires. Dates that could not be read have been reported
/// already.
void LogBuilder::check_dates(Fields& fields, const Certification& given, bool is_tracked) {
  constexpr const auto& key = certification_keys;
  if (!is_tracked) {
    if (!fields.has(key["earned"]) && !fields.has(key["suspends"])) {
      fields.report("give \"earned\" or \"suspends\"");
    }
    if (given.expires && !fields.has(key["suspends"])) {
      fields.report(key["expires"], "\"expires\" needs \"suspends\" beside it");
    }
  }
  const auto check_is_after_earned = [&](std::size_t which, const std::optional<Date>& day) {
    if (!day || !given.earned || *given.earned < *day) return;
    fields.report(which, to_string(*day) + " is not after the day it was earned, " +
                             to_string(*given.earned));
  };
  check_is_after_earned(key["suspends"], given.suspends);
  if (!given.suspends) check_is_after_earned(key["expires"], given.expires);
  if (given.expires && given.suspends && *given.expires < *given.suspends) {
    fields.report(key["expires"], to_string(*given.expires) + " is before the day it suspends, " +
                                      to_string(*given.suspends));
  }
}

/// C4: reports `suspends` of a certification that never suspends.
void LogBuilder::check_suspension(Fields& fields, const Certification& given) {
  if (!given.programme || !given.suspends) return;
  const CertificationType& type = policies_[*given.programme][given.type];
  if (type.validity.first || !type.validity.later.empty()) return;
  fields.report(certification_keys["suspends"],
                text::quoted(type.name) + " certifications never suspend");
}

void LogBuilder::read_certification(JsonIndex object, const Path& path, std::size_t number) {
  constexpr const auto& key = certification_keys;
  Fields fields{reporter_, object, key.names, path};
  fields.require({key["code"]});
  Certification& one = log_.certifications.emplace_back();
  std::optional<std::string_view> code;
  read_code(fields, key["code"], code);
  one.code = code.value_or(std::string_view{});
  read_text(fields, key["name"], one.name);
  fields.read_date(key["earned"], one.earned);
  fields.read_date(key["suspends"], one.suspends);
  fields.read_date(key["expires"], one.expires);
  one.places = {.itself = fields.place(),
                .earned = fields.place(key["earned"]),
                .suspends = fields.place(key["suspends"]),
                .expires = fields.place(key["expires"])};
  if (const auto expect = fields.object(key["expect"])) {
    read_expectation(*expect, fields.path(key["expect"]), one);
  }
  fields.ignore_text(key["notes"]);
  read_text(fields, key["type"], one.given_type);
  const std::optional<std::string_view> programme = fields.text(key["programme"]);
  if (!fields.is_complete()) return;
  if (code) {
    codes_.push_back({*code, fields.place(key["code"]), number});
  } else {
    all_codes_known_ = false;
  }
  const bool is_unsound = (!programme && fields.has(key["programme"])) ||
                          (!one.given_type && fields.has(key["type"])) || one.code.empty();
  check_dates(fields, one, programme == no_programme);
  if (!is_unsound && find_programme(fields, programme, one)) check_suspension(fields, one);
}

void LogBuilder::read_expectation(JsonIndex object, const Path& path,
                                  Certification& certification) {
  static constexpr Keys key{"suspends", "expires"};
  Fields fields{reporter_, object, key.names, path};
  if (fields.is_complete() && !fields.has(key["suspends"]) && !fields.has(key["expires"])) {
    fields.report("give \"suspends\", \"expires\" or both");
  }
  certification.expectation = {.suspends = fields.date(key["suspends"]),
                               .expires = fields.date(key["expires"])};
  certification.places.expected_suspends = fields.place(key["suspends"]);
  certification.places.expected_expires = fields.place(key["expires"]);
}

/// P1 and P2. `programme`: the name in the log. Returns whether the certification has a known
/// programme, or is tracked.
bool LogBuilder::find_programme(Fields& fields, std::optional<std::string_view> programme,
                                Certification& certification) {
  if (!programme) return find_only_programme(fields, certification);
  if (*programme == no_programme) {
    certification.programme.reset();
    return true;
  }
  const auto found = find_named(*programme);
  if (!found) {
    fields.report(certification_keys["programme"],
                  with_way_out("no programme " + text::quoted(*programme) + " is in force" +
                               advice(*programme, policies_.programmes())));
    return false;
  }
  certification.programme = found;
  if (find_type(*found, certification)) return true;
  report_no_type(fields, certification, found);
  return false;
}

/// Finds the only programme that has its type, among those in force for every log (P1).
bool LogBuilder::find_only_programme(Fields& fields, Certification& certification) {
  std::optional<Index<Policy>> only;
  const auto always = static_cast<std::uint32_t>(policies_.in_force());
  for (std::uint32_t i = 0; i < always; ++i) {
    if (!find_type({i}, certification)) continue;
    if (only) {
      fields.report(certification_keys["code"],
                    "its type belongs to the programmes " +
                        programmes_with(certification, 0, always, " and ") +
                        "; say which one with \"programme\"");
      return false;
    }
    only = {i};
  }
  if (!only) {
    report_no_type(fields, certification, std::nullopt);
    return false;
  }
  certification.programme = only;
  if (always > 1) find_type(*only, certification);
  return true;
}

/// Finds its type, and its place in the policy's list. Returns whether the programme has its type.
bool LogBuilder::find_type(Index<Policy> programme, Certification& certification) const {
  const PolicyNames& names = names_[programme];
  certification.listed = names.find_certification(certification.code);
  const auto type = type_of(certification, policies_[programme], names);
  if (type) certification.type = *type;
  return type.has_value();
}

/// Suggests no other type: most often, none of the policies in force is about the credential. Names
/// the built-in programmes that have its type.
void LogBuilder::report_no_type(Fields& fields, const Certification& certification,
                                std::optional<Index<Policy>> programme) {
  constexpr const auto& key = certification_keys;
  const std::string_view code = certification.code;
  if (const std::string usual = usual_code(certification, programme); !usual.empty()) {
    all_codes_known_ = false;
    return fields.report(key["code"], text::quoted(code) + ": write " + text::quoted(usual));
  }
  const auto& given = certification.given_type;
  const std::size_t dash = code.find('-');
  const std::string others =
      programme ? std::string{}
                : programmes_with(certification, policies_.in_force(), policies_.size(), " or ");
  std::string problem;
  if (!others.empty()) {
    problem = text::quoted(given ? *given : code) +
              " belongs to a programme that the log does not name: write \"programme\": " + others;
  } else if (!given && dash == std::string_view::npos) {
    problem = text::quoted(code) + " has no \"-\" after its type; give \"type\"";
  } else {
    problem = (programme ? "the programme " + text::quoted(policies_[*programme].name) + " has no"
                         : std::string{"no programme in force has a"}) +
              " certification type " + text::quoted(given ? *given : code.substr(0, dash));
  }
  fields.report(given ? key["type"] : key["code"], with_way_out(problem));
}

/// The code in its usual spelling, if it has a type then, in that programme or in any. Empty if it
/// has none.
std::string LogBuilder::usual_code(const Certification& certification,
                                   std::optional<Index<Policy>> programme) const {
  std::string usual = usual_spelling(certification.code);
  if (certification.given_type || usual == certification.code) return {};
  Certification tried = certification;
  tried.code = usual;
  if (programme) return find_type(*programme, tried) ? usual : std::string{};
  for (std::uint32_t i = 0; i < policies_.size(); ++i) {
    if (find_type({i}, tried)) return usual;
  }
  return {};
}

/// The programmes from `begin` to `end` that have its type: `"comptia" or "cisco"`.
// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): the order of a range
std::string LogBuilder::programmes_with(const Certification& certification, std::size_t begin,
                                        std::size_t end, std::string_view conjunction) const {
  std::string all;
  for (auto i = static_cast<std::uint32_t>(begin); i < end; ++i) {
    Certification tried = certification;
    if (!find_type({i}, tried)) continue;
    if (!all.empty()) all += conjunction;
    all += text::quoted(policies_[{i}].name);
  }
  return all;
}

// ---- Codes and aliases -------------------------------------------------------------------------

/// P4: a code and its alias are the same certification.
void LogBuilder::check_aliases() {
  if (codes_.size() < 2) return;
  const std::vector<Listed> listed = listed_certifications();
  for (std::size_t i = 1; i < listed.size(); ++i) {
    const Listed& before = listed[i - 1];
    if (listed[i].as != before.as || listed[i].programme != before.programme) continue;
    const Code& code = codes_[listed[i].certification];
    report_code(code, text::quoted(code.text) + " is the same certification as " +
                          text::quoted(codes_[before.certification].text));
  }
}

/// The certifications that are listed in their policies, in order.
std::vector<LogBuilder::Listed> LogBuilder::listed_certifications() const {
  std::vector<Listed> listed;
  for (std::uint32_t i = 0; i < log_.certifications.size(); ++i) {
    const Certification& one = log_.certifications[i];
    if (one.programme && one.listed) listed.push_back({*one.programme, *one.listed, i});
  }
  std::sort(listed.begin(), listed.end());
  return listed;
}

/// The first certification of the log that is listed under `code` as its code or alias (P4).
std::optional<std::uint32_t> LogBuilder::find_alias(std::string_view code,
                                                    std::span<const Listed> listed) const {
  std::optional<std::uint32_t> found;
  for (const Index<Policy> programme : in_force_) {
    const auto as = names_[programme].find_certification(code);
    if (!as) continue;
    const Listed first{programme, *as, 0};
    const auto at = std::lower_bound(listed.begin(), listed.end(), first);
    if (at == listed.end() || at->programme != first.programme || at->as != first.as) continue;
    if (!found || at->certification < *found) found = at->certification;
  }
  return found;
}

}  // namespace certrenew
