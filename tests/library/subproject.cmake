# A project that adds certrenew to itself as a folder gets a library that compiles with that
# project's warnings as errors, and nothing else: no program, no test, no file to install.
include(${CMAKE_CURRENT_LIST_DIR}/common.cmake)
set(work ${BUILD}/subproject-test)
file(REMOVE_RECURSE ${work})

string(APPEND FLAGS " -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wold-style-cast -Wshadow"
  " -Wundef -Wcast-qual -Woverloaded-virtual -Wextra-semi -Werror")
configure(${SOURCE}/tests/library/foreign ${work}/build -D CERTRENEW=${SOURCE} -D CMAKE_UNITY_BUILD=ON -D CMAKE_UNITY_BUILD_BATCH_SIZE=0)
build(${work}/build)
answers(${work}/build/foreign 2026-06-01)

run(${CMAKE_CTEST_COMMAND} --test-dir ${work}/build --show-only)
if(NOT output MATCHES "Total Tests: 1\n")
  message(FATAL_ERROR "the project has other tests than its own:\n${output}")
endif()
run(${CMAKE_COMMAND} --install ${work}/build --prefix ${work}/installed)
file(GLOB_RECURSE installed RELATIVE ${work}/installed ${work}/installed/*)
if(NOT installed STREQUAL "bin/foreign")
  message(FATAL_ERROR "the project installs ${installed}")
endif()
