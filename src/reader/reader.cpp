#include "certrenew/reader.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "reader/events.hpp"
#include "reader/faults.hpp"
#include "reader/log_document.hpp"
#include "reader/policy_document.hpp"

namespace certrenew {

struct LogReader::State {
  explicit State(const Policy& policy) : names{policy}, document{log, policy, names} {}

  PolicyNames names;
  Log log;
  LogDocument document;
  Events<LogDocument> reading{document};
};

LogReader::LogReader(const Policy& policy) : state_{std::make_unique<State>(policy)} {}
LogReader::~LogReader() = default;

Log* LogReader::read(std::string_view text) {
  state_->log.clear();
  return state_->reading.parse(text) ? &state_->log : nullptr;
}

Faults LogReader::faults() const { return state_->reading.faults(); }

std::variant<Log, Faults> read_log(std::string_view text, const Policy& policy) {
  LogReader reader{policy};
  if (Log* const log = reader.read(text)) return std::move(*log);
  return reader.faults();
}

std::variant<Policy, Faults> read_policy(std::string_view text) {
  Policy policy;
  PolicyDocument document{policy};
  Events<Document> reading{document};
  if (!reading.parse(text)) return reading.faults();
  return policy;
}

namespace {

/// Tells where the parts of a log stand.
class PartFinder final : public Document {
 public:
  /// What is called for each part: where it begins, and which date it is, if it is one.
  using Found =
      std::function<void(Reading&, const LogPart&, Place, const std::optional<Date>& date)>;

  explicit PartFinder(Found found) : Document{log_json::shapes()}, found_{std::move(found)} {}

  void open(Reading& /*reading*/, std::uint8_t shape) override {
    if (shape == static_cast<std::uint8_t>(log_json::Shapes::certification)) ++certifications_;
    if (shape == static_cast<std::uint8_t>(log_json::Shapes::activity)) ++activities_;
  }
  void close(Reading& reading, std::uint8_t shape, Place /*place*/) override {
    if (shape == static_cast<std::uint8_t>(log_json::Shapes::certification)) {
      found_(reading, {Kind::certification, certifications_ - 1}, reading.began(), {});
    }
    if (shape == static_cast<std::uint8_t>(log_json::Shapes::activity)) {
      found_(reading, {Kind::activity, activities_ - 1}, reading.began(), {});
    }
  }
  bool name(Reading& /*reading*/, std::uint8_t /*shape*/, std::string_view /*name*/,
            Place /*place*/) override {
    return true;
  }
  void set(Reading& reading, std::uint8_t id, const Value& value) override {
    const auto tell = [&](Kind kind, std::uint32_t begun) {
      found_(reading, {kind, begun - 1}, value.place, value.date);
    };
    switch (static_cast<log_json::Field>(id)) {
      case log_json::Field::earned: tell(Kind::earned, certifications_); break;
      case log_json::Field::suspends: tell(Kind::suspends, certifications_); break;
      case log_json::Field::expires: tell(Kind::expires, certifications_); break;
      case log_json::Field::expect_suspends:
        tell(Kind::expected_suspension, certifications_);
        break;
      case log_json::Field::expect_expires: tell(Kind::expected_expiration, certifications_); break;
      case log_json::Field::date: tell(Kind::activity_date, activities_); break;
      default: break;
    }
  }

 private:
  using Kind = LogPart::Kind;

  Found found_;
  std::uint32_t certifications_ = 0;  // begun so far
  std::uint32_t activities_ = 0;
};

LogPart origin_of(const OutOfRange& one) {
  switch (one.from) {
    case OutOfRange::From::earned: return {LogPart::Kind::earned, one.index};
    case OutOfRange::From::suspends: return {LogPart::Kind::suspends, one.index};
    case OutOfRange::From::expires: return {LogPart::Kind::expires, one.index};
    case OutOfRange::From::activity: break;
  }
  return {LogPart::Kind::activity_date, one.index};
}

}  // namespace

Faults locate(const std::vector<OutOfRange>& out_of_range, std::string_view text) {
  std::map<LogPart, OutOfRange> sought;
  for (const OutOfRange& one : out_of_range) sought.emplace(origin_of(one), one);
  PartFinder finder{[&](Reading& reading, const LogPart& part, Place place, const auto& date) {
    const auto one = sought.find(part);
    if (one != sought.end()) reading.fault(place, describe(one->second, *date));
  }};
  Events<Document> reading{finder};
  reading.parse(text);
  return reading.faults();
}

std::vector<std::optional<Position>> find_parts(std::string_view text,
                                                const std::vector<LogPart>& parts) {
  std::map<LogPart, std::optional<Place>> places;
  for (const LogPart& part : parts) places.try_emplace(part);
  PartFinder finder{
      [&](Reading& /*reading*/, const LogPart& part, Place place, const auto& /*date*/) {
        const auto sought = places.find(part);
        if (sought != places.end()) sought->second = place;
      }};
  Events<Document> reading{finder};
  reading.parse(text);
  std::map<std::size_t, Position> positions;  // by offset
  for (const auto& [part, place] : places) {
    if (place) positions[begin_of_token(text, *place)];
  }
  LineCounter lines{text};
  for (auto& [offset, position] : positions) position = lines.go_to(offset);
  std::vector<std::optional<Position>> found;
  for (const LogPart& part : parts) {
    const auto& place = places[part];
    found.push_back(place ? std::optional{positions[begin_of_token(text, *place)]} : std::nullopt);
  }
  return found;
}

}  // namespace certrenew
