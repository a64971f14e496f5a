// Badges of Credly: https://www.credly.com/users/NAME/badges.json

#include <utility>

#include "read/import/badges.hpp"
#include "read/import/sources.hpp"

namespace certrenew::imports {

namespace {

constexpr std::string_view accepted = "accepted";

/// The first of the entities that issued the badge.
std::string issuer_of(JsonNode badge) {
  const auto entities = badge.find("issuer", "entities");
  if (!entities || entities->elements().empty()) return {};
  const auto entity = entities->elements().front().find("entity");
  return entity ? entity->text_of("name") : std::string{};
}

void read_badge(Import& import, JsonNode node) {
  const auto name = node.find("badge_template", "name");
  if (!name || !name->is_text()) return node.report("this badge has no \"badge_template.name\"");
  Badge badge =
      begin_badge(import, node, {.issued = "issued_at_date", .expires = "expires_at_date"});
  badge.name = trimmed(name->text());
  badge.issuer = issuer_of(node);
  badge.source = "Credly";
  add_badge(import, *name, std::move(badge), {.id = {}, .name = node.text_of("issued_to")});
}

}  // namespace

void read_credly(Import& import, JsonNode document) {
  std::size_t left_out = 0;
  const auto badges = document.is_list() ? document.elements() : document.list("data");
  for (const JsonNode badge : badges) {
    if (!badge.is_object()) {
      badge.report("a badge must be an object");
    } else if (const auto state = badge.find("state");
               state && (!state->is_text() || state->text() != accepted)) {
      ++left_out;
    } else {
      read_badge(import, badge);
    }
  }
  remark_left_out(document, left_out, "badge", "whose state is not \"accepted\"");
}

}  // namespace certrenew::imports
