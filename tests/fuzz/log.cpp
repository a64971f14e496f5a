// Reads any bytes as a log: the result is a valid log or valid errors.

#include <cstdint>

#include "require.hpp"

using namespace certrenew;
using fuzz::require;

namespace {

void require_certification(const Certification& one, const Policies& policies) {
  if (one.earned && one.suspends) require(*one.earned < *one.suspends, "C4");
  if (one.expires && one.suspends) require(*one.suspends <= *one.expires, "C4");
  if (one.expires && one.earned) require(*one.earned < *one.expires, "P2");
  if (!one.programme) return;
  require(one.earned || one.suspends, "a certification without a date");
  require(!one.expires || one.suspends, "C4");
  require(one.programme->at < policies.size(), "a programme that does not exist");
  const Policy& policy = policies[*one.programme];
  require(one.type.at < policy.certification_types.size(), "a type that does not exist");
  require(!one.listed || one.listed->at < policy.certifications.size(), "a code of nothing");
}

void require_worth(const Worth& one, const Policies& policies) {
  require(one.units >= Units{} && one.units <= Units::whole(1'000'000), "U8");
  require(one.programme.at < policies.size(), "a programme that does not exist");
  const Policy& policy = policies[one.programme];
  require(one.type.at < policy.activity_types.size(), "a type that does not exist");
  require(!one.course || one.course->at < policy.courses.size(), "a course of nothing");
}

void require_work(const Work& work, const Policies& policies) {
  require(!work.type.empty(), "work without a type");
  require(work.worth || work.also.empty(), "work of further programmes alone");
  if (work.worth) require_worth(*work.worth, policies);
  for (const Worth& one : work.also) require_worth(one, policies);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text{reinterpret_cast<const char*>(data), size};
  const Policies& policies = builtin_policies();
  const auto result = read_log(text, policies);
  if (const auto* const errors = std::get_if<Errors>(&result)) {
    fuzz::require_sound(*errors, text);
    return 0;
  }
  const Log& log = std::get<Log>(result);
  for (const Certification& one : log.certifications) {
    require(!one.code.empty(), "a certification without a code");
    require(log.text[one.places.itself] == '{', "a certification that is not at its place");
    require_certification(one, policies);
  }
  for (const Activity& one : log.activities) {
    require(log.text[one.place] == '{', "an activity that is not at its place");
    require(log.text[one.date_place] == '"', "a date that is not at its place");
    if (const Exam* const exam = one.exam()) {
      require(exam->certification && exam->certification->at < log.certifications.size(),
              "an exam of nothing");
    } else {
      require_work(*one.work(), policies);
    }
  }
  return 0;
}
