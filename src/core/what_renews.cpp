#include <algorithm>
#include <utility>
#include <vector>

#include "certrenew/findings.hpp"

namespace certrenew {

namespace {

/// One credential, and the last day on which it is to be renewed.
class Ways {
 public:
  Ways(const Log& log, const Policy& policy, const Renewals& renewals, std::uint32_t credential,
       Date last)
      : log_{log},
        policy_{policy},
        renewals_{renewals},
        index_{credential},
        credential_{renewals.credentials[credential]},
        type_{policy.certification_types[log.certifications[credential].type]},
        last_{last} {}

  [[nodiscard]] std::string in_words() const;

 private:
  [[nodiscard]] Date next_loss() const;
  [[nodiscard]] std::string earn() const;
  [[nodiscard]] std::string complete() const;
  [[nodiscard]] std::string pass(const Interval& window, bool alone) const;

  const Log& log_;
  const Policy& policy_;
  const Renewals& renewals_;
  std::uint32_t index_;
  const Credential& credential_;
  const CertificationType& type_;
  Date last_;
};

std::string more_units(Units units) {
  return to_string(units) + (units == Units::whole(1) ? " more CE unit" : " more CE units");
}

std::string Ways::in_words() const {
  std::vector<std::string> ways;
  if (type_.units) ways.push_back(earn());
  if (!type_.courses.empty()) ways.push_back(complete());
  if (const auto& window = credential_.cycle().exam_window) {
    ways.push_back(pass(*window, ways.empty()));
  }
  std::string all = ways.front();
  for (std::size_t i = 1; i < ways.size(); ++i) {
    all += (i + 1 == ways.size() ? ", or " : ", ") + ways[i];
  }
  return all;
}

/// The first day after as-of on which something that counts is stale. Precondition: there is one.
Date Ways::next_loss() const {
  Date first = Date::last();
  const auto& verdicts = credential_.verdicts;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (verdicts[i].outcome != Outcome::counted || log_.activities[i].units == Units{}) continue;
    first = std::min(first, goes_stale(log_.activities[i].date, policy_).value_or(first));
  }
  return first;
}

/// What is needed on the last day is enough on any other: units only go stale (U6).
std::string Ways::earn() const {
  const Units today = *type_.units - credential_.counted;
  const Units then = *type_.units - still_counting(log_, policy_, renewals_, index_, last_);
  std::string words = "earn " + more_units(then) + " by " + to_string(last_);
  if (then != today)
    words += " (" + to_string(today) + " if before " + to_string(next_loss()) + ')';
  return words;
}

std::string Ways::complete() const {
  std::string words = "complete ";
  bool first = true;
  for (std::size_t i = 0; i < type_.courses.size(); ++i) {
    if (credential_.courses[i]) continue;
    if (!std::exchange(first, false)) words += ", ";
    words += '"' + policy_.courses[type_.courses[i]] + '"';
  }
  return words + " by " + to_string(last_);
}

std::string Ways::pass(const Interval& window, bool alone) const {
  const std::string opens = to_string(window.first);
  if (window.first > last_) {
    return "pass the exam from " + opens + " to " + to_string(*day_before(window.end));
  }
  const bool open = window.first <= renewals_.as_of;
  if (!alone) return open ? "pass the exam" : "pass the exam from " + opens + " on";
  return "pass the exam " + (open ? "by " : "from " + opens + " to ") + to_string(last_);
}

}  // namespace

std::string what_renews(const Log& log, const Policy& policy, const Renewals& renewals,
                        std::uint32_t credential, Date last) {
  return Ways{log, policy, renewals, credential, last}.in_words();
}

}  // namespace certrenew
