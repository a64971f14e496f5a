# Embeds files in the program. src/embedded.hpp declares them.

# certrenew_embed(TARGET NAME FILE) defines certrenew::embedded::NAME with the text of FILE.
function(certrenew_embed target name file)
  certrenew_read(text ${file})
  set(definition "const std::string_view ${name} = ${text};")
  certrenew_write_embedded(${target} ${name} "${definition}")
endfunction()

# certrenew_embed_folder(TARGET FOLDER GLOB) defines certrenew::embedded::FOLDER with the files of
# src/FOLDER that the pattern matches.
function(certrenew_embed_folder target folder glob)
  file(GLOB paths CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR} src/${folder}/${glob})
  set(entries "")
  foreach(path IN LISTS paths)
    cmake_path(GET path STEM name)
    certrenew_read(text ${path})
    string(APPEND entries "    {\"${name}\", ${text}},\n")
  endforeach()
  string(CONCAT definition "const File ${folder}_files[] = {\n${entries}};\n"
    "const std::span<const File> ${folder}{${folder}_files};")
  certrenew_write_embedded(${target} ${folder} "${definition}")
endfunction()

# Reads FILE as a C++ string literal.
function(certrenew_read result file)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${file})
  file(READ ${PROJECT_SOURCE_DIR}/${file} content)
  set(${result} "R\"embedded(${content})embedded\"" PARENT_SCOPE)
endfunction()

function(certrenew_write_embedded target name definition)
  set(path ${PROJECT_BINARY_DIR}/embedded/${name}.cpp)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/embedded.cpp.in ${path} @ONLY)
  target_sources(${target} PRIVATE ${path})
endfunction()
