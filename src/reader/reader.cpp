#include "certrenew/reader.hpp"

#include <algorithm>
#include <utility>

#include "reader/log_document.hpp"
#include "reader/policy_document.hpp"
#include "reader/reading.hpp"

namespace certrenew {

std::variant<Log, Faults> read_log(std::string_view text, const Policy& policy) {
  const PolicyNames names{policy};
  Log log;
  LogDocument document{log, policy, names};
  Reading reading{text, document};
  if (!reading.parse()) return reading.faults();
  return log;
}

std::variant<Policy, Faults> read_policy(std::string_view text) {
  Policy policy;
  PolicyDocument document{policy};
  Reading reading{text, document};
  if (!reading.parse()) return reading.faults();
  return policy;
}

namespace {

/// Looks for the dates in a log that other dates could not be computed from.
class DateFinder final : public Document {
 public:
  explicit DateFinder(const std::vector<OutOfRange>& sought)
      : Document{log_json::shapes()}, sought_{sought} {}

  void open(Reading& /*reading*/, std::uint8_t shape) override {
    if (shape == static_cast<std::uint8_t>(log_json::Shapes::certification)) ++certifications_;
    if (shape == static_cast<std::uint8_t>(log_json::Shapes::activity)) ++activities_;
  }
  void close(Reading& /*reading*/, std::uint8_t /*shape*/, Place /*place*/) override {}
  bool name(Reading& /*reading*/, std::uint8_t /*shape*/, std::string_view /*name*/,
            Place /*place*/) override {
    return true;
  }
  void set(Reading& reading, std::uint8_t id, const Value& value) override {
    using From = OutOfRange::From;
    switch (static_cast<log_json::Field>(id)) {
      case log_json::Field::earned: look(reading, value, From::earned, certifications_); break;
      case log_json::Field::suspends: look(reading, value, From::suspends, certifications_); break;
      case log_json::Field::expires: look(reading, value, From::expires, certifications_); break;
      case log_json::Field::date: look(reading, value, From::activity, activities_); break;
      default: break;
    }
  }

 private:
  void look(Reading& reading, const Value& value, OutOfRange::From from, std::uint32_t count) {
    const auto found = std::find_if(sought_.begin(), sought_.end(), [&](const OutOfRange& one) {
      return one.from == from && one.index + 1 == count;
    });
    if (found == sought_.end()) return;
    const bool before = found->months < 0;
    reading.fault(value.place,
                  std::to_string(before ? -found->months : found->months) + " months " +
                      (before ? "before " : "after ") + to_string(*value.date) +
                      (found->computed ? ", or a date computed from it," : "") + " lies outside " +
                      to_string(Date::first()) + " to " + to_string(Date::last()));
  }

  const std::vector<OutOfRange>& sought_;
  std::uint32_t certifications_ = 0;  // begun so far
  std::uint32_t activities_ = 0;
};

}  // namespace

Faults locate(const std::vector<OutOfRange>& out_of_range, std::string_view text) {
  DateFinder finder{out_of_range};
  Reading reading{text, finder};
  reading.parse();
  return reading.faults();
}

}  // namespace certrenew
