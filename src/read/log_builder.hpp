// A log while its text is parsed.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "certrenew/log.hpp"
#include "certrenew/policy.hpp"
#include "read/fields.hpp"
#include "read/json_tape.hpp"
#include "read/log_reader.hpp"
#include "read/names.hpp"

namespace certrenew {

/// Builds a log while its text is parsed.
class LogBuilder final : public JsonElementReader {
 public:
  /// The lists whose elements are read one by one, for JsonTape::parse_lists().
  static std::span<const std::string_view> lists();

  /// `log` holds no certifications and activities; it may own the text.
  LogBuilder(const Policy& policy, const PolicyNames& names, const JsonTape& tape, Log log);

  void read_element(const JsonElement& element) override;
  /// Reads the rest of the document, and checks what refers to other elements.
  std::variant<Log, Errors> finish();

 private:
  /// The code of a certification, or the one that an exam names.
  struct Code {
    std::string_view text;
    Place place;
    std::size_t number;  // of the certification or activity
  };

  /// What an activity says of itself; nothing for what is not given, or unsound.
  struct Details {
    std::optional<Units> units;
    std::optional<std::string_view> course;
    std::optional<std::string_view> certification;
    std::optional<bool> passed;
  };

  void read_certification(JsonIndex object, const Path& path, std::size_t number);
  void read_expectation(JsonIndex object, const Path& path, Certification& certification);
  void find_type(Fields& fields, std::optional<std::string_view> given,
                 Certification& certification);

  void read_activity(JsonIndex object, const Path& path, std::size_t number);
  static void read_entry(Fields& fields, PortalEntry& entry);
  void read_work(Fields& fields, const Details& details, Index<ActivityType> type, Work& work);
  void read_exam(Fields& fields, const Details& details, std::size_t number, Exam& exam);
  void report_unknown_type(Fields& fields, std::string_view type);

  void read_document(const Path& path);
  void read_candidate(JsonIndex object, const Path& path);
  Names check_codes();
  void resolve_exams(const Names& codes);

  /// Reads a text that stays with the log.
  std::optional<std::string_view> kept_text(Fields& fields, std::size_t key);
  /// Returns text::advice(), or nothing after a great many names, since each takes a search.
  std::string advice(std::string_view name, std::span<const std::string_view> known);

  const Policy& policy_;
  const PolicyNames& names_;
  const JsonTape& tape_;
  Reporter reporter_{tape_};
  Log log_;
  std::vector<Code> codes_;      // of the certifications
  bool all_codes_known_ = true;  // no certification lacks its code
  std::vector<Code> exams_;      // of the exams' certifications
  std::size_t compared_ = 0;     // names, for advice
};

}  // namespace certrenew
