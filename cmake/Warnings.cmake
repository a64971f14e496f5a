# The warnings that our code is free of. They are errors for developers only (the presets say so):
# a compiler of tomorrow may warn of more.
option(CERTRENEW_DEVELOPER "Treat warnings as errors" OFF)

add_library(certrenew_warnings INTERFACE)
target_compile_options(certrenew_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wformat=2 -Wimplicit-fallthrough
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> # g++ 12 sees overlaps in std::string that are none
  $<$<BOOL:${CERTRENEW_DEVELOPER}>:-Werror>)
