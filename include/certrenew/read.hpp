// Reading logs and policies from JSON.
#pragma once

#include <cstddef>
#include <string_view>
#include <variant>

#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"

namespace certrenew {

/// The longest document that is read, in bytes; a longer one is an error.
inline constexpr std::size_t most_document_bytes = std::size_t{64} * 1024 * 1024;
/// How deep lists and objects may be nested; deeper is an error.
inline constexpr std::size_t most_nesting = 32;

/// Reads one log under `policies`: the log, or everything that is wrong with it. The log keeps a
/// copy of `text`. It refers to the policies by index: answer it under the same ones.
std::variant<Log, Errors> read_log(std::string_view text, const Policies& policies);

/// Reads one policy with its readings: the policy, or everything that is wrong with it.
std::variant<Policy, Errors> read_policy(std::string_view text);

/// The rules of the Atlassian programme as far as their sources settle them; see Policy::sources.
const Policy& builtin_policy();
/// The built-in policies: builtin_policy() for every log, and those of other programmes for logs
/// that name them.
const Policies& builtin_policies();

}  // namespace certrenew
