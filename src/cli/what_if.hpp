// Activities that are supposed on the command line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certrenew/date.hpp"
#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"

namespace certrenew {

/// `TYPE@DATE[=UNITS]` and `exam:CODE@DATE`.
class WhatIf {
 public:
  /// Throws Stop (usage) where one of `texts` is no such thing, or lacks its units.
  WhatIf(const std::vector<std::string>& texts, const Policy& policy);

  /// Adds them behind the activities of `log`. The exam of a certification that it does not list
  /// changes nothing in it.
  void add_to(Log& log) const;

  [[nodiscard]] std::optional<Date> last_day() const;

  /// How the command line wrote the one at `index`, from 0.
  [[nodiscard]] const std::string& text(std::size_t index) const { return all_[index].text; }

 private:
  struct Supposed {
    std::string text;
    Activity activity;
    std::string exam_of;  // its code
  };
  static Supposed parse(const std::string& text, const Policy& policy);

  std::vector<Supposed> all_;
};

}  // namespace certrenew
