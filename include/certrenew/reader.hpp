// Reading logs and policies from JSON: straight into the model, every fault with its place.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"
#include "certrenew/renewal.hpp"

namespace certrenew {

/// The longest document that is read; a longer one is a fault.
inline constexpr std::size_t most_document_bytes = std::size_t{64} * 1024 * 1024;
/// How deep lists and objects may be nested; deeper is a fault.
inline constexpr std::size_t most_nesting = 32;

/// A place in a text, as editors count: lines from 1, ending with LF or CRLF; columns from 1, in
/// characters.
struct Position {
  std::uint32_t line = 1;    ///< from 1
  std::uint32_t column = 1;  ///< from 1

  friend bool operator==(const Position&, const Position&) = default;
};

/// What is wrong with a document, and where. Texts of the document stand in it escaped.
struct Diagnostic {
  std::uint32_t line;    ///< from 1; lines end with LF or CRLF
  std::uint32_t column;  ///< from 1, in characters, of the first one of the offending value
  std::string path;      ///< `activities[3].date`; empty for the document itself
  std::string message;   ///< says what to do

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// What is wrong with a document, in the order of the document.
struct Faults {
  std::vector<Diagnostic> first;  ///< at most 10,000; never empty
  std::size_t more = 0;           ///< how many were left out
};

/// Reads one log under `policy`. The result keeps no reference to `text`.
std::variant<Log, Faults> read_log(std::string_view text, const Policy& policy);

/// Reads one log after another under one policy, in memory that is used again.
class LogReader {
 public:
  /// `policy` must outlive it.
  explicit LogReader(const Policy& policy);
  ~LogReader();

  /// The log in `text`, or null where it is none: see faults(). It is the caller's to change, keeps
  /// no reference to `text`, and lives until the next call.
  Log* read(std::string_view text);

  /// Why the last text is no log. Precondition: that text is still there.
  [[nodiscard]] Faults faults() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Reads one policy.
std::variant<Policy, Faults> read_policy(std::string_view text);

/// The faults behind computed dates that leave the range (D1), each at the date in `text` that it
/// was computed from. Precondition: `text` is what the log was read from.
Faults locate(const std::vector<OutOfRange>& out_of_range, std::string_view text);

/// Something that stands in a log: one of its certifications or activities, or a date of it.
struct LogPart {
  /// What it is.
  enum class Kind : std::uint8_t {
    certification,
    earned,
    suspends,
    expires,
    expected_suspension,
    expected_expiration,
    activity,
    activity_date,
  };
  Kind kind;            ///< what it is
  std::uint32_t index;  ///< of the certification, or the activity

  /// By kind, then by index.
  friend auto operator<=>(const LogPart&, const LogPart&) = default;
};

/// Where each of `parts` begins in `text`, which a log was read from; nothing for what is not
/// there.
std::vector<std::optional<Position>> find_parts(std::string_view text,
                                                const std::vector<LogPart>& parts);

}  // namespace certrenew
