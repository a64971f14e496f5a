# Files that only the Debian packages have: a changelog in Debian's format, the licences, and the
# overrides for lintian.
foreach(pair IN ITEMS debian:certrenew debian-library:libcertrenew-dev)
  string(REPLACE ":" ";" pair ${pair})
  list(POP_FRONT pair component name)
  set(folder ${CMAKE_INSTALL_DATAROOTDIR}/doc/${name})
  configure_file(cmake/package/changelog.cmake.in package/${name}-changelog.cmake @ONLY)
  install(SCRIPT ${PROJECT_BINARY_DIR}/package/${name}-changelog.cmake
    COMPONENT ${component} EXCLUDE_FROM_ALL)
endforeach()
install(FILES cmake/package/copyright DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/doc/certrenew)
install(FILES cmake/package/copyright DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/doc/libcertrenew-dev
  COMPONENT debian-library EXCLUDE_FROM_ALL)
if(CERTRENEW_STATIC)
  install(FILES cmake/package/lintian-overrides RENAME certrenew
    DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/lintian/overrides COMPONENT debian EXCLUDE_FROM_ALL)
endif()
