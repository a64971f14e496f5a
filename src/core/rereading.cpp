#include "core/rereading.hpp"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

#include "core/certification_type.hpp"

namespace certrenew {

namespace {

/// See reread().
class Rereading {
 public:
  Rereading(const Log& log, Index<Policy> programme, const Policy& policy)
      : programme_{programme}, policy_{policy} {
    log_.certifications = log.certifications;
    log_.activities = log.activities;
  }

  std::optional<Log> read() {
    const bool is_sound =
        std::all_of(log_.certifications.begin(), log_.certifications.end(),
                    [&](Certification& one) { return read(one); }) &&
        std::all_of(log_.activities.begin(), log_.activities.end(),
                    [&](Activity& one) { return one.work() == nullptr || read(one); });
    if (!is_sound || has_twins()) return std::nullopt;
    return std::move(log_);
  }

 private:
  bool read(Certification& one) {
    if (one.programme != programme_) return true;
    one.listed = policy_.find_certification(one.code);
    const auto type = type_of(one, policy_, policy_);
    if (type) one.type = *type;
    return type.has_value();
  }

  bool read(Activity& activity) {
    Work& work = std::get<Work>(activity.what);
    if (work.worth && work.worth->programme == programme_) return read(work, *work.worth, activity);
    std::vector<Worth> also{work.also.begin(), work.also.end()};
    for (Worth& one : also) {
      if (one.programme == programme_ && !read(work, one, activity)) return false;
    }
    if (!also.empty()) work.also = log_.keep(also);
    return true;
  }

  bool read(const Work& work, Worth& worth, const Activity& activity) {
    const auto type = policy_.find_activity_type(work.type);
    if (!type) return false;
    worth.type = *type;
    worth.course = work.course ? policy_.find_course(*work.course) : std::nullopt;
    if (work.states_units) return true;
    const auto& units = policy_[*type].units.on(activity.date);
    worth.units = units.value_or(Units{});
    return units.has_value();
  }

  /// Whether two certifications of the log are the same one by codes and aliases (P4).
  [[nodiscard]] bool has_twins() const {
    std::vector<Index<ListedCertification>> listed;
    for (const Certification& one : log_.certifications) {
      if (one.programme == programme_ && one.listed) listed.push_back(*one.listed);
    }
    std::sort(listed.begin(), listed.end());
    return std::adjacent_find(listed.begin(), listed.end()) != listed.end();
  }

  Index<Policy> programme_;
  const Policy& policy_;
  Log log_;
};

}  // namespace

std::optional<Log> reread(const Log& log, Index<Policy> programme, const Policy& policy) {
  return Rereading{log, programme, policy}.read();
}

}  // namespace certrenew
