// What a policy looks like in JSON, and how it becomes a Policy.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "certrenew/policy.hpp"
#include "reader/document.hpp"

namespace certrenew {

class PolicyDocument final : public Document {
 public:
  explicit PolicyDocument(Policy& policy);

  void open(Reading& reading, std::uint8_t shape) override;
  void close(Reading& reading, std::uint8_t shape, Place place) override;
  bool name(Reading& reading, std::uint8_t shape, std::string_view name, Place place) override;
  void set(Reading& reading, std::uint8_t id, const Value& value) override;

 private:
  bool begin_certification_type(Reading& reading, std::string_view name, Place place);
  bool begin_activity_type(Reading& reading, std::string_view name, Place place);
  void add_course(Reading& reading, const Value& value);

  CertificationType& certification_type() { return policy_.certification_types.back(); }
  ActivityType& activity_type() { return policy_.activity_types.back(); }

  Policy& policy_;
  std::set<std::string> certification_types_;
  std::set<std::string> activity_types_;
  std::set<std::string> sources_;
  std::map<std::string, std::uint32_t, std::less<>> courses_;  // of the policy: their indices
  std::set<std::string> courses_of_type_;  // of the certification type being read
};

}  // namespace certrenew
