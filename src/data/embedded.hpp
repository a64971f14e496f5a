// The files of this folder, embedded when the program is built.
#pragma once

#include <string_view>

namespace certrenew::embedded {

extern const std::string_view atlassian_policy;
extern const std::string_view log_schema;
extern const std::string_view policy_schema;
extern const std::string_view status_schema;
extern const std::string_view explain_schema;
extern const std::string_view plan_schema;
extern const std::string_view check_schema;
extern const std::string_view summary_schema;
extern const std::string_view errors_schema;
extern const std::string_view timeline_style;
extern const std::string_view bash_completion;
extern const std::string_view zsh_completion;
extern const std::string_view fish_completion;

}  // namespace certrenew::embedded
