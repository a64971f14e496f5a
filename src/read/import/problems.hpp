// What is wrong with the imported files.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certrenew/log.hpp"
#include "core/error_list.hpp"
#include "read/import/draft.hpp"

namespace certrenew::imports {

/// A file to import.
struct File {
  std::string name;
  std::string text;
};

/// Gathers the errors of all files, and other things worth saying.
class Problems {
 public:
  /// `files` must outlive this.
  explicit Problems(std::span<const File> files) : files_{files}, errors_(files.size()) {}

  /// Whether an error at that place is kept. If not, it is only counted, and needs no message.
  [[nodiscard]] bool keeps(FilePlace place) const {
    return errors_[place.file].keeps(place.offset);
  }
  /// Reports what makes the import fail.
  void report(FilePlace place, std::string message) {
    errors_[place.file].add(place.offset, {}, std::move(message));
    ++count_;
  }
  /// How many errors were reported.
  [[nodiscard]] std::size_t count() const { return count_; }
  /// Notes that certifications may be missing from the logs because they were refused.
  void miss_certifications() { misses_certifications_ = true; }
  [[nodiscard]] bool misses_certifications() const { return misses_certifications_; }
  /// Adds a line that people should read although nothing is wrong. It is safe to print.
  void remark(std::string line) { remarks_.push_back(std::move(line)); }

  [[nodiscard]] bool empty() const { return count_ == 0; }
  /// Returns whether that file has errors.
  [[nodiscard]] bool has_errors(std::size_t file) const { return !errors_[file].empty(); }
  /// Hands out the errors of a file, which must have some.
  [[nodiscard]] Errors finish(std::size_t file) {
    const std::string_view text = files_[file].text;
    return errors_[file].finish(text.empty() ? "\n" : text);  // an empty file has a position, too
  }
  [[nodiscard]] const std::vector<std::string>& remarks() const { return remarks_; }
  [[nodiscard]] std::string_view name_of(std::size_t file) const { return files_[file].name; }

 private:
  std::span<const File> files_;
  std::vector<ErrorList> errors_;  // by file
  std::vector<std::string> remarks_;
  std::size_t count_ = 0;
  bool misses_certifications_ = false;
};

}  // namespace certrenew::imports
