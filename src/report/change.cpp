#include "report/change.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "report/report.hpp"
#include "text/fit.hpp"
#include "text/utf8.hpp"

namespace certrenew::report {

namespace {

/// `2026-01-01 → 2027-12-01`.
// NOLINTNEXTLINE(bugprone-easily-swappable-parameters): in reading order
std::string arrow(const std::string& before, const std::string& after) {
  return before + " → " + after;
}

std::string units_of(const UnitsProgress& units, const CredentialAnswer& one) {
  return to_string(units.counted) + " of " + to_string(units.required) + ' ' +
         text::fitted(one.policy()->units_called, print::widest_code);
}

std::string words_for_new(const CredentialAnswer& one) {
  std::string words = "new, " + std::string{certrenew::name_of(one.status())} + "; " +
                      words_for_dates(one.suspends(), one.expires());
  if (const auto units = one.units()) words += "; " + units_of(*units, one);
  return words;
}

/// What a new item changes for a credential, part by part.
class CredentialChange {
 public:
  // NOLINTNEXTLINE(bugprone-easily-swappable-parameters): in reading order
  CredentialChange(const CredentialAnswer& before, const CredentialAnswer& after)
      : before_{before}, after_{after} {
    add_renewals();
    add("", std::string{certrenew::name_of(before_.status())},
        std::string{certrenew::name_of(after_.status())});
    add("suspends ", day_or_never(before_.suspends()), day_or_never(after_.suspends()));
    add("expires ", day_or_never(before_.expires()), day_or_never(after_.expires()));
    add_units();
    add_courses();
  }

  /// `suspended → active; suspends 2027-12-01`; empty where nothing changed.
  [[nodiscard]] std::string words() const { return joined(parts_, "; "); }

 private:
  using CycleKey = std::pair<Date, CycleStart>;

  // NOLINTNEXTLINE(bugprone-easily-swappable-parameters): in reading order
  void add(const std::string& name, const std::string& before, const std::string& after) {
    if (before != after) parts_.push_back(name + arrow(before, after));
  }

  [[nodiscard]] static std::set<CycleKey> renewals_of(const CredentialAnswer& one) {
    std::set<CycleKey> keys;
    for (const Cycle& cycle : one.renewals()) keys.insert({cycle.began_on, cycle.began_by});
    return keys;
  }

  void add_renewals() {
    const auto was = renewals_of(before_);
    const auto is = renewals_of(after_);
    for (std::size_t i = 1; i < after_.cycles().size(); ++i) {
      const Cycle& cycle = after_.cycles()[i];
      if (was.contains({cycle.began_on, cycle.began_by})) continue;
      parts_.push_back(text::visible(after_.how_it_began(i)));
    }
    for (const auto& [day, by] : was) {
      if (!is.contains({day, by})) parts_.push_back("no longer renewed on " + to_string(day));
    }
  }

  [[nodiscard]] bool has_new_cycle() const {
    return !after_.is_tracked() && before_.cycle().began_on != after_.cycle().began_on;
  }

  void add_units() {
    const auto was = before_.units();
    const auto is = after_.units();
    if (!is) return;
    if (!was || has_new_cycle()) return parts_.push_back("now " + units_of(*is, after_));
    if (was->counted == is->counted && was->required == is->required) return;
    parts_.push_back(arrow(to_string(was->counted), units_of(*is, after_)));
  }

  void add_courses() {
    const auto was = before_.courses();
    const auto is = after_.courses();
    if (!was || !is || was->completed.size() == is->completed.size()) return;
    const std::string all = std::to_string(is->completed.size() + is->missing.size());
    parts_.push_back(
        arrow(std::to_string(was->completed.size()), std::to_string(is->completed.size())) +
        " of " + all + " courses");
  }

  const CredentialAnswer& before_;
  const CredentialAnswer& after_;
  std::vector<std::string> parts_;
};

/// Whether an activity with that outcome has to do with the credential.
bool is_relevant(Outcome outcome) {
  return outcome != Outcome::other_programme && outcome != Outcome::other_certification &&
         outcome != Outcome::not_required;
}

/// Why a new activity changes nothing for a credential.
struct Unchanged {
  std::string code;
  std::string reason;
  bool is_relevant;
};

/// Goes through both answers, and writes lines.
class ChangeWriter {
 public:
  ChangeWriter(std::string& out, const Change& change) : out_{out}, change_{change} {
    const auto activities = change.after.log().activities.size();
    if (activities > change.before.log().activities.size()) {
      activity_ = {static_cast<std::uint32_t>(activities - 1)};
    }
  }

