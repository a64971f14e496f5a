// A log while its text is parsed.
#pragma once

#include <compare>
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
  /// The lists whose elements are read one by one, for JsonTape::parse().
  static std::span<const std::string_view> lists();

  /// `log` holds no certifications and activities; it may own the text. `in_force`: the policies
  /// in force; those that the log names are added.
  LogBuilder(const Policies& policies, NamesOfPolicies& names, std::vector<Index<Policy>>& in_force,
             const JsonTape& tape, Log log);

  void read_element(const JsonElement& element) override;
  /// Whether the log names a programme after activities were assigned to those that were in force
  /// before. Then it must be read once more, with that programme in force from the beginning.
  [[nodiscard]] bool names_programme_late() const { return names_programme_late_; }
  /// Hands back the log that the builder was given.
  Log give_up();
  /// Reads the rest of the document, and checks what refers to other elements.
  std::variant<Log, Errors> finish();

 private:
  /// The code of a certification, or the one that an exam names.
  struct Code {
    std::string_view text;
    Place place;
    std::size_t number;  // of the certification or activity
    bool of_exam = false;
  };

  /// What an activity says of itself; nothing for what is not given, or unsound.
  struct Details {
    std::optional<Units> units;
    std::optional<std::string_view> course;
    std::optional<std::string_view> certification;
    std::optional<bool> passed;
  };

  /// Work of a type that several programmes have: the log's certifications decide (P1).
  struct Ambiguous {
    std::size_t number;  // of the activity
    Place place;         // of the activity
    Place type_place;
    std::optional<Units> units;
  };

  /// A certification of the log that is listed in its policy (P4).
  struct Listed {
    Index<Policy> programme;
    Index<ListedCertification> as;
    std::uint32_t certification;  // its place in the log

    friend constexpr auto operator<=>(const Listed&, const Listed&) noexcept = default;
  };

  void read_certification(JsonIndex object, const Path& path, std::size_t number);
  void read_expectation(JsonIndex object, const Path& path, Certification& certification);
  bool find_programme(Fields& fields, std::optional<std::string_view> programme,
                      Certification& certification);
  bool find_only_programme(Fields& fields, Certification& certification);
  bool find_type(Index<Policy> programme, Certification& certification) const;
  void report_no_type(Fields& fields, const Certification& certification,
                      std::optional<Index<Policy>> programme);
  [[nodiscard]] std::string usual_code(const Certification& certification,
                                       std::optional<Index<Policy>> programme) const;
  [[nodiscard]] std::string programmes_with(const Certification& certification, std::size_t begin,
                                            std::size_t end, std::string_view conjunction) const;
  static void check_dates(Fields& fields, const Certification& given, bool is_tracked);
  void check_suspension(Fields& fields, const Certification& given);

  void read_activity(JsonIndex object, const Path& path, std::size_t number);
  static void read_entry(Fields& fields, PortalEntry& entry);
  void read_work(Fields& fields, const Details& details, std::string_view type, std::size_t number,
                 Activity& activity);
  void read_programmes(Fields& fields, std::string_view type, std::optional<Units> units,
                       Activity& activity);
  void add_named(Fields& fields, const Path& path, JsonIndex name, std::string_view type,
                 std::vector<Index<Policy>>& programmes);
  bool complete(Worth& worth, const Activity& activity, const std::optional<Units>& stated) const;
  [[nodiscard]] std::string no_units(const Worth& worth) const;
  void read_exam(Fields& fields, const Details& details, std::size_t number, Exam& exam);
  void report_unknown_type(Fields& fields, std::string_view type);

  void read_document(const Path& path);
  void read_candidate(JsonIndex object, const Path& path);
  void report_code(const Code& code, std::string message);
  Names check_codes();
  void check_aliases();
  void resolve_exams(const Names& codes);
  [[nodiscard]] std::vector<Listed> listed_certifications() const;
  [[nodiscard]] std::optional<std::uint32_t> find_alias(std::string_view code,
                                                        std::span<const Listed> listed) const;
  void resolve_ambiguous();

  /// Finds the policy of a programme that the log names. From now on it is in force (P1).
  std::optional<Index<Policy>> find_named(std::string_view programme);
  /// Reads a text that stays with the log into `to`, if there is one.
  void read_text(Fields& fields, std::size_t key, std::optional<std::string_view>& to);
  /// The same for a code of a certification: reports one that is empty, or has blanks around it,
  /// and leaves `to` empty.
  void read_code(Fields& fields, std::size_t key, std::optional<std::string_view>& to);
  /// Returns text::advice(), or nothing after a great many names, since each takes a search.
  std::string advice(std::string_view name, std::span<const std::string_view> known);

  const Policies& policies_;
  NamesOfPolicies& names_;
  std::vector<Index<Policy>>& in_force_;
  bool has_assigned_ = false;  // whether an activity was assigned to a programme in force
  bool names_programme_late_ = false;
  const JsonTape& tape_;
  Reporter reporter_{tape_};
  Log log_;
  std::vector<Code> codes_;      // of the certifications
  bool all_codes_known_ = true;  // no certification lacks its code
  std::vector<Code> exams_;      // of the exams' certifications
  std::vector<Ambiguous> ambiguous_;
  std::size_t compared_ = 0;  // how many names were searched for advice
};

}  // namespace certrenew
