# The warnings that our code must not cause. They are errors only for developers (the presets say so),
# because a future compiler may warn about more. A project around this one has warnings of its own.
option(CERTRENEW_DEVELOPER "Treat warnings as errors" OFF)

add_library(certrenew_warnings INTERFACE)
if(PROJECT_IS_TOP_LEVEL)
  target_compile_options(certrenew_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wformat=2 -Wimplicit-fallthrough)
endif()
target_compile_options(certrenew_warnings INTERFACE
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> # g++ 12 reports overlaps in std::string that do not exist
  $<$<BOOL:${CERTRENEW_DEVELOPER}>:-Werror>)
