# Installs the project, moves what was installed, and builds and runs examples/consumer against it.
include(${CMAKE_CURRENT_LIST_DIR}/common.cmake)
set(work ${BUILD}/install-test)
set(log ${SOURCE}/examples/thread.json)
file(REMOVE_RECURSE ${work})

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${work}/first)
file(RENAME ${work}/first ${work}/moved)

answers(${work}/moved/bin/certrenew status --as-of 2026-06-01 -)

configure(${SOURCE}/examples/consumer ${work}/build
  -D CMAKE_PREFIX_PATH=${work}/moved -D CMAKE_BUILD_TYPE=Release)
build(${work}/build)

# consumer(LOG STATUS OUTPUT): on a log with that text the consumer ends so, and prints that.
function(consumer log status expected)
  file(WRITE ${work}/log.json "${log}")
  execute_process(COMMAND ${work}/build/consumer 2026-06-01 INPUT_FILE ${work}/log.json
    RESULT_VARIABLE result OUTPUT_VARIABLE output)
  if(NOT result STREQUAL status OR NOT output MATCHES "^${expected}\n$")
    message(FATAL_ERROR "given ${log}\nthe consumer ends with ${result} and says:\n${output}")
  endif()
endfunction()
file(READ ${log} thread)
consumer("${thread}" 0 "ACP-620 suspends 2027-12-01, expires 2028-03-01")
consumer([[{"certifications": [
  {"code": "ACP-1", "earned": "9999-01-01"},
  {"code": "ACP-2", "earned": "2024-01-01", "suspends": "9999-12-01"}]}]] 3
  "2:31: certifications.0..earned: 24 months after 9999-01-01 lies outside[^\n]*
3:57: certifications.1..suspends: 3 months after 9999-12-01[^\n]*")
consumer([[{"certifications": [{"code": "ACP-1"}, {"earned": "2025-02-30"}]}]] 3
  "1:21: certifications.0.: [^\n]*\n1:40: certifications.1.: [^\n]*\n1:51: certifications.1..earned: [^\n]*")
consumer("certifications: none" 3 "1:1: : [^\n]*")
file(STRINGS ${SOURCE}/examples/consumer/main.cpp consumer)
list(LENGTH consumer lines)
if(lines GREATER 20)
  message(FATAL_ERROR "the consumer takes ${lines} lines")
endif()
file(GLOB_RECURSE foreign ${work}/moved/include/*json.hpp ${work}/moved/include/*CLI.hpp)
if(foreign)
  message(FATAL_ERROR "headers of others were installed: ${foreign}")
endif()

foreach(file IN ITEMS man/man1/certrenew.1.gz man/man1/certrenew-status.1.gz
    bash-completion/completions/certrenew zsh/site-functions/_certrenew
    fish/vendor_completions.d/certrenew.fish)
  if(NOT EXISTS ${work}/moved/share/${file})
    message(FATAL_ERROR "share/${file} was not installed")
  endif()
endforeach()
