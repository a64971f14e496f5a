# Manual pages and shell completions. The program writes them: when cross-compiling there are none,
# unless an emulator can run it, and never manual pages.
if(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
  message(STATUS "certrenew: cross-compiling, so without manual and completions")
  return()
endif()

# The date of the pages is that of the release, so that they do not depend on when they are built.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS CHANGELOG.md)
file(STRINGS CHANGELOG.md released REGEX "^## [0-9.]+ \\([0-9-]+\\)$" LIMIT_COUNT 1)
string(REGEX REPLACE ".*\\((.*)\\)" "\\1" released "${released}")

set(manual ${PROJECT_BINARY_DIR}/manual)
set(documents "")
find_program(HELP2MAN help2man)
find_program(GZIP gzip)
if(HELP2MAN AND GZIP AND NOT CMAKE_CROSSCOMPILING)
  file(GLOB manual_prose CONFIGURE_DEPENDS src/manual/*.h2m)
  add_custom_command(OUTPUT ${manual}/certrenew.1.gz COMMENT "Writing the manual"
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${manual}
    COMMAND ${PROJECT_SOURCE_DIR}/cmake/manual.sh
      $<TARGET_FILE:certrenew-cli> ${PROJECT_SOURCE_DIR}/src/manual ${released} ${manual}
    COMMAND ${GZIP} --best --no-name --keep --recursive ${manual}
    DEPENDS certrenew-cli cmake/manual.sh ${manual_prose})
  install(DIRECTORY ${manual}/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1
    FILES_MATCHING PATTERN "*.1.gz")
  list(APPEND documents ${manual}/certrenew.1.gz)
else()
  message(STATUS "certrenew: without manual pages, which need help2man and gzip")
endif()

# completion(SHELL FILE FOLDER): where that shell looks for it, below share.
function(completion shell file folder)
  set(script ${PROJECT_BINARY_DIR}/completions/${file})
  add_custom_command(OUTPUT ${script}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/completions
    COMMAND certrenew-cli completion ${shell} > ${script}
    DEPENDS certrenew-cli VERBATIM)
  install(FILES ${script} DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/${folder})
  set(documents ${documents} ${script} PARENT_SCOPE)
endfunction()
# Debian's zsh looks elsewhere for those of packages.
install(CODE [[
  set(zsh_folder site-functions)
  if(CMAKE_INSTALL_PREFIX MATCHES "/usr$" AND EXISTS /etc/debian_version)
    set(zsh_folder vendor-completions)
  endif()]])
completion(bash certrenew bash-completion/completions)
completion(zsh _certrenew "zsh/\${zsh_folder}")
completion(fish certrenew.fish fish/vendor_completions.d)

add_custom_target(certrenew-documents ALL DEPENDS ${documents})
