# The libraries: those of the project around this one if it has them, otherwise the system's if it has
# them, otherwise a pinned release.
include(FetchContent)

# Build none of their tests, and install none of them with our files.
set(CLI11_BUILD_TESTS OFF)
set(CLI11_BUILD_EXAMPLES OFF)
set(CLI11_BUILD_DOCS OFF)
set(CLI11_INSTALL OFF)
set(JSON_BuildTests OFF)
set(JSON_Install OFF)
set(ENABLE_DATE_INSTALL OFF)
set(CMAKE_POLICY_DEFAULT_CMP0077 NEW) # these variables override their option()

# GLOBAL lets a surrounding project use these targets, because CMake does not look for the same library
# a second time.
if(NOT TARGET nlohmann_json::nlohmann_json)
  FetchContent_Declare(nlohmann_json
    GIT_REPOSITORY https://github.com/nlohmann/json.git
    GIT_TAG 9cca280a4d0ccf0c08f47a99aa71d1b0e52f8d03 # v3.11.3
    SYSTEM FIND_PACKAGE_ARGS 3.10 GLOBAL)
  FetchContent_MakeAvailable(nlohmann_json)
endif()
if(NOT TARGET date::date)
  FetchContent_Declare(date
    GIT_REPOSITORY https://github.com/HowardHinnant/date.git
    GIT_TAG 179a6b921ccd6179b5b04dce812a89f71a51b4df # v3.0.5
    SYSTEM FIND_PACKAGE_ARGS GLOBAL)
  FetchContent_MakeAvailable(date)
endif()
if(CERTRENEW_PROGRAM AND NOT TARGET CLI11::CLI11)
  FetchContent_Declare(CLI11
    GIT_REPOSITORY https://github.com/CLIUtils/CLI11.git
    GIT_TAG cbd58a3696887b34c70949aef21a71735a0c2ad5 # v2.7.2
    SYSTEM FIND_PACKAGE_ARGS GLOBAL)
  FetchContent_MakeAvailable(CLI11)
endif()

# For another system, these headers of this one will do, but not those beside them.
function(certrenew_separate_headers target folder)
  set(includes "")
  if(TARGET ${target})
    get_target_property(includes ${target} INTERFACE_INCLUDE_DIRECTORIES)
  endif()
  if("/usr/include" IN_LIST includes)
    file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/headers)
    file(CREATE_LINK /usr/include/${folder} ${PROJECT_BINARY_DIR}/headers/${folder} SYMBOLIC)
    set_target_properties(${target} PROPERTIES
      INTERFACE_INCLUDE_DIRECTORIES ${PROJECT_BINARY_DIR}/headers)
  endif()
endfunction()
if(CMAKE_CROSSCOMPILING)
  certrenew_separate_headers(CLI11::CLI11 CLI)
  certrenew_separate_headers(nlohmann_json::nlohmann_json nlohmann)
  certrenew_separate_headers(date::date date)
endif()

if(CERTRENEW_TESTS AND NOT TARGET Catch2::Catch2WithMain)
  FetchContent_Declare(Catch2
    GIT_REPOSITORY https://github.com/catchorg/Catch2.git
    GIT_TAG fa43b77429ba76c462b1898d6cd2f2d7a9416b14 # v3.7.1
    SYSTEM FIND_PACKAGE_ARGS) # any version: 2 works as well
  FetchContent_MakeAvailable(Catch2)
  if(DEFINED catch2_SOURCE_DIR AND EXISTS ${catch2_SOURCE_DIR}/extras)
    list(APPEND CMAKE_MODULE_PATH ${catch2_SOURCE_DIR}/extras) # for include(Catch)
  endif()
endif()
