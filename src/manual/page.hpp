// A manual page: what is said by the command line's definition, and prose around it.
#pragma once

#include <string>
#include <string_view>

#include "cli/definition.hpp"

namespace certrenew {

/// What a page says that no definition does, in roff.
struct Prose {
  std::string description;
  std::string sections;  ///< to stand before the examples, with their headings
  std::string examples;  ///< to stand after the definition's own
};

/// The parts of `text`: the description, sections, and at last perhaps one headed EXAMPLES.
Prose prose_in(std::string_view text);

/// `certrenew-status`.
std::string name_of_page(const Definition& definition);

/// The page of `shown`, which is `program` or one of its commands. `date`, its last change, is
/// YYYY-MM-DD.
std::string page(const Definition& program, const Definition& shown, const Prose& prose,
                 std::string_view date);

}  // namespace certrenew
