#include "core/plan/wording.hpp"

#include <cstddef>
#include <vector>

#include "core/wording.hpp"

namespace certrenew {

namespace {

std::string code_of(const Answer& answer, Index<Certification> credential) {
  return shortened(answer.log()[credential].code);
}

/// `20 of these on any days from 2025-11-15 on`.
std::string words_for_early(const EarlyUnits& early) {
  return "up to " + to_string(early.units) + " of these on any days from " + to_string(early.from) +
         " on";
}

/// Says one step after the other.
class StepWords {
 public:
  StepWords(const Answer& answer, const Policy& policy) : answer_{answer}, policy_{policy} {}

  /// `exam_follows`: whether the next step is an exam.
  void add(const Step& step, bool exam_follows) {
    close_early(/*at_end=*/false);
    step.exam ? add_exam(step, exam_follows) : add_units(step);
  }

  std::string end() {
    close_early(/*at_end=*/true);
    words_.front() = static_cast<char>(words_.front() - 'a' + 'A');
    return words_ + '.';
  }

 private:
  void add_exam(const Step& step, bool exam_follows) {
    if (after_exam_) {
      words_ += exam_follows ? ", " : " and ";
    } else {
      words_ += words_.empty() ? "pass the exam " : ", then pass the exam ";
    }
    words_ += "of " + code_of(answer_, *step.exam) + " on " + to_string(step.date);
    after_exam_ = true;
  }

  void add_units(const Step& step) {
    const bool first = !earned_;
    if (!words_.empty()) words_ += ", then ";
    if (first || after_exam_) words_ += "earn ";
    words_ += to_string(*step.units);
    if (!first) words_ += " more";
    if (first || after_exam_) words_ += " " + unit_word(*step.units, policy_);
    words_ += (step.date == answer_.as_of() ? " on " : " by ") + to_string(step.date);
    early_ = step.may_be_earlier;
    earned_ = true;
    after_exam_ = false;
  }

  void close_early(bool at_end) {
    if (!early_) return;
    words_ += at_end ? "; " + words_for_early(*early_) : " (" + words_for_early(*early_) + ')';
    early_.reset();
  }

  const Answer& answer_;
  const Policy& policy_;
  std::string words_;
  bool after_exam_ = false;
  bool earned_ = false;
  std::optional<EarlyUnits> early_;  // of the last step written
};

}  // namespace

std::string words_for_steps(const Answer& answer, const Way& way) {
  std::string words = "Do what the log plans: nothing more is needed.";
  if (!way.steps.empty()) {
    StepWords steps{answer, answer.policies()[way.programme]};
    for (std::size_t i = 0; i < way.steps.size(); ++i) {
      steps.add(way.steps[i], i + 1 < way.steps.size() && way.steps[i + 1].exam);
    }
    words = steps.end();
  }
  for (const HeldUntil& one : way.designations) {
    words += " Then " + shortened(one.designation->name) + " is held ";
    words += one.until ? "until " + to_string(*one.until) + "." : std::string{"for ever."};
  }
  return words;
}

}  // namespace certrenew
