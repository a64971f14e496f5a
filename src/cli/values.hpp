// Values of options that several commands share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace certrenew {

/// The parts of `list` between commas. Throws CLI::ValidationError, which names `option`, where one
/// is empty.
std::vector<std::string> parts_of(const std::string& option, std::string_view list);

/// The whole number that `text` writes. Throws likewise where it is none from `least` to `most`;
/// `what` it is a number of.
std::uint32_t number_in(const std::string& option, const std::string& text, std::uint32_t least,
                        std::uint32_t most, const std::string& what);

/// A number of days, 0 to 1,000,000. Throws likewise where `text` is none.
int days_in(const std::string& option, const std::string& text);

}  // namespace certrenew
