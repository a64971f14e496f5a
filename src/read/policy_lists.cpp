// What a policy lists: certifications, extensions, designations and sources.

#include <string>
#include <utility>

#include "read/policy_reader.hpp"
#include "text/utf8.hpp"

namespace certrenew {

namespace {

struct ListedCertificationKeys {
  enum : std::size_t { name, aliases, type, retired };
  static constexpr std::string_view names[] = {"name", "aliases", "type", "retired"};
};

struct ExtensionKeys {
  enum : std::size_t { from, to, until, types };
  static constexpr std::string_view names[] = {"from", "to", "until", "types"};
};

struct DesignationKeys {
  enum : std::size_t { name, needs, of };
  static constexpr std::string_view names[] = {"name", "needs", "of"};
};

struct SourceKeys {
  enum : std::size_t { says, where, official };
  static constexpr std::string_view names[] = {"says", "where", "official"};
};

}  // namespace

// ---- Certifications (P4) -----------------------------------------------------------------------

void PolicyReader::read_certification(const Member& member) {
  using Key = ListedCertificationKeys;
  report_empty_name(member, "a certification's code");
  read_code(member.name, member.key, member.path);
  if (!reporter_.expect_object(member.value, member.path)) return;
  Fields fields{reporter_, member.value, Key::names, member.path};
  ListedCertification listed;
  listed.code = member.name;
  listed.name = text_or_null(fields, Key::name);
  read_list(fields, Key::aliases, {}, [&](JsonIndex at, const Path& path, std::size_t) {
    const auto alias = text_at(at, path, "an alias");
    if (!alias) return;
    read_code(*alias, at, path);
    listed.aliases.emplace_back(*alias);
  });
  if (fields.has(Key::type) && !fields.is_null(Key::type)) {
    listed.type = type_at<CertificationType>(fields.value(Key::type), fields.path(Key::type),
                                             "certification type", certification_types_);
  }
  listed.retired = fields.date_or_null(Key::retired);
  policy_.certifications.push_back(std::move(listed));
}

void PolicyReader::check_trimmed(std::string_view code, JsonIndex at, const Path& path) {
  if (is_trimmed(code)) return;
  reporter_.report(tape_[at].place, path,
                   text::quoted(code) + ": a code neither begins nor ends with a blank");
}

void PolicyReader::read_code(std::string_view code, JsonIndex at, const Path& path) {
  check_trimmed(code, at, path);
  if (code.empty() || codes_.insert(code).second) return;
  reporter_.report(tape_[at].place, path,
                   text::quoted(code) + " stands in the policy already, as a code or an alias");
}

// ---- Extensions (C9) ---------------------------------------------------------------------------

void PolicyReader::read_extension(JsonIndex object, const Path& path) {
  using Key = ExtensionKeys;
  Fields fields{reporter_, object, Key::names, path};
  fields.require({Key::from, Key::to, Key::until});
  const std::optional<Date> from = fields.date(Key::from);
  const std::optional<Date> to = fields.date(Key::to);
  const std::optional<Date> until = fields.date(Key::until);
  if (from && to && *to < *from) {
    fields.report(Key::to, to_string(*to) + " is before \"from\", " + to_string(*from));
  }
  if (to && until && *until <= *to) {
    fields.report(Key::until, to_string(*until) + " is not after \"to\", " + to_string(*to));
  }
  auto types =
      types_at<CertificationType>(fields, Key::types, "certification type", certification_types_);
  if (!from || !to || !until) return;
  policy_.extensions.push_back(
      {.from = *from, .to = *to, .until = *until, .types = std::move(types)});
}

// ---- Designations (P5) -------------------------------------------------------------------------

void PolicyReader::read_designation(JsonIndex object, const Path& path) {
  using Key = DesignationKeys;
  constexpr Bounds one_or_more{Units::whole(1), Units::whole(1'000'000), true};
  Fields fields{reporter_, object, Key::names, path};
  fields.require({Key::name, Key::needs, Key::of});
  Designation designation;
  if (const auto name = fields.text(Key::name)) {
    if (name->empty()) fields.report(Key::name, "a designation's name must not be empty");
    is_new(designations_, fields.value(Key::name), fields.path(Key::name));
    designation.name = *name;
  }
  if (fields.is_null(Key::of)) fields.report(Key::of, "expected a list, not null");
  std::set<std::string_view> listed;
  std::size_t codes = 0;
  const auto read_code_of = [&](JsonIndex at, const Path& code_path, std::size_t) {
    ++codes;
    const auto code = text_at(at, code_path, "a certification's code");
    if (code) check_trimmed(*code, at, code_path);
    if (code && is_new(listed, at, code_path)) designation.of.emplace_back(*code);
  };
  const bool has_codes =
      read_list(fields, Key::of, "the list of codes must not be empty", read_code_of);
  if (const auto needs = fields.number(Key::needs, one_or_more)) {
    designation.needs = static_cast<std::uint32_t>(needs->hundredths() / 100);
    values_.note(fields.place(Key::needs), fields.path(Key::needs), to_string(*needs));
    if (has_codes && codes != 0 && !tape_.stop() && designation.needs > codes) {
      fields.report(Key::needs, to_string(*needs) + " is more than the number of codes, " +
                                    std::to_string(codes));
    }
  }
  policy_.designations.push_back(std::move(designation));
}

// ---- Sources -----------------------------------------------------------------------------------

void PolicyReader::read_source(const Member& member) {
  using Key = SourceKeys;
  if (!reporter_.expect_object(member.value, member.path)) return;
  Fields fields{reporter_, member.value, Key::names, member.path};
  fields.require({Key::says, Key::where, Key::official});
  policy_.sources.push_back({.rule = std::string{member.name},
                             .says = std::string{fields.text(Key::says).value_or("")},
                             .where = std::string{fields.text(Key::where).value_or("")},
                             .official = fields.boolean(Key::official).value_or(false)});
}

}  // namespace certrenew
