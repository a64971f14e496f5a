# Links the program statically and position-independent. A static program starts in half the time and
# runs on any distribution. Distributions that want a dynamic program set CERTRENEW_STATIC=OFF.
include(CheckCXXSourceCompiles)

function(certrenew_can_link_statically result)
  set(CMAKE_REQUIRED_FLAGS -fPIE)
  set(CMAKE_REQUIRED_LINK_OPTIONS -static-pie)
  check_cxx_source_compiles("#include <string>\nint main() { return std::string{}.size(); }"
    ${result})
endfunction()

set(static_default OFF)
if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND NOT BUILD_SHARED_LIBS AND CMAKE_BUILD_TYPE STREQUAL "Release")
  certrenew_can_link_statically(CERTRENEW_HAS_STATIC_PIE)
  set(static_default ${CERTRENEW_HAS_STATIC_PIE})
elseif(MINGW)
  set(static_default ON)
endif()
option(CERTRENEW_STATIC "Link the program statically" ${static_default})
if(CERTRENEW_STATIC AND BUILD_SHARED_LIBS)
  message(FATAL_ERROR "A static program cannot use a shared library: set CERTRENEW_STATIC or"
    " BUILD_SHARED_LIBS to OFF.")
endif()

# certrenew_link_statically(PROGRAM LIBRARY…) does so if CERTRENEW_STATIC is on.
function(certrenew_link_statically program)
  if(NOT CERTRENEW_STATIC)
    return()
  endif()
  if(WIN32)
    target_link_options(${program} PRIVATE -static -s)
    return()
  endif()
  foreach(target IN LISTS program ARGN)
    # Jump tables of a position-independent program cost more than comparisons.
    target_compile_options(${target} PRIVATE
      -fPIE -fno-jump-tables -ffunction-sections -fdata-sections)
    # g++ limits how much inlining may enlarge a source. Many sources compiled as one reach that limit, so
    # it is raised, except for the command line, which runs once.
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT target STREQUAL "certrenew-command-line")
      target_compile_options(${target} PRIVATE
        "SHELL:--param inline-unit-growth=100" "SHELL:--param large-unit-insns=50000")
    endif()
  endforeach()
  target_link_options(${program} PRIVATE
    -static-pie -s -Wl,--gc-sections -Wl,-z,noseparate-code)
  # The linker writes the program page by page. The system then caches single pages, and mapping them
  # takes 0.2 ms of every start. strip writes the file again in large pieces, which saves that time
  # until the system has to read the program from the disk.
  if(CMAKE_STRIP)
    add_custom_command(TARGET ${program} POST_BUILD VERBATIM
      COMMAND ${CMAKE_STRIP} -o $<TARGET_FILE:${program}>.stripped $<TARGET_FILE:${program}>
      COMMAND ${CMAKE_COMMAND} -E rename
        $<TARGET_FILE:${program}>.stripped $<TARGET_FILE:${program}>)
  endif()
endfunction()
