// Who takes part in a plan, and how each may be renewed.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "certrenew/plan.hpp"
#include "core/plan/simulation.hpp"

namespace certrenew {

/// With more participants than this, a plan would take too long: then it ignores exams of others,
/// and tries only a few participants in every way.
inline constexpr std::size_t most_participants = 64;

/// An exam that renews a credential, and the day on which to pass it for that.
struct UsefulExam {
  std::size_t of;  ///< the place of the credential whose exam it is
  Date day;
};

/// How a credential can take part in ways.
struct Participant {
  std::size_t place;              ///< in Simulation::who()
  std::vector<Date> last_days;    ///< by when it is to be renewed: one day, or two to choose from
  std::vector<UsefulExam> exams;  ///< its own comes first
  bool by_units = false;          ///< whether units can renew it
  std::optional<Date> planned;    ///< when the log's planned activities renew it; none: they do not
};

/// The last days by which a credential may be renewed: one, or two to choose from.
std::vector<Date> last_days_of(const Deadline& deadline, Date as_of, const PlanOptions& options);

/// Of the credentials that `simulation` simulates, those that an exam, units or the log's planned
/// activities can renew in time; `deadlines` are theirs. Adds the others to `left_alone`.
std::vector<Participant> find_participants(const Answer& answer, const PlanOptions& options,
                                           std::span<const Deadline> deadlines,
                                           Simulation& simulation,
                                           std::vector<LeftAlone>& left_alone);

}  // namespace certrenew
