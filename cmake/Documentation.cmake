# `cmake --build BUILD --target docs`: the public headers as pages, in BUILD/html. What is not
# documented, or wrongly, is an error.
find_package(Doxygen QUIET)
if(NOT DOXYGEN_FOUND)
  return()
endif()
set(DOXYGEN_JAVADOC_AUTOBRIEF YES)
set(DOXYGEN_QUIET YES)
set(DOXYGEN_WARN_AS_ERROR FAIL_ON_WARNINGS)
set(DOXYGEN_HAVE_DOT NO)
set(DOXYGEN_EXCLUDE_SYMBOLS "operator==") # every one of them is the default
doxygen_add_docs(docs include/certrenew)
