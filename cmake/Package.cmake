# `cpack` in a build folder makes a .tar.gz of everything and two Debian packages: the program and the
# library. If the library is shared, there is only the .tar.gz. Files without a component, such as man
# pages and completions, belong to the program.
set(CPACK_GENERATOR TGZ)
if(NOT BUILD_SHARED_LIBS) # Debian has shared libraries in a package of their own
  list(APPEND CPACK_GENERATOR DEB)
endif()
set(CPACK_PACKAGE_NAME certrenew)
set(CPACK_PACKAGE_VENDOR "The certrenew contributors")
set(CPACK_PACKAGE_CONTACT "The certrenew contributors <contributors@certrenew.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # the first line of each description has its own
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
string(TOLOWER ${CPACK_PACKAGE_NAME}-${PROJECT_VERSION}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}
  CPACK_PACKAGE_FILE_NAME)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_COMPONENTS_ALL program debian library debian-library)
set(CPACK_COMPONENT_PROGRAM_GROUP program)
set(CPACK_COMPONENT_DEBIAN_GROUP program)
set(CPACK_COMPONENT_LIBRARY_GROUP library)
set(CPACK_COMPONENT_DEBIAN-LIBRARY_GROUP library)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME certrenew)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libcertrenew-dev)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libdevel)
if(NOT CERTRENEW_STATIC) # a static program depends on nothing
  set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
endif()
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION "renewal calculator for Atlassian certifications
certrenew reads a log of certifications and of the activities that renew them.
For each certification it answers: is it active, until when, how many
continuing education units are still needed, and why?

It also plans what to do by when, checks logs in CI, and writes calendars.")
set(CPACK_DEBIAN_LIBRARY_DESCRIPTION "renewal calculator for Atlassian certifications (library)
certrenew computes when certifications suspend and expire, and what renews
them.

This package has the headers and the static library.")

include(cmake/DebianFiles.cmake)
include(CPack)
