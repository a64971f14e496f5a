# Made by running what was built, and installed: the manual, and the completions of the shells. Not
# when cross-compiling, unless the target's programs can be run by an emulator.
if(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
  message(STATUS "certrenew: cross-compiling, so without manual and completions")
  return()
endif()

# The pages' date is the release's: nothing may depend on when they were built.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS CHANGELOG.md)
file(STRINGS CHANGELOG.md released REGEX "^## [0-9.]+ \\([0-9-]+\\)$" LIMIT_COUNT 1)
string(REGEX REPLACE ".*\\((.*)\\)" "\\1" released "${released}")

set(manual ${PROJECT_BINARY_DIR}/manual)
file(GLOB manual_prose CONFIGURE_DEPENDS src/manual/*.man)
add_executable(certrenew-manual src/manual/main.cpp src/manual/page.cpp src/manual/roff.cpp)
target_link_libraries(certrenew-manual PRIVATE certrenew-command-line certrenew_warnings)
find_program(GZIP gzip REQUIRED)
add_custom_command(OUTPUT ${manual}/certrenew.1.gz COMMENT "Writing the manual"
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${manual}
  COMMAND certrenew-manual ${PROJECT_SOURCE_DIR}/src/manual ${released} ${manual}
  COMMAND ${GZIP} --best --no-name --keep --recursive ${manual}
  DEPENDS certrenew-manual ${manual_prose})
install(DIRECTORY ${manual}/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1
  FILES_MATCHING PATTERN "*.1.gz")

# completion(SHELL FILE FOLDER): where that shell looks for it, below share.
set(completions "")
function(completion shell file folder)
  set(script ${PROJECT_BINARY_DIR}/completions/${file})
  add_custom_command(OUTPUT ${script}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/completions
    COMMAND certrenew-cli completion ${shell} > ${script}
    DEPENDS certrenew-cli VERBATIM)
  install(FILES ${script} DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/${folder})
  set(completions ${completions} ${script} PARENT_SCOPE)
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

add_custom_target(certrenew-documents ALL DEPENDS ${manual}/certrenew.1.gz ${completions})
