// Findings: what is due, or not as the portal shows it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/renewal.hpp"

namespace certrenew {

/// The kinds of findings, in the order in which a credential's are listed.
enum class FindingCode : std::uint8_t {
  expired,
  suspended,
  suspends_soon,  ///< active, and suspends within so many days
  differs,        ///< one of its dates is not what the log expects
  not_entered,    ///< an activity counts, and is not yet entered in the portal
  entered_after_expiration,
};

/// What it is called in every answer: `suspends-soon` and so on.
std::string_view name_of(FindingCode code) noexcept;
/// The finding of that name.
std::optional<FindingCode> find_finding(std::string_view name) noexcept;
/// All of them, in order.
std::vector<std::string_view> names_of_findings();

/// One thing that is found.
struct Finding {
  /// What, in the log, shows the reader what it is about.
  enum class At : std::uint8_t { credential, expected_suspension, expected_expiration, activity };

  FindingCode code;                         ///< what kind it is
  At at;                                    ///< where in the log to look
  std::optional<std::uint32_t> credential;  ///< index into the log's; none: holds for several
  /// Index into the log's activities: the one it is about, or that moved the date that differs.
  std::optional<std::uint32_t> activity;
  std::string message;  ///< what to do by when; UTF-8 from the log unescaped: escape to print
};

/// What to look for.
struct Watch {
  /// Days to the suspension, at most, for `suspends_soon`; 0 or more.
  int within = 90;
  /// Whether a finding of this kind is wanted for this credential (index into the log's). An
  /// activity that counts for several is looked at for those that are.
  std::function<bool(FindingCode, std::uint32_t)> wants = [](FindingCode, std::uint32_t) {
    return true;
  };
};

/// What is found: credential by credential, then what holds for several. `renewals` is what
/// calculate() gave for `log` and `policy`.
std::vector<Finding> findings(const Log& log, const Policy& policy, const Renewals& renewals,
                              const Watch& watch);

/// What renews a credential on `last` at the latest, each way that its type has: `earn 30 more CE
/// units by 2026-09-19, or pass the exam`. The units are those needed on `last`, by when some may
/// have gone stale (U6): what is enough then is enough on any day before. `credential` is an index
/// into the log's; UTF-8 from the policy unescaped: escape to print. Preconditions: the credential
/// is not expired, and as-of ≤ `last` < its expiration.
std::string what_renews(const Log& log, const Policy& policy, const Renewals& renewals,
                        std::uint32_t credential, Date last);

}  // namespace certrenew
