// Notices: facts that a careful holder wants to know and that change no date.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/renewal.hpp"

namespace certrenew {

/// The kinds of notices, in the order in which they are listed: that of their names.
enum class NoticeCode : std::uint8_t {
  counts_nowhere,
  entered_after_expiration,
  not_entered,
  planned,
  rests_on_assumption,
  units_differ,
};

/// `counts-nowhere` and so on.
std::string_view name_of(NoticeCode code) noexcept;

/// A fact, and what it is about; append_message() puts it in words.
struct Notice {
  /// One of that kind, about what is given.
  Notice(NoticeCode kind, std::optional<std::uint32_t> of_activity,
         std::optional<std::uint32_t> of_credential,
         std::optional<std::uint32_t> of_cycle = {}) noexcept
      : code{kind}, activity{of_activity}, credential{of_credential}, cycle{of_cycle} {}

  NoticeCode code;                          ///< what kind it is
  std::optional<std::uint32_t> activity;    ///< index into the log's; none: about the credential
  std::optional<std::uint32_t> credential;  ///< index into the log's; none: holds for all
  /// Where it is a cycle's date that rests on an assumption (D2): index into Credential::cycles.
  std::optional<std::uint32_t> cycle;

  /// By code, activity, credential and cycle.
  friend auto operator<=>(const Notice&, const Notice&) = default;
};

/// All notices of one answer, in order of activity, credential, code; what names none comes first.
/// `renewals` is what calculate() gave for `log` and `policy`.
std::vector<Notice> notices(const Log& log, const Policy& policy, const Renewals& renewals);

/// The same, in the memory of `found`, whose content is replaced.
void find_notices(const Log& log, const Policy& policy, const Renewals& renewals,
                  std::vector<Notice>& found);

/// Appends what a notice says: one sentence without a full stop. UTF-8 from the log unescaped:
/// escape to print.
void append_message(std::string& out, const Log& log, const Policy& policy,
                    const Renewals& renewals, const Notice& notice);

}  // namespace certrenew
