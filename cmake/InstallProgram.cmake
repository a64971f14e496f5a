# `cmake --install`: the program and the documents.
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME program) # other components: library, documents
set(documents ${CMAKE_INSTALL_DOCDIR})
if(NOT PROJECT_IS_TOP_LEVEL)
  set(documents ${CMAKE_INSTALL_DATAROOTDIR}/doc/certrenew)
endif()
install(TARGETS certrenew-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(BUILD_SHARED_LIBS)
  # The program finds the library beside itself, wherever both are moved.
  install(TARGETS certrenew LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} NAMELINK_SKIP)
  cmake_path(ABSOLUTE_PATH CMAKE_INSTALL_LIBDIR BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX} OUTPUT_VARIABLE to)
  cmake_path(ABSOLUTE_PATH CMAKE_INSTALL_BINDIR BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX} OUTPUT_VARIABLE from)
  cmake_path(RELATIVE_PATH to BASE_DIRECTORY ${from})
  set_target_properties(certrenew-cli PROPERTIES
    INSTALL_RPATH $<IF:$<PLATFORM_ID:Darwin>,@loader_path,\$ORIGIN>/${to})
endif()
install(FILES README.md DESTINATION ${documents})
install(DIRECTORY examples DESTINATION ${documents}) # the manual's examples begin in this folder
install(FILES LICENSE CHANGELOG.md DESTINATION ${documents} COMPONENT documents)
