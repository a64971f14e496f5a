# Options that choose what to build. A project that adds this one gets the library only, unless it
# turns on more.
option(CERTRENEW_PROGRAM "Build the program" ${PROJECT_IS_TOP_LEVEL})
option(CERTRENEW_INSTALL "Install the library, and the program if it is built" ${PROJECT_IS_TOP_LEVEL})

set(tests_default OFF)
if(PROJECT_IS_TOP_LEVEL)
  set(tests_default ${CERTRENEW_PROGRAM})
endif()
option(CERTRENEW_TESTS "Build the tests, which need the program" ${tests_default})
option(CERTRENEW_FUZZ "Build the fuzzers, which need the program and clang++" OFF)

foreach(name IN ITEMS TESTS FUZZ)
  if(CERTRENEW_${name} AND NOT CERTRENEW_PROGRAM)
    message(FATAL_ERROR "CERTRENEW_${name} needs CERTRENEW_PROGRAM: set both to ON, or both to OFF.")
  endif()
endforeach()

if(BUILD_SHARED_LIBS AND WIN32)
  message(FATAL_ERROR "certrenew cannot be a DLL, because its headers export nothing: set"
    " BUILD_SHARED_LIBS to OFF.")
endif()
