# certrenew_embed(TARGET NAME FILE): gives the target the text of FILE as
# certrenew::embedded::NAME, declared in "embedded.hpp".
function(certrenew_embed target name file)
  set(path ${PROJECT_SOURCE_DIR}/${file})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
  file(READ ${path} content)
  set(folder ${PROJECT_BINARY_DIR}/embedded)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/embedded.cpp.in ${folder}/${name}.cpp @ONLY)
  target_sources(${target} PRIVATE ${folder}/${name}.cpp)
endfunction()
