# A project that fetches certrenew gets no more than one that has it as a folder. (The test `shared` builds
# such a project.)
include(${CMAKE_CURRENT_LIST_DIR}/common.cmake)
set(work ${BUILD}/fetchcontent-test)
file(REMOVE_RECURSE ${work})
if(GENERATOR STREQUAL "Ninja")
  set(GENERATOR "Ninja Multi-Config")
endif()
configure(${SOURCE}/tests/library/foreign ${work}/build -D CERTRENEW=${SOURCE} -D FETCH=ON)

# Its install rules are certrenew's only where it says so.
run(${CMAKE_COMMAND} --install ${work}/build --component library --prefix ${work}/installed)
if(EXISTS ${work}/installed)
  message(FATAL_ERROR "the project installs files of certrenew")
endif()
