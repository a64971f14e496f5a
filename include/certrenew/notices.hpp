// Notices: facts that a careful holder wants to know and that change no date.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/renewal.hpp"

namespace certrenew {

/// In the order in which they are listed: that of their names.
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

struct Notice {
  NoticeCode code;
  std::optional<std::uint32_t> activity;    ///< index into the log's; none: about the credential
  std::optional<std::uint32_t> credential;  ///< index into the log's; none: holds for all
  std::string message;                      ///< UTF-8 from the log unescaped: escape to print
};

/// All notices of one answer, in order of activity, credential, code; what names none comes first.
std::vector<Notice> notices(const Log& log, const Policy& policy, const Renewals& renewals);

}  // namespace certrenew
