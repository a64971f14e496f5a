#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/reports.hpp"
#include "text/scan.hpp"
#include "text/utf8.hpp"

namespace certrenew::report {

namespace {

using print::Cell;

std::string word_of(bool is_official) { return is_official ? "official" : "not official"; }

/// The sources of a policy, by the path of their number.
class Sources {
 public:
  explicit Sources(const Policy& policy) {
    for (const Source& source : policy.sources) by_rule_.emplace(source.rule, &source);
  }

  [[nodiscard]] bool is_official(const PolicyNumber& number) const {
    const auto found = by_rule_.find(number.path);
    return found != by_rule_.end() && found->second->official;
  }
  /// The cells of a row: a number, its value and its source.
  [[nodiscard]] print::Row row_of(const std::string& path, const std::string& value) const {
    const auto found = by_rule_.find(path);
    if (found == by_rule_.end()) {
      return {Cell{path}, Cell{value}, Cell{"none"}, Cell{}, Cell{}};
    }
    const auto& [rule, says, where, official] = *found->second;
    return {Cell{path}, Cell{value}, Cell{word_of(official)}, Cell{where}, Cell{says}};
  }
  /// ` (official: the page)`; nothing where no source is given.
  [[nodiscard]] std::string after(std::string_view path) const {
    const auto found = by_rule_.find(path);
    if (found == by_rule_.end()) return {};
    return " (" + word_of(found->second->official) + ": " + found->second->where + ")";
  }

 private:
  std::map<std::string_view, const Source*> by_rule_;
};

std::string at(std::string_view list, std::size_t number, std::string_view key = {}) {
  std::string path{list};
  path += '[' + std::to_string(number) + ']';
  return key.empty() ? path : path.append(".").append(key);
}

/// `ACP-120 (ACP-JCA): Jira Administration for Cloud; retired 2024-02-01`.
std::string describe(const Policy& policy, const ListedCertification& one) {
  std::string text = one.code;
  if (!one.aliases.empty()) text += " (" + joined(one.aliases) + ")";
  if (one.name) text += ": " + *one.name;
  if (one.type) text += "; type " + policy[*one.type].name;
  if (one.retired) text += "; retired " + to_string(*one.retired);
  return text;
}

std::string describe(const Policy& policy, const Extension& one) {
  const std::string types = joined(
      one.types, ", ", [&](auto type) -> const auto& { return policy[type].name; });
  return "A cycle" + (types.empty() ? "" : " of " + types) + " that would expire from " +
         to_string(one.from) + " to " + to_string(one.to) + " expires on " + to_string(one.until) +
         ".";
}

std::string describe(const Designation& one) {
  return one.name + ": held while at least " + std::to_string(one.needs) + " of " + joined(one.of) +
         (one.needs == 1 ? " is active." : " are active.");
}

/// `grace-90-days: If the months of grace are 90 days (C1; official: official page).`
std::string describe(const Reading& one) {
  return one.id + ": If " + one.says + " (" + one.rule + "; " + word_of(one.official) + ": " +
         one.where + ").";
}

/// A heading and a list, unless the list is empty.
void write_list(print::Document& document, std::string_view title,
                const std::vector<std::string>& items) {
  if (items.empty()) return;
  document.heading(title, {});
  document.list(items);
}

/// How many numbers a policy gives, and how many of these come from the programme itself.
struct NumberCounts {
  explicit NumberCounts(const Policy& policy) {
    const Sources sources{policy};
    for (const PolicyNumber& one : policy.numbers) {
      if (!one.is_given) continue;
      ++all;
      official += sources.is_official(one) ? 1 : 0;
    }
  }

  std::int64_t all = 0;
  std::int64_t official = 0;
};

/// The policies in the order of their names.
std::vector<const Policy*> by_name(const Policies& policies) {
  std::vector<std::string_view> names = policies.programmes();
  std::sort(names.begin(), names.end());
  std::vector<const Policy*> sorted;
  sorted.reserve(names.size());
  for (const std::string_view name : names) sorted.push_back(&policies[*policies.find(name)]);
  return sorted;
}

}  // namespace

constinit const print::Frame policy_frame{.title = "Policy"};
constinit const print::Frame policy_list_frame{.title = "Policies"};

void PolicyListReport::write(print::Document& document) const {
  const std::vector<const Policy*> policies = by_name(policies_);
  document.grid(
      {.caption = "The policies and how many of their numbers are official",
       .columns = {{.title = "Name", .widest = print::widest_code},
                   {.title = "Title", .widest = print::widest_line},
                   {.title = "As of"},
                   {.title = "Official", .align = print::Align::right}},
       .rows = print::rows_of(policies, [](const Policy* one) -> print::Row {
         const NumberCounts numbers{*one};
         return {Cell{one->name}, Cell{one->title.value_or("")},
                 Cell{one->as_of ? to_string(*one->as_of) : ""},
                 Cell{std::to_string(numbers.official) + " of " + std::to_string(numbers.all)}};
       })});
}

void PolicyListReport::write(print::JsonEvents& json) const {
  json.open_object();
  report::write_list(json, "policies", by_name(policies_), [&](const Policy* one) {
    json.text("name", one->name);
    json.member("title", one->title);
    json.member("as_of", one->as_of);
    const NumberCounts numbers{*one};
    json.member("numbers", numbers.all);
    json.member("official", numbers.official);
  });
  json.close_object();
}

void PolicyReport::write(print::Document& document) const {
  const Sources sources{policy_};
  std::string beside = policy_.title.value_or("");
  if (policy_.as_of) {
    beside += (beside.empty() ? "as of " : ", as of ") + to_string(*policy_.as_of);
  }
  document.title(beside, policy_.name);
  document.grid({.caption = "The numbers of the rules and their sources",
                 .columns = {{.title = "Number"},
                             {.title = "Value"},
                             {.title = "Source"},
                             {.title = "Where", .below = true},
                             {.title = "Says", .below = true}},
                 .rows = print::rows_of(policy_.numbers, [&](const PolicyNumber& number) {
                   return sources.row_of(number.path, number.words);
                 })});
  std::vector<std::string> items;
  for (const ListedCertification& one : policy_.certifications) {
    items.push_back(describe(policy_, one));
  }
  write_list(document, "Certifications", std::exchange(items, {}));
  for (std::size_t i = 0; i < policy_.extensions.size(); ++i) {
    items.push_back(describe(policy_, policy_.extensions[i]) + sources.after(at("extensions", i)));
  }
  write_list(document, "Extensions", std::exchange(items, {}));
  for (std::size_t i = 0; i < policy_.designations.size(); ++i) {
    items.push_back(describe(policy_.designations[i]) +
                    sources.after(at("designations", i, "needs")));
  }
  write_list(document, "Designations", std::exchange(items, {}));
  for (const Reading& one : policy_.readings) items.push_back(describe(one));
  write_list(document, "Readings", std::exchange(items, {}));
  write_list(document, "Notes", policy_.notes);
}

std::string json_of(const Policy& policy) {
  std::string json;
  for (std::string_view rest = policy.text; !rest.empty();) {
    const text::Decoded next = text::decode(rest);
    const bool is_blank = next.point == '\n' || next.point == '\r' || next.point == '\t';
    const bool is_shown = is_blank || !(text::is_unsafe(next.point) || text::is_joiner(next.point));
    if (is_shown) {
      json += rest.substr(0, next.size);
    } else {
      text::append_json_escape(json, next.point);
    }
    rest.remove_prefix(next.size);
  }
  json.erase(json.find_last_not_of(text::blanks) + 1);
  return json + '\n';
}

}  // namespace certrenew::report
