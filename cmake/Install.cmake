# `cmake --install`: the program, the library, its headers, and the files for
# find_package(certrenew).
include(CMakePackageConfigHelpers)

set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME program) # other components: library, documents
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/certrenew)
install(TARGETS certrenew-cli certrenew EXPORT certrenew-targets
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library)
install(DIRECTORY include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT library)
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES LICENSE CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT documents)
install(EXPORT certrenew-targets FILE certrenewTargets.cmake NAMESPACE certrenew::
  DESTINATION ${package_folder} COMPONENT library)
configure_package_config_file(cmake/certrenewConfig.cmake.in certrenewConfig.cmake
  INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(certrenewConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  ${PROJECT_BINARY_DIR}/certrenewConfig.cmake
  ${PROJECT_BINARY_DIR}/certrenewConfigVersion.cmake
  DESTINATION ${package_folder} COMPONENT library)
