# `cmake --build BUILD --target docs` writes the public headers as web pages to BUILD/html. Missing or
# wrong documentation is an error.
find_package(Doxygen QUIET)
if(NOT DOXYGEN_FOUND)
  return()
endif()
set(DOXYGEN_JAVADOC_AUTOBRIEF YES)
set(DOXYGEN_QUIET YES)
set(DOXYGEN_WARN_AS_ERROR FAIL_ON_WARNINGS)
set(DOXYGEN_HAVE_DOT NO)
set(DOXYGEN_EXCLUDE_SYMBOLS "operator==") # all of them are defaulted
doxygen_add_docs(docs include/certrenew)
