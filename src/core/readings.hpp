// The same log under other readings of its policies (R1).
#pragma once

#include <memory>
#include <vector>

#include "core/answer_contents.hpp"
#include "core/engine.hpp"
#include "core/reading_scope.hpp"

namespace certrenew {

/// Calculates one log after another under each reading of the policies, which must outlive this.
class Readings {
 public:
  explicit Readings(const Policies& policies);

  /// The credentials that a reading changes, compared with `renewals`, the last result of `engine`.
  /// Passes over readings under which the log is invalid.
  std::vector<Alternative> alternatives(const Log& log, const Renewals& renewals,
                                        const Engine& engine);

 private:
  /// One reading of one policy.
  struct ReadingEngine {
    const Reading* reading;
    const Policy* policy;  ///< the policy that it changes
    ReadingScope scope;
    std::unique_ptr<ProgrammeEngine> engine;
    bool is_turned = false;  ///< whether the engine has the log of this call
  };

  std::vector<ReadingEngine>& readings_of(Index<Policy> programme);
  void add_alternatives(ReadingEngine& reading, Index<Policy> programme, const Log& log,
                        const Renewals& renewals, const ProgrammeEngine& base,
                        std::vector<Alternative>& found);
  void turn(ReadingEngine& reading, Index<Policy> programme, const Log& log, Date as_of,
            const ProgrammeEngine& base);
  static bool add_without_calculation(const ReadingEngine& reading,
                                      const CalculatedCredential& base,
                                      std::vector<Alternative>& found);
  void add_calculated(const ReadingEngine& reading, Index<Certification> certification,
                      const Credential& base, std::vector<Alternative>& found) const;
  [[nodiscard]] static bool counts_alike(const ReadingEngine& reading, const Credential& changed,
                                         const Credential& base);

  const Policies& policies_;
  std::vector<std::vector<ReadingEngine>> readings_;  // by programme, in the policy's order
  std::vector<Credential> credentials_;               // under the reading, in the log's order
  std::vector<Verdict> verdicts_;                     // of the one being calculated
  std::vector<Index<Activity>> order_;                // of the log's activities
  std::vector<OutOfRange> out_of_range_;
};

/// The doubts of an answer (R1), in words.
std::vector<Doubt> doubts_of(const AnswerContents& answer);

}  // namespace certrenew
