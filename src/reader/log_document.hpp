// What a log looks like in JSON, and how it becomes a Log.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"
#include "reader/document.hpp"
#include "reader/names.hpp"
#include "reader/reading.hpp"

namespace certrenew {

namespace log_json {

/// Indices of the shapes.
enum class Shapes : std::uint8_t {
  log,
  candidate,
  certifications,
  certification,
  expect,
  activities,
  activity,
};

/// What Document::set() is told.
enum class Field : std::uint8_t {
  passed_over,
  candidate_id,
  candidate_name,
  code,
  name,
  certification_type,
  earned,
  suspends,
  expires,
  expect_suspends,
  expect_expires,
  date,
  activity_type,
  title,
  entered,
  units,
  course,
  certification,
  passed,
  count,
};

std::span<const Shape> shapes();

}  // namespace log_json

/// The names of a policy, to be looked up for every log.
struct PolicyNames {
  explicit PolicyNames(const Policy& policy);
  Names certification_types;
  Names activity_types;
  Names courses;
};

class LogDocument final : public Document {
 public:
  LogDocument(Log& log, const Policy& policy, const PolicyNames& names);

  void open(Reading& reading, std::uint8_t shape) override;
  void close(Reading& reading, std::uint8_t shape, Place place) override;
  bool name(Reading& reading, std::uint8_t shape, std::string_view name, Place place) override;
  void set(Reading& reading, std::uint8_t id, const Value& value) override;

 private:
  using Field = log_json::Field;

  /// An exam of a certification that had not come yet.
  struct Unresolved {
    std::uint32_t activity;
    std::string_view code;
    Place place;
  };

  static constexpr std::size_t fields = static_cast<std::size_t>(Field::count);

  /// Forgets the fields of the last certification or activity.
  void begin_container() {
    given_ = 0;
    unknown_type_ = false;
  }
  [[nodiscard]] Place place_of(Field field) const {
    return places_[static_cast<std::size_t>(field)];
  }
  /// Whether the container has this field, and it is sound.
  [[nodiscard]] bool has(Field field) const {
    return ((given_ >> static_cast<unsigned>(field)) & 1U) != 0;
  }
  [[nodiscard]] Certification& certification() { return log_.certifications.back(); }
  [[nodiscard]] Activity& activity() { return log_.activities.back(); }

  void set_activity_type(std::string_view text);
  void set_exam_of(std::string_view text);
  void close_certification(Reading& reading);
  void check_dates(Reading& reading);
  void find_certification_type(Reading& reading);
  void close_activity(Reading& reading);
  void close_exam(Reading& reading);
  void close_other_activity(Reading& reading);
  /// What follows an unknown name: see text::advice(). Many names times many known ones would take
  /// for ever: then only the first get advice.
  std::string advice(std::string_view name, std::span<const std::string_view> known);
  void refuse(Reading& reading, Field field, std::string_view key, std::string_view why) {
    if (has(field)) reading.fault(place_of(field), reading.path(key), std::string{why});
  }
  void close_log(Reading& reading);

  Log& log_;
  const Policy& policy_;
  const PolicyNames& names_;
  // Of the container being read; what a field says may only be judged when all are known.
  std::uint32_t given_ = 0;  // bits of the fields that it has
  Place places_[fields] = {};
  bool unknown_type_ = false;  // of an activity
  std::string_view type_;      // Field::certification_type, or that unknown one
  std::string_view exam_of_;   // Field::certification, where it has not come yet

  Names codes_;
  bool all_codes_known_ = true;
  std::vector<Unresolved> unresolved_;
  std::uint32_t activities_ = 0;  // that are over
  std::size_t compared_ = 0;      // names, for advice
};

}  // namespace certrenew
