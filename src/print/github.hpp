// Remarks as workflow commands of GitHub Actions, which shows them beside the lines of the log.
#pragma once

#include "print/document.hpp"

namespace certrenew::print {

/// Prints the remarks of a report, and nothing else.
class GithubDocument : public Document {
 public:
  /// `sink` must outlive the document.
  explicit GithubDocument(Sink& sink) : sink_{sink} {}

  void remark(const RemarkLine& line) override;

 private:
  Sink& sink_;
};

}  // namespace certrenew::print
