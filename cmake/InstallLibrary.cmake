# `cmake --install`: the library, its headers, and the files for find_package(certrenew) and pkg-config.
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/certrenew)
install(TARGETS certrenew EXPORT certrenew-targets
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT library)
install(EXPORT certrenew-targets FILE certrenewTargets.cmake NAMESPACE certrenew::
  DESTINATION ${package_folder} COMPONENT library)
configure_package_config_file(cmake/certrenewConfig.cmake.in certrenewConfig.cmake
  INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/certrenewConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES
  ${PROJECT_BINARY_DIR}/certrenewConfig.cmake
  ${PROJECT_BINARY_DIR}/certrenewConfigVersion.cmake
  DESTINATION ${package_folder} COMPONENT library)

# certrenew_installed(RESULT FOLDER): FOLDER as certrenew.pc names it.
function(certrenew_installed result folder)
  if(NOT IS_ABSOLUTE ${folder})
    string(PREPEND folder "\${prefix}/")
  endif()
  set(${result} ${folder} PARENT_SCOPE)
endfunction()
certrenew_installed(pkg_config_libraries ${CMAKE_INSTALL_LIBDIR})
certrenew_installed(pkg_config_headers ${CMAKE_INSTALL_INCLUDEDIR})
# What was installed can be moved, unless CMAKE_INSTALL_LIBDIR says where it is.
set(pkg_config_prefix ${CMAKE_INSTALL_PREFIX})
if(NOT IS_ABSOLUTE ${CMAKE_INSTALL_LIBDIR})
  cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX
    BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_LIBDIR}/pkgconfig
    OUTPUT_VARIABLE pkg_config_prefix)
  string(PREPEND pkg_config_prefix "\${pcfiledir}/")
endif()
configure_file(cmake/certrenew.pc.in certrenew.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/certrenew.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT library)
