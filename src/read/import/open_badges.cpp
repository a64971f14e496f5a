// Assertions of Open Badges 2 and credentials of Open Badges 3.

#include <utility>

#include "read/import/badges.hpp"
#include "read/import/sources.hpp"

namespace certrenew::imports {

namespace {

constexpr DayKeys version_2{.issued = "issuedOn", .expires = "expires"};
constexpr DayKeys version_3{.issued = "validFrom", .expires = "validUntil"};
constexpr DayKeys version_3_draft{.issued = "issuanceDate", .expires = "expirationDate"};

/// The name of an issuer; an address alone is no name.
std::string issuer_of(const std::optional<JsonNode>& issuer) {
  return issuer && issuer->is_object() ? issuer->text_of("name") : std::string{};
}

/// Adds a badge of the class at `of`: an object, or an address, which is not fetched.
void add_of_class(Import& import, const std::optional<JsonNode>& of, Badge badge,
                  const Holder& holder) {
  if (!is_sound(import, badge)) return;
  badge.source = "Open Badges";
  auto name = of ? of->find("name") : std::nullopt;
  badge.is_address = !name;
  if (!name && of) name = of->is_text() ? of : of->find("id");
  if (!name || !name->is_text()) {
    return import.problems.report(badge.place, "this badge has neither a name nor an address");
  }
  badge.name = trimmed(name->text());
  add_badge(import, *name, std::move(badge), holder);
}

/// A recipient of version 2, if it is not hashed.
Holder recipient_of(JsonNode assertion) {
  const auto recipient = assertion.find("recipient");
  if (!recipient || !recipient->is_object() || recipient->has_true("hashed")) return {};
  return {.id = recipient->text_of("identity"), .name = {}};
}

/// Reads an assertion of a badge of the class at `of`.
// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): an assertion, then its badge
void read_assertion(Import& import, JsonNode node, JsonNode of) {
  Badge badge = begin_badge(import, node, version_2);
  badge.issuer = issuer_of(of.find("issuer"));
  const Holder holder = recipient_of(node);
  add_of_class(import, of, std::move(badge), holder);
}

/// A subject of version 3: an identifier that is not hashed, or else its own address.
Holder holder_of(JsonNode subject) {
  Holder holder{.id = {}, .name = subject.text_of("name")};
  const auto identifiers = subject.find("identifier");
  for (const JsonNode one : identifiers ? identifiers->elements() : std::vector<JsonNode>{}) {
    if (!one.is_object() || one.has_true("hashed")) continue;
    std::string identity = one.text_of("identityHash");
    (one.text_of("identityType") == "name" ? holder.name : holder.id) = std::move(identity);
  }
  if (holder.id.empty()) holder.id = subject.text_of("id");
  constexpr std::string_view mail = "mailto:";
  if (holder.id.starts_with(mail)) holder.id.erase(0, mail.size());
  return holder;
}

void read_credential(Import& import, JsonNode node, JsonNode subject) {
  if (!subject.is_object()) {
    return node.report("this credential has no \"credentialSubject\"");
  }
  const bool is_draft = !node.find(version_3.issued) && node.find(version_3_draft.issued);
  Badge badge = begin_badge(import, node, is_draft ? version_3_draft : version_3);
  badge.issuer = issuer_of(node.find("issuer"));
  const Holder holder = holder_of(subject);
  add_of_class(import, subject.find("achievement"), std::move(badge), holder);
}

}  // namespace

void read_open_badges(Import& import, JsonNode document) {
  std::size_t revoked = 0;
  for (const JsonNode badge : document.elements()) {
    if (!badge.is_object()) {
      badge.report("a badge must be an object");
    } else if (badge.has_true("revoked")) {
      ++revoked;
    } else if (const auto subject = badge.find("credentialSubject")) {
      read_credential(import, badge, *subject);
    } else if (const auto of = badge.find("badge")) {
      read_assertion(import, badge, *of);
    } else {
      badge.report(
          "this is neither an assertion of Open Badges 2, which has \"badge\", nor a "
          "credential of Open Badges 3, which has \"credentialSubject\"");
    }
  }
  remark_left_out(document, revoked, "badge", "that the issuer revoked");
}

}  // namespace certrenew::imports
