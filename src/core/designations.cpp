// Who holds which designation, and until when (P5).

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "core/answer_contents.hpp"
#include "core/term.hpp"

namespace certrenew {

namespace {

/// The credential of the log with that code or alias; none: the log does not list it.
std::optional<Index<Certification>> find_credential(const AnswerContents& answer,
                                                    Index<Policy> programme,
                                                    std::string_view code) {
  for (const Index<Certification> one : answer.all) {
    const Certification& given = answer.log[one];
    if (given.programme == programme && is_called(given, answer.policies, code)) return one;
  }
  return std::nullopt;
}

/// Returns nothing if the answer speaks of none of the designation's certifications.
std::optional<DesignationAnswer> look_at(const AnswerContents& answer, Index<Policy> programme,
                                         const Designation& designation) {
  DesignationAnswer found{.designation = &designation, .policy = &answer.policies[programme]};
  bool is_shown = false;
  std::vector<std::optional<Date>> ends;  // the suspensions of its active certifications
  ends.reserve(designation.of.size());
  found.missing.reserve(designation.of.size());
  for (const std::string& code : designation.of) {
    const auto one = find_credential(answer, programme, code);
    is_shown |= one && std::binary_search(answer.shown.begin(), answer.shown.end(), *one);
    if (one && answer.renewals.credentials[one->at].status == Status::active) {
      ends.push_back(answer.renewals.credentials[one->at].cycle().suspends);
    } else {
      found.missing.emplace_back(code);
    }
  }
  if (!is_shown) return std::nullopt;
  found.active = static_cast<std::uint32_t>(ends.size());
  found.held = found.active >= designation.needs;
  if (!found.held) return found;
  std::sort(ends.begin(), ends.end(), is_earlier);
  found.until = ends[found.active - designation.needs];  // from then on too few are active
  return found;
}

}  // namespace

std::vector<DesignationAnswer> AnswerContents::designations() const {
  std::vector<DesignationAnswer> answers;
  for (const Renewals::Order& seen : renewals.orders) {
    if (!seen.programme) continue;
    for (const Designation& one : policies[*seen.programme].designations) {
      if (auto found = look_at(*this, *seen.programme, one)) answers.push_back(std::move(*found));
    }
  }
  return answers;
}

}  // namespace certrenew
