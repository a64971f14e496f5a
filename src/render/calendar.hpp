// The answer of `calendar`: events of an iCalendar object (RFC 5545), appended to a buffer.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "render/answer.hpp"

namespace certrenew {

/// How many days before a deadline to remind of it, the longest first.
using Reminders = std::set<int, std::greater<>>;

/// What stands before the first event and after the last one. There must be an event between.
std::string_view calendar_header() noexcept;
std::string_view calendar_footer() noexcept;

/// Tells apart what has the same holder and the same code within one calendar.
class Namesakes {
 public:
  /// How many such credentials were asked about before this one.
  std::uint32_t before(const Answer& answer, std::uint32_t credential);

 private:
  std::unordered_map<std::string, std::uint32_t> seen_;
};

/// What the other logs of a calendar, and the notices, know of a credential.
struct Circumstances {
  std::uint32_t before = 0;  ///< see Namesakes
  bool doubtful = false;     ///< see doubtful()
};

/// The events of one credential, each a whole day: its exam window opens, the last day to renew it
/// while it is active, its suspension (if it has a grace), its expiration. They are there whatever
/// its status, and have the same UIDs whatever their days, so that a later calendar replaces all of
/// them. A UID is made of the kind of event, the code, the holder (the candidate's id, or else the
/// name, or else nothing) and `before`. `reminders` go with the
/// deadlines, as far as they are not over on as-of.
void render_events(std::string& out, const Answer& answer, std::uint32_t credential,
                   const Circumstances& circumstances, const Reminders& reminders);

}  // namespace certrenew
