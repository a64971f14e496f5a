// Files of the source tree that stand in the program.
#pragma once

#include <span>
#include <string_view>

namespace certrenew::embedded {

struct File {
  std::string_view name;  ///< without folder and endings
  std::string_view text;
};

extern const std::span<const File> policies;   ///< src/policies, by name
extern const std::span<const File> schemas;    ///< src/schemas, by name
extern const std::span<const File> manual;     ///< src/manual, but the pages of commands
extern const std::string_view timeline_style;  ///< src/timeline/timeline.css
extern const std::string_view page_style;      ///< src/print/page.css

/// src/completion
extern const std::string_view bash_completion;
extern const std::string_view zsh_completion;
extern const std::string_view fish_completion;

}  // namespace certrenew::embedded
