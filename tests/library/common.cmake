# What the scripts of this folder share. They are called with BUILD and SOURCE, the folders of certrenew,
# and with the GENERATOR, COMPILER and FLAGS that it is built with.

# run(COMMAND…): it must end well; its output is then in `output`.
function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result STREQUAL 0)
    message(FATAL_ERROR "${ARGV}\nends with ${result} and says:\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

# answers(COMMAND…): given a log, the command prints when its certification suspends.
function(answers)
  execute_process(COMMAND ${ARGV} INPUT_FILE ${SOURCE}/examples/thread.json
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result STREQUAL 0 OR NOT output MATCHES "2027-12-01")
    message(FATAL_ERROR "${ARGV}\nends with ${result} and says:\n${output}")
  endif()
endfunction()

# configure(SOURCE BUILD OPTIONS…)
macro(configure source build)
  run(${CMAKE_COMMAND} -G "${GENERATOR}" -S ${source} -B ${build}
    -D CMAKE_CXX_COMPILER=${COMPILER} "-D CMAKE_CXX_FLAGS=${FLAGS}" ${ARGN})
endmacro()

macro(build folder)
  run(${CMAKE_COMMAND} --build ${folder} --parallel 2)
endmacro()
