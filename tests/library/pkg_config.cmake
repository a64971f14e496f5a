# The component `library` alone, moved to a folder with a space in its name, is found by pkg-config.
include(${CMAKE_CURRENT_LIST_DIR}/common.cmake)
set(work "${BUILD}/pkg-config-test")
file(REMOVE_RECURSE ${work})
run(${CMAKE_COMMAND} --install ${BUILD} --component library --prefix ${work}/first)
file(RENAME ${work}/first "${work}/moved elsewhere")

set(ENV{PKG_CONFIG_PATH} "${work}/moved elsewhere/lib/pkgconfig")
run(${PKG_CONFIG} --modversion certrenew)
if(NOT output STREQUAL "${VERSION}\n")
  message(FATAL_ERROR "certrenew.pc is of version ${output}")
endif()
run(${PKG_CONFIG} --cflags --libs certrenew)
string(STRIP "${output}" found)
separate_arguments(found UNIX_COMMAND "${found}")
separate_arguments(FLAGS UNIX_COMMAND "${FLAGS}")
run(${COMPILER} ${FLAGS} -std=c++20 ${SOURCE}/examples/consumer/main.cpp ${found} -o ${work}/consumer)
answers(${work}/consumer 2026-06-01)

# If the install folders are absolute, certrenew.pc names them as they are.
configure(${SOURCE} ${work}/absolute -D CERTRENEW_PROGRAM=OFF
  -D CMAKE_INSTALL_LIBDIR=/opt/lib -D CMAKE_INSTALL_INCLUDEDIR=/opt/headers)
file(READ ${work}/absolute/certrenew.pc text)
if(NOT text MATCHES "\nlibdir=/opt/lib\nincludedir=/opt/headers\n")
  message(FATAL_ERROR "given absolute folders, certrenew.pc has:\n${text}")
endif()
