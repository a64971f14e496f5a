// `add`: what a new item of a log changes.
#pragma once

#include <string>

#include "certrenew/answer.hpp"

namespace certrenew::report {

/// The answers to a log without and with one more item at the end of one of its lists. Both are of
/// the same day, and under the same policies.
struct Change {
  const Answer& before;
  const Answer& after;
};

/// Appends a line for each credential and designation that changes, `ACP-620: 60 → 70 of 100 CE
/// units`, and for each new doubt. For a credential that does not change it says why not; leaves
/// that out if the new activity is about others.
void append_change(std::string& out, const Change& change);

}  // namespace certrenew::report
