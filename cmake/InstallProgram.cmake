# `cmake --install`: the program and the documents.
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME program) # other components: library, documents
set(documents ${CMAKE_INSTALL_DOCDIR})
if(NOT PROJECT_IS_TOP_LEVEL)
  set(documents ${CMAKE_INSTALL_DATAROOTDIR}/doc/certrenew)
endif()
install(TARGETS certrenew-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES README.md DESTINATION ${documents})
install(FILES LICENSE CHANGELOG.md DESTINATION ${documents} COMPONENT documents)
