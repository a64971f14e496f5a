// Reads any bytes as a log: the result is a valid log or valid errors.

#include <cstdint>

#include "require.hpp"

using namespace certrenew;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text{reinterpret_cast<const char*>(data), size};
  const Policy& policy = builtin_policy();
  const auto result = read_log(text, policy);
  if (const auto* const errors = std::get_if<Errors>(&result)) {
    fuzz::require_sound(*errors, text);
    return 0;
  }
  const Log& log = std::get<Log>(result);
  for (const Certification& one : log.certifications) {
    require(!one.code.empty(), "a certification without a code");
    require(one.earned || one.suspends, "a certification without a date");
    require(one.type.at < policy.certification_types.size(), "a type that does not exist");
    require(log.text[one.places.itself] == '{', "a certification that is not at its place");
    if (one.earned && one.suspends) require(*one.earned < *one.suspends, "C4");
    if (one.expires) require(one.suspends && *one.suspends <= *one.expires, "C4");
  }
  for (const Activity& one : log.activities) {
    require(log.text[one.place] == '{', "an activity that is not at its place");
    require(log.text[one.date_place] == '"', "a date that is not at its place");
    if (const Exam* const exam = one.exam()) {
      require(exam->certification && exam->certification->at < log.certifications.size(),
              "an exam of nothing");
    } else {
      const Work& work = *one.work();
      require(work.units >= Units{} && work.units <= Units::whole(1'000'000), "U8");
      require(work.type.at < policy.activity_types.size(), "a type that does not exist");
    }
  }
  return 0;
}
