// What the words of imported files stand for.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "certrenew/policy.hpp"

namespace certrenew::imports {

/// A certification that some policy knows.
struct KnownCode {
  std::string code;
  std::optional<std::string> programme;  ///< none: the log need not name it
  std::string same_as;                   ///< the same for a code and its aliases, and only for them
  bool is_named = false;                 ///< whether the policy has a name for it
};

/// A name of a badge and who issued it.
struct BadgeName {
  std::string_view name;
  std::string_view issuer;
};

/// Translates the words of imported files into those of the policies.
class Vocabulary {
 public:
  /// Names, and the types and codes that they stand for. `policies` must outlive this.
  Vocabulary(const Policies& policies, const std::vector<std::pair<std::string, std::string>>& map);

  /// What the given map has for that name.
  std::optional<std::string_view> mapped(std::string_view name);
  /// The names of the map that nothing was called.
  [[nodiscard]] std::vector<std::string_view> unused() const;

  /// The programme of that name, whatever its case, blanks, hyphens and underscores.
  [[nodiscard]] std::optional<std::string> programme(std::string_view name) const;
  /// The activity type of that name, likewise, in any policy; or `exam`.
  [[nodiscard]] std::optional<std::string> activity_type(std::string_view name) const;
  /// The types that need no programme to be named.
  [[nodiscard]] std::vector<std::string_view> usual_types() const;

  /// The certifications whose codes are words of that name. A bare word such as CCNA is taken for
  /// a code of a programme that is not in force only if the issuer is that programme, or the name
  /// also says what the policy calls the certification.
  [[nodiscard]] std::vector<KnownCode> codes_in(const BadgeName& badge) const;
  /// The certifications with that code; with that of one programme, where `code` is
  /// `PROGRAMME:CODE`.
  [[nodiscard]] std::vector<KnownCode> certifications(std::string_view code) const;
  /// The certification that the policy of that programme calls so, if the programme is in force for
  /// every log.
  [[nodiscard]] std::optional<KnownCode> named(std::string_view programme,
                                               std::string_view name) const;

 private:
  struct Target {
    std::string to;
    std::string given;  ///< the name as it was given
    bool is_used = false;
  };

  [[nodiscard]] std::optional<KnownCode> find(Index<Policy> programme, std::string_view code) const;
  /// Adds the certifications with that code in the programmes that `is_meant` accepts: in those in
  /// force or, if none of these has it, in the others.
  void add_known(std::vector<KnownCode>& all, std::string_view code,
                 const std::function<bool(Index<Policy>)>& is_meant) const;
  [[nodiscard]] bool is_in_force(Index<Policy> programme) const {
    return programme.at < policies_.in_force();
  }
  [[nodiscard]] bool is_sure(Index<Policy> programme, std::string_view word,
                             const BadgeName& badge) const;

  const Policies& policies_;
  std::map<std::string, Target, std::less<>> map_;         // by the loosened name
  std::map<std::string, std::string, std::less<>> types_;  // by the loosened name
};

}  // namespace certrenew::imports
