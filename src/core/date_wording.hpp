// What is wrong with a text that is no date.
#pragma once

#include <string>
#include <string_view>

namespace certrenew {

/// Says why Date::parse() refuses `text`: the calendar has no such day, or it is not written
/// `YYYY-MM-DD`. Precondition: it refuses it.
std::string why_no_date(std::string_view text);

}  // namespace certrenew