  void write() {
    const std::size_t begin = out_.size();
    const CredentialRange before = change_.before.credentials();
    for (const CredentialAnswer after : change_.after.credentials()) {
      const std::size_t place = after.index().at;
      write_credential(after, place < before.size() ? CredentialChange{before[place], after}.words()
                                                    : words_for_new(after));
    }
    write_designations();
    write_doubts();
    write_unchanged(/*nothing_changed=*/out_.size() == begin);
  }

 private:
  /// Writes what there is to say about `ACP-620`.
  void write_line(std::string_view who, const std::string& what) {
    out_ += text::fitted(who, print::widest_code) + ": " + what + '\n';
  }

  void write_credential(const CredentialAnswer& one, const std::string& words) {
    if (!words.empty()) return write_line(one.code(), words);
    if (!activity_) return;
    const ActivityAnswer activity = one.activity(*activity_);
    unchanged_.push_back({std::string{one.code()}, text::visible(activity.reason()),
                          is_relevant(activity.outcome())});
  }

  void write_unchanged(bool nothing_changed) {
    const bool any_relevant = std::any_of(unchanged_.begin(), unchanged_.end(),
                                          [](const Unchanged& one) { return one.is_relevant; });
    if (!nothing_changed && !any_relevant) return;
    if (unchanged_.empty()) {
      out_ += "nothing changes: the log lists no certifications\n";
      return;
    }
    const bool one_reason =
        std::all_of(unchanged_.begin(), unchanged_.end(),
                    [&](const Unchanged& one) { return one.reason == unchanged_.front().reason; });
    if (nothing_changed && one_reason) {
      out_ += "nothing changes: " + unchanged_.front().reason + '\n';
      return;
    }
    for (const Unchanged& one : unchanged_) {
      if (one.is_relevant || !any_relevant) write_line(one.code, "no change: " + one.reason);
    }
  }

  void write_designations() {
    const auto before = change_.before.designations();
    for (const DesignationAnswer& one : change_.after.designations()) {
      const auto was = std::find_if(
          before.begin(), before.end(),
          [&](const DesignationAnswer& other) { return other.designation == one.designation; });
      const std::string is = standing_of(one);
      if (was == before.end()) {
        if (one.held) write_line(one.designation->name, is);
      } else if (standing_of(*was) != is) {
        write_line(one.designation->name, arrow(standing_of(*was), is));
      }
    }
  }

  using DoubtKey = std::pair<Index<Certification>, std::string_view>;

  void write_doubts() {
    std::map<DoubtKey, const Doubt*> before;
    for (const Doubt* const one : change_.before.doubts()) before[key_of(*one)] = one;
    for (const Doubt* const one : change_.after.doubts()) {
      const auto was = before.find(key_of(*one));
      const bool is_new = was == before.end() || was->second->message != one->message;
      if (is_new) {
        write_line(code_of(*one), "doubt: " + text::visible(one->message) + id_of(*one));
      }
      if (was != before.end()) before.erase(was);
    }
    for (const auto& [key, one] : before) {
      write_line(code_of(*one), "no longer in doubt" + id_of(*one));
    }
  }

  [[nodiscard]] static DoubtKey key_of(const Doubt& doubt) {
    return {doubt.credential, doubt.reading->id};
  }

  [[nodiscard]] std::string_view code_of(const Doubt& doubt) const {
    return change_.after.log()[doubt.credential].code;
  }
  [[nodiscard]] static std::string id_of(const Doubt& doubt) {
    return " [" + text::visible(doubt.reading->id) + ']';
  }

  std::string& out_;
  const Change& change_;
  std::optional<Index<Activity>> activity_;  // the new item, if it is an activity
  std::vector<Unchanged> unchanged_;
};

}  // namespace

void append_change(std::string& out, const Change& change) { ChangeWriter{out, change}.write(); }

}  // namespace certrenew::report
