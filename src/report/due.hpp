// `due`: the next deadlines of all logs, in one list.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/plan.hpp"
#include "report/report.hpp"

namespace certrenew::report {

/// The next deadline of one credential, and whose it is. It owns the texts of the log, since it
/// outlives the answer. The name of its origin and the policies must outlive it.
struct DueItem {
  /// Who holds the credential.
  struct Holder {
    std::optional<std::string> id;
    std::optional<std::string> name;
  };

  Origin origin;
  std::size_t input;             ///< the place of its log among the inputs
  std::optional<Holder> holder;  ///< none: the log names nobody
  std::string code;
  std::optional<std::string> name;  ///< of the certification
  std::string_view programme;
  Status status;
  NextDeadline next;
  std::int32_t days;  ///< from as-of to the last day to act
  std::string needs;  ///< in short: `10 units or exam`
};

/// Gathers the next deadlines of many logs.
class DueList {
 public:
  /// Keeps deadlines that are at most `within` days away; none: all.
  explicit DueList(std::optional<std::int32_t> within) : within_{within} {}

  /// Adds the deadlines of one log. `input`: see DueItem. Logs may be added in any order.
  void add(const Origin& origin, const Answer& answer, std::size_t input);
  /// Sorts the list by day, then by the holder's name, or else id, then by code, then in the order
  /// of the inputs.
  void sort();

  [[nodiscard]] const std::vector<DueItem>& items() const { return items_; }
  [[nodiscard]] std::optional<std::int32_t> within() const { return within_; }

 private:
  std::optional<std::int32_t> within_;
  std::vector<DueItem> items_;
};

/// The list. It must outlive the report. CSV has one row a deadline.
class DueReport final : public print::Report {
 public:
  DueReport(const DueList& list, Date as_of) : list_{list}, as_of_{as_of} {}

  void write(print::Document& document) const override;
  void write(print::JsonEvents& json) const override;

 private:
  const DueList& list_;
  Date as_of_;
};
extern const print::Frame due_frame;

/// One deadline of the list, for formats that have a line for each. It must outlive the report.
class DueItemReport final : public print::Report {
 public:
  explicit DueItemReport(const DueItem& item) : item_{item} {}

  /// Writes nothing: people read the list.
  void write(print::Document& /*document*/) const override {}
  void write(print::JsonEvents& json) const override;

 private:
  const DueItem& item_;
};

/// `3 deadlines within 30 days`.
std::string describe(const DueList& list);

/// Writes the deadlines as a table, with the holders' names if there are any. Precondition: there
/// is one.
void write_due_table(print::Document& document, const std::vector<DueItem>& items);

}  // namespace certrenew::report
