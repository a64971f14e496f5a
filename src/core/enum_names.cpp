#include "certrenew/cycle.hpp"
#include "certrenew/plan.hpp"
#include "certrenew/remark.hpp"

namespace certrenew {

namespace {

/// The name of `value`. There is one for each enumerator up to `last`, in their order.
template <auto last, std::size_t count>
std::string_view name_among(const std::string_view (&names)[count], decltype(last) value) noexcept {
  static_assert(count == static_cast<std::size_t>(last) + 1, "each enumerator has a name");
  return names[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view name_of(Status status) noexcept {
  constexpr std::string_view names[] = {"upcoming", "active", "suspended", "expired"};
  return name_among<Status::expired>(names, status);
}

std::string_view name_of(CycleStart start) noexcept {
  constexpr std::string_view names[] = {"earned",  "given",       "units",       "exam",
                                        "courses", "earned-anew", "renewed-with"};
  return name_among<CycleStart::renewed_with>(names, start);
}

std::string_view name_of(CycleEnd end) noexcept {
  constexpr std::string_view names[] = {"units", "exam", "courses", "renewed-with", "expired"};
  return name_among<CycleEnd::expired>(names, end);
}

std::string_view name_of(Outcome outcome) noexcept {
  constexpr std::string_view names[] = {
      "planned",     "rejected",     "other-programme", "duplicate",        "other-certification",
      "failed",      "not-required", "retired",         "before-cycle",     "renewed",
      "earned-anew", "earned",       "too-early",       "after-expiration", "surplus",
      "used",        "over-limit",   "stale",           "superseded",       "lapsed",
      "counted"};
  return name_among<Outcome::counted>(names, outcome);
}

std::string_view name_of(RemarkKind kind) noexcept {
  constexpr std::string_view names[] = {
      "counts-nowhere",    "duplicate",    "entered-after-expiration",
      "incomplete-policy", "not-entered",  "planned",
      "repeated",          "units-differ", "unknown-code",
      "upcoming",          "expired",      "suspended",
      "suspends-soon",     "doubtful",     "differs",
      "designation-ends"};
  return name_among<RemarkKind::designation_ends>(names, kind);
}

std::string_view name_of(WayLabel label) noexcept {
  constexpr std::string_view names[] = {"no-exam", "fewest-units", "least-forfeited", "one-day"};
  return name_among<WayLabel::one_day>(names, label);
}

}  // namespace certrenew
