// What each command says: its report, and the frame around its reports.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "certrenew/policy.hpp"
#include "certrenew/remark.hpp"
#include "core/summary.hpp"
#include "report/report.hpp"

namespace certrenew::report {

/// Where every credential stands. CSV has one row a credential.
class StatusReport final : public LogReport {
 public:
  using LogReport::LogReport;

  void write(print::Document& document) const override;
  void write(print::JsonEvents& json) const override;
};
extern const print::Frame status_frame;

/// How many hold what, over all logs together: `status --summary`. The summary must outlive it. CSV
/// has one row a certification code.
class SummaryReport final : public print::Report {
 public:
  /// What a summary is of.
  struct Scope {
    Date as_of;
    std::int64_t invalid = 0;  ///< how many inputs are not valid logs, and not counted
  };

  SummaryReport(const Summary& summary, const Scope& scope) : summary_{summary}, scope_{scope} {}

  void write(print::Document& document) const override;
  void write(print::JsonEvents& json) const override;

 private:
  const Summary& summary_;
  Scope scope_;
};
extern const print::Frame summary_frame;

/// `1,204 holders, 980 with an active certification`.
std::string describe_holders(const Summary& summary);

/// Writes how many hold each certification and each designation, without a title.
void write_summary(print::Document& document, const Summary& summary);

/// What every activity did for every credential, and why. Its JSON is that of `status` with the
/// cycles and activities of each credential. CSV has one row a credential and activity.
class ExplainReport final : public LogReport {
 public:
  using LogReport::LogReport;

  void write(print::Document& document) const override;
  void write(print::JsonEvents& json) const override;
};
extern const print::Frame explain_frame;

/// What needs attention: a remark for each finding, without findings nothing, not even a title. CSV
/// has one row a finding.
class CheckReport final : public LogReport {
 public:
  CheckReport(const Origin& origin, const Answer& answer, std::vector<Remark> findings)
      : LogReport{origin, answer}, findings_{std::move(findings)} {}

  void write(print::Document& document) const override;
  void write(print::JsonEvents& json) const override;

 private:
  std::vector<Remark> findings_;
};
extern const print::Frame check_frame;

/// How many holders must have a certification active, and how many have. The count must outlive it.
struct Minimum {
  const HolderCount* holders;
  std::size_t least;

  [[nodiscard]] bool is_reached() const { return holders->active() >= least; }
};

/// The certifications that too few holders have active, over all logs. Its JSON is that of a check
/// of no log.
class TooFewReport final : public print::Report {
 public:
  TooFewReport(std::vector<Minimum> missed, Date as_of)
      : missed_{std::move(missed)}, as_of_{as_of} {}

  void write(print::Document& document) const override;
  void write(print::JsonEvents& json) const override;

 private:
  std::vector<Minimum> missed_;
  Date as_of_;
};

/// The rules of a policy and their sources, for people. Machines read json_of(). The policy must
/// outlive the report.
class PolicyReport final : public print::Report {
 public:
  explicit PolicyReport(const Policy& policy) : policy_{policy} {}

  void write(print::Document& document) const override;
  /// Writes nothing.
  void write(print::JsonEvents& /*json*/) const override {}

 private:
  const Policy& policy_;
};
extern const print::Frame policy_frame;

/// The list of policies, with the number of official numbers in each. The policies must outlive the
/// report.
class PolicyListReport final : public print::Report {
 public:
  explicit PolicyListReport(const Policies& policies) : policies_{policies} {}

  void write(print::Document& document) const override;
  void write(print::JsonEvents& json) const override;

 private:
  const Policies& policies_;
};
extern const print::Frame policy_list_frame;

/// The text that a policy was read from, so that it can be read again. It ends with exactly one
/// line end, and characters that could mislead a reader are escaped.
std::string json_of(const Policy& policy);

/// What makes a log invalid. Its JSON answers a line in formats that answer every line: the first
/// 20 errors, and how many more there are. The errors must outlive it.
class ErrorsReport final : public print::Report {
 public:
  ErrorsReport(const Origin& origin, const Errors& errors) : origin_{origin}, errors_{errors} {}

  void write(print::Document& document) const override;
  void write(print::JsonEvents& json) const override;

 private:
  Origin origin_;
  const Errors& errors_;
};

/// Appends `SOURCE:LINE:COLUMN: error: PATH: MESSAGE`. Where the text was a line of a file, lines
/// count from the first of that file.
void append_error(std::string& out, const Origin& origin, const Error& error);

/// Appends all errors that are listed, and how many more there are.
void append_errors(std::string& out, const Origin& origin, const Errors& errors);

}  // namespace certrenew::report
