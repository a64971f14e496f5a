// What is wrong with an input.
#pragma once

#include <string>

#include "certrenew/log.hpp"
#include "report/report.hpp"

namespace certrenew::report {

/// Appends `SOURCE:LINE:COLUMN: error: PATH: MESSAGE` for each error, and how many more there are.
/// Where the text was a line of a file, lines count from the first of that file.
void append_errors(std::string& out, const Origin& origin, const Errors& errors);

/// Appends the first error alone.
void append_first_error(std::string& out, const Origin& origin, const Errors& errors);

/// The answer to a line that is not a valid log, in formats that answer every line: the first 20
/// errors, and how many more there are. The errors must outlive it.
class ErrorsReport final : public print::Report {
 public:
  ErrorsReport(const Origin& origin, const Errors& errors) : origin_{origin}, errors_{errors} {}

  /// Writes nothing: people find the errors on standard error.
  void write(print::Document& document) const override;
  void write(print::JsonEvents& json) const override;

 private:
  Origin origin_;
  const Errors& errors_;
};

}  // namespace certrenew::report
