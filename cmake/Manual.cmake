# Manual pages and shell completions.

# The date of the pages is that of the release, so that they do not depend on when they are built.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS CHANGELOG.md)
file(STRINGS CHANGELOG.md released REGEX "^## [0-9.]+ \\([0-9-]+\\)$" LIMIT_COUNT 1)
string(REGEX REPLACE ".*\\((.*)\\)" "\\1" released "${released}")

set(documents "")
find_program(LOWDOWN lowdown)
find_program(GZIP gzip)
if(LOWDOWN AND GZIP)
  file(GLOB pages CONFIGURE_DEPENDS src/manual/*.md)
  foreach(source IN LISTS pages)
    string(REGEX REPLACE ".*/(.*[.]([0-9]))[.]md$" "manual/man\\2/\\1" page ${source})
    cmake_path(GET page PARENT_PATH folder)
    file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/${folder})
    add_custom_command(OUTPUT ${page}.gz
      COMMAND sh ${PROJECT_SOURCE_DIR}/cmake/manual.sh ${source} ${PROJECT_VERSION} ${released} > ${page}
      COMMAND ${GZIP} --best --no-name --force ${page}
      WORKING_DIRECTORY ${PROJECT_BINARY_DIR}
      DEPENDS ${source} cmake/manual.sh COMMENT "Writing ${page}" VERBATIM)
    install(FILES ${PROJECT_BINARY_DIR}/${page}.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man${CMAKE_MATCH_2})
    list(APPEND documents ${page}.gz)
  endforeach()
else()
  message(STATUS "certrenew: without manual pages, which need lowdown and gzip")
endif()

# completion(SHELL FILE FOLDER): where that shell looks for it, below share. The program writes it.
function(completion shell file folder)
  set(script ${PROJECT_BINARY_DIR}/completions/${file})
  add_custom_command(OUTPUT ${script}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/completions
    COMMAND certrenew-cli completion ${shell} > ${script}
    DEPENDS certrenew-cli VERBATIM)
  install(FILES ${script} DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/${folder})
  set(documents ${documents} ${script} PARENT_SCOPE)
endfunction()
if(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
  message(STATUS "certrenew: cross-compiling, so without completions")
else()
  # Debian's zsh looks elsewhere for those of packages.
  install(CODE [[
    set(zsh_folder site-functions)
    if(CMAKE_INSTALL_PREFIX MATCHES "/usr$" AND EXISTS /etc/debian_version)
      set(zsh_folder vendor-completions)
    endif()]])
  completion(bash certrenew bash-completion/completions)
  completion(zsh _certrenew "zsh/\${zsh_folder}")
  completion(fish certrenew.fish fish/vendor_completions.d)
endif()

add_custom_target(certrenew-documents ALL DEPENDS ${documents})
