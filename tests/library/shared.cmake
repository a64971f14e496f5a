# A project that fetches certrenew, program and all, with shared libraries. What it installs can be moved:
# the programs find the library.
include(${CMAKE_CURRENT_LIST_DIR}/common.cmake)
set(work ${BUILD}/shared-test)
file(REMOVE_RECURSE ${work})

find_program(MAKE make)
if(MAKE)
  set(GENERATOR "Unix Makefiles")
endif()
# Compiles each library as one source: that takes the least time.
configure(${SOURCE}/tests/library/foreign ${work}/build -D CERTRENEW=${SOURCE} -D FETCH=ON
  -D BUILD_SHARED_LIBS=ON -D CERTRENEW_PROGRAM=ON -D CERTRENEW_INSTALL=ON
  -D CMAKE_BUILD_TYPE=Release -D CMAKE_CXX_FLAGS_RELEASE=-O0 -D CMAKE_UNITY_BUILD_BATCH_SIZE=0)
build(${work}/build)
run(${CMAKE_COMMAND} --install ${work}/build --prefix ${work}/first)
file(RENAME ${work}/first ${work}/moved)
file(REMOVE_RECURSE ${work}/build)

answers(${work}/moved/bin/certrenew status --as-of 2026-06-01 -)
configure(${SOURCE}/examples/consumer ${work}/build -D CMAKE_PREFIX_PATH=${work}/moved)
build(${work}/build)
answers(${work}/build/consumer 2026-06-01)
