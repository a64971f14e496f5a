// One certification of the naive implementation. It goes through each day in the phases of E3, and
// asks the others of its programme for what it needs in that moment.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "certrenew/answer.hpp"
#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"
#include "naive.hpp"

namespace certrenew::testing {

class NaiveCertification;

/// Certifications of one programme.
using NaiveProgramme = std::vector<NaiveCertification>;

class NaiveCertification {
 public:
  /// A date leaves the range (D1), or there is no day as C4 asks for.
  struct NoAnswer : std::exception {};

  NaiveCertification(const Log& log, const Policies& policies, Date as_of, std::uint32_t which);

  // The phases of a day. Every certification goes through one before any goes through the next.
  void expire(Date day);
  void exams(Date day, const NaiveProgramme& all);
  /// U3: `held_back` while another certification is held.
  void units(Date day, bool held_back);
  void courses(Date day);
  /// C7. Precondition: those that it may renew with have gone through this.
  void renew_with(Date day, const NaiveProgramme& all);
  /// On as-of, after the last day on which something happens.
  void finish();

  Index<Certification> index() const { return which_; }
  Index<CertificationType> type_index() const { return certification_.type; }
  const CertificationType& type() const { return type_; }
  /// C7: held on `day`, and not expired.
  bool is_held(Date day) const;
  /// Whether a certification that it is renewed with is held.
  bool is_below_another(Date day, const NaiveProgramme& all) const;
  /// The days on which something may happen to it, or to others through it.
  void add_days(std::set<Date>& days) const;

  NaiveAnswer answer() const;
  /// What the open cycle lacks on `day`, if nothing is done after as-of.
  std::optional<Units> needed_on(Date day) const;

 private:
  void first_cycle();
  /// A cycle with the term that the rules give it.
  void begin(Cycle cycle);
  void push(Cycle cycle, Date window_hangs_on);
  void close(Date day, CycleEnd by, std::optional<Index<Certification>> with = {});
  void settle(Date day);
  std::optional<Date> ends(Date start) const;
  bool is_expired(Date day) const { return cycle().expires_by(day); }
  /// The first certification in the log whose earning on `day` renews this one (E4).
  std::optional<Index<Certification>> earned_another(Date day, const NaiveProgramme& all) const;

  std::optional<Outcome> beside(std::uint32_t activity) const;
  std::optional<Outcome> beside_exam(const Activity& activity) const;
  bool is_before(const Activity& activity) const;
  bool is_duplicate(std::uint32_t activity) const;
  bool required(std::uint32_t activity) const;
  bool is_own(const Activity& exam) const { return exam.exam()->certification == which_; }
  /// E4: whether the exam, or the earning, of that one does what its own exam does.
  bool is_of(Index<Certification> other) const;
  /// U9: what the cycle before the current one hands on, if nothing is done after `day`.
  Units carried_over(Date day) const;

  /// Of the cycle at that place, done on or before `day`, in the order of U7.
  std::vector<std::uint32_t> activities_until(std::size_t place, Date day) const;
  /// U7: those whose units count on some day, those over the limit, and those that are stale.
  struct Total {
    Units sum;
    std::vector<std::uint32_t> counting{};
    std::set<std::uint32_t> over{};
    std::set<std::uint32_t> stale{};
  };
  Total total(std::size_t place, const std::vector<std::uint32_t>& activities, Date day) const;
  Total total(Date day) const { return total(current(), activities_until(current(), day), day); }
  /// K1: the first completion of each required course.
  std::map<Index<Course>, std::uint32_t> completions(Date day) const;

  const Activity& activity(std::uint32_t index) const { return log_.activities[index]; }
  /// Precondition: it is work of the programme.
  const Worth& worth(std::uint32_t index) const { return *activity(index).work()->in(programme_); }
  std::size_t current() const { return cycles_.size() - 1; }
  Cycle& cycle() { return cycles_.back(); }
  const Cycle& cycle() const { return cycles_.back(); }

  const Log& log_;
  Index<Policy> programme_;
  const Policy& policy_;
  Date as_of_;
  Index<Certification> which_;
  const Certification& certification_;
  const CertificationType& type_;
  std::vector<Cycle> cycles_{};
  std::vector<Outcome> outcome_;
  std::set<std::uint32_t> duplicates_{};
};

}  // namespace certrenew::testing
