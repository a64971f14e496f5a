// `calendar`: events of an iCalendar object (RFC 5545).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "certrenew/plan.hpp"
#include "print/sink.hpp"
#include "report/report.hpp"

namespace certrenew::report {

/// How many days before a deadline to remind of it, the longest first.
using Reminders = std::set<int, std::greater<>>;

extern const print::Frame calendar_frame;

/// Writes the events of one answer after the other into one calendar.
///
/// Each credential has events of a whole day: its exam window opens, the last day to renew it while
/// it is active (a safe one: R2), its suspension (if it has a grace period), its expiration. They
/// are written whatever the status, and keep their UIDs whatever their days, so that a later
/// calendar replaces all of them. A credential that never suspends or expires has no event for
/// that. A tracked one (P2) has no exam window and no advice. A UID is made of the kind of event,
/// the code, the holder (the candidate's id, or else the name, or else nothing), and how many
/// earlier logs list the same code for the same holder.
class Calendar {
 public:
  /// Days to act that lie far enough after as-of get these reminders: the last day while it is
  /// active, the last day before it expires if that is another one, and the steps of a way.
  explicit Calendar(Reminders reminders) : reminders_{std::move(reminders)} {}

  /// Writes the events of the answer to `sink`, and appends a line to `warnings` for each
  /// credential that an earlier log lists for the same holder.
  void add(print::Sink& sink, std::string& warnings, const Origin& origin, const Answer& answer);

  /// Withdraws the events of a credential that the log no longer lists: writes them as cancelled,
  /// with the UIDs that they had for this holder.
  void cancel(print::Sink& sink, const Answer& answer, std::string_view code);

  /// Writes the steps of `ways`, one way of each programme, as events. Their UIDs are made of the
  /// step's number and the holder, so that a step of a later plan replaces the one with the same
  /// number. Where the later plan has fewer steps, the rest stay.
  void add_steps(print::Sink& sink, const Origin& origin, const Answer& answer,
                 std::span<const Way* const> ways);

 private:
  std::string unique(const std::string& identity);

  Reminders reminders_;
  std::map<std::string, std::uint32_t> seen_;  // how many logs, by identity
};

}  // namespace certrenew::report
