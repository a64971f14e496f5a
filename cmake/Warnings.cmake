# The warnings that our code must not cause. They are errors only for developers (the presets say so),
# because a future compiler may warn about more.
option(CERTRENEW_DEVELOPER "Treat warnings as errors" OFF)

add_library(certrenew_warnings INTERFACE)
target_compile_options(certrenew_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wformat=2 -Wimplicit-fallthrough
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> # g++ 12 reports overlaps in std::string that do not exist
  $<$<BOOL:${CERTRENEW_DEVELOPER}>:-Werror>)
