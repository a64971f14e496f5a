// Codes that look misspelled (P4).
#pragma once

#include <optional>
#include <string_view>

#include "certrenew/answer.hpp"

namespace certrenew {

/// For a credential whose code its policy does not list: a listed code of its type that differs
/// from it in one character, or in two swapped ones. None: there is no such code.
std::optional<std::string_view> similar_code(const CredentialAnswer& one);

}  // namespace certrenew
