// An activity or certification that is given on the command line, as `add` takes it.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "certrenew/log.hpp"
#include "read/import/draft.hpp"
#include "read/insertion.hpp"

namespace certrenew::cli {

/// Arguments and options that describe an item.
class NewItem {
 public:
  /// Adds them to `app`. The object must outlive the parse.
  void add_arguments(CLI::App& app);
  void add_options(CLI::App& app);

  /// Throws Stop if an argument is missing or no date, or an option is given that does not belong
  /// to such an item. To be called after the parse and before the following.
  void check();
  /// The list that the item belongs to.
  [[nodiscard]] LogList list() const;
  /// `activity` or `certification`.
  [[nodiscard]] std::string_view noun() const;
  /// The item as JSON on one line.
  [[nodiscard]] std::string json() const;
  /// An error of a log with the item at its end, whose path is `item_path`: names arguments and
  /// options where the item is at fault. Returns nothing if something else is.
  [[nodiscard]] std::optional<Error> in_terms_of_options(const Error& error,
                                                         const std::string& item_path) const;

 private:
  /// Bits: an option may belong to several.
  enum Form : std::uint8_t { work = 1, exam = 2, certification = 4 };

  [[nodiscard]] Form form() const;
  [[nodiscard]] std::string option_for(std::string_view key) const;

  std::string type_;
  std::string third_;   // the date; of a certification its code
  std::string fourth_;  // the code of an exam's certification
  bool failed_ = false;
  std::vector<std::string> programmes_;
  std::map<std::string, imports::DraftValue, std::less<>> values_;  // by key of the log
  std::vector<std::pair<const CLI::Option*, unsigned>> forms_of_options_;
};

}  // namespace certrenew::cli
