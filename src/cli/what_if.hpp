// Activities that are supposed on the command line.
#pragma once

#include <cstddef>
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

  /// Adds them behind the activities of `log`, but not the exam of a certification that it does not
  /// list. `added`: which of them, in order.
  void add_to(Log& log, std::vector<std::size_t>& added) const;

  [[nodiscard]] std::optional<Date> last_day() const;

  [[nodiscard]] std::size_t size() const { return all_.size(); }
  /// The code of the certification whose exam the one at `index` is; empty where it is none.
  [[nodiscard]] const std::string& exam_of(std::size_t index) const { return all_[index].exam_of; }
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
