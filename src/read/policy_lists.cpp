// What a policy lists: certifications, extensions, designations and sources.

#include <string>
#include <utility>

#include "read/policy_reader.hpp"
#include "text/utf8.hpp"

namespace certrenew {

// ---- Certifications (P4) -----------------------------------------------------------------------

void PolicyReader::read_certification(const Member& member) {
  static constexpr Keys key{"name", "aliases", "type", "retired"};
  report_empty_name(member, "a certification's code");
  read_code(member.name, member.key, member.path);
  if (!reporter_.expect_object(member.value, member.path)) return;
  Fields fields{reporter_, member.value, key.names, member.path};
  ListedCertification listed;
  listed.code = member.name;
  listed.name = text_or_null(fields, key["name"]);
  read_list(fields, key["aliases"], {}, [&](JsonIndex at, const Path& path) {
    const auto alias = text_at(at, path, "an alias");
    if (!alias) return;
    read_code(*alias, at, path);
    listed.aliases.emplace_back(*alias);
  });
  if (fields.has(key["type"]) && !fields.is_null(key["type"])) {
    listed.type = type_at<CertificationType>(fields.value(key["type"]), fields.path(key["type"]));
  }
  listed.retired = fields.date_or_null(key["retired"]);
  policy_.certifications.push_back(std::move(listed));
}

void PolicyReader::check_trimmed(std::string_view code, JsonIndex at, const Path& path) {
  if (is_trimmed(code)) return;
  reporter_.report(tape_[at].place, path,
                   text::quoted(code) + ": a code neither begins nor ends with a blank");
}

void PolicyReader::read_code(std::string_view code, JsonIndex at, const Path& path) {
  check_trimmed(code, at, path);
  if (code.empty() || codes_.insert(code)) return;
  reporter_.report(tape_[at].place, path,
                   text::quoted(code) + " stands in the policy already, as a code or an alias");
}

// ---- Extensions (C9) ---------------------------------------------------------------------------

void PolicyReader::read_extension(JsonIndex object, const Path& path) {
  static constexpr Keys key{"from", "to", "until", "types"};
  Fields fields{reporter_, object, key.names, path};
  fields.require({key["from"], key["to"], key["until"]});
  const std::optional<Date> from = fields.date(key["from"]);
  const std::optional<Date> to = fields.date(key["to"]);
  const std::optional<Date> until = fields.date(key["until"]);
  if (from && to && *to < *from) {
    fields.report(key["to"], to_string(*to) + " is before \"from\", " + to_string(*from));
  }
  if (to && until && *until <= *to) {
    fields.report(key["until"], to_string(*until) + " is not after \"to\", " + to_string(*to));
  }
  auto types = types_at<CertificationType>(fields, key["types"]);
  if (!from || !to || !until) return;
  policy_.extensions.push_back(
      {.from = *from, .to = *to, .until = *until, .types = std::move(types)});
}

// ---- Designations (P5) -------------------------------------------------------------------------

void PolicyReader::read_designation(JsonIndex object, const Path& path) {
  static constexpr Keys key{"name", "needs", "of"};
  constexpr Bounds one_or_more{Units::whole(1), Units::whole(1'000'000), true};
  Fields fields{reporter_, object, key.names, path};
  fields.require({key["name"], key["needs"], key["of"]});
  Designation designation;
  if (const auto name = fields.text(key["name"])) {
    if (name->empty()) fields.report(key["name"], "a designation's name must not be empty");
    is_new(designations_, fields.value(key["name"]), fields.path(key["name"]));
    designation.name = *name;
  }
  if (fields.is_null(key["of"])) fields.report(key["of"], "expected a list, not null");
  NameSet listed;
  std::size_t codes = 0;
  const auto read_code_of = [&](JsonIndex at, const Path& code_path) {
    ++codes;
    const auto code = text_at(at, code_path, "a certification's code");
    if (code) check_trimmed(*code, at, code_path);
    if (code && is_new(listed, at, code_path)) designation.of.emplace_back(*code);
  };
  const bool has_codes =
      read_list(fields, key["of"], "the list of codes must not be empty", read_code_of);
  if (const auto needs = fields.number(key["needs"], one_or_more)) {
    designation.needs = static_cast<std::uint32_t>(needs->hundredths() / 100);
    values_.note(fields.place(key["needs"]), fields.path(key["needs"]), to_string(*needs));
    if (has_codes && codes != 0 && !tape_.stop() && designation.needs > codes) {
      fields.report(key["needs"], to_string(*needs) + " is more than the number of codes, " +
                                      std::to_string(codes));
    }
  }
  policy_.designations.push_back(std::move(designation));
}

// ---- Sources -----------------------------------------------------------------------------------

void PolicyReader::read_source(const Member& member) {
  static constexpr Keys key{"says", "where", "official"};
  if (!reporter_.expect_object(member.value, member.path)) return;
  Fields fields{reporter_, member.value, key.names, member.path};
  fields.require({key["says"], key["where"], key["official"]});
  policy_.sources.push_back({.rule = std::string{member.name},
                             .says = std::string{fields.text(key["says"]).value_or("")},
                             .where = std::string{fields.text(key["where"]).value_or("")},
                             .official = fields.boolean(key["official"]).value_or(false)});
}

}  // namespace certrenew
