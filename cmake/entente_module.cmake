# entente_module(NAME SOURCES a.cc ... [USES base ...] [LIBRARIES fmt::fmt ...] [TESTS a_test.cc ...]
#                [THREADED b_test.cc ...] [SEPARATE])
#
# Declares one module of src/ as the static library entente_<NAME>.  USES must
# say no more than layers.txt allows.  Every test becomes its own ctest entry
# <NAME>/<test> with the label "unit"; those of THREADED start threads, have the
# label "threads" as well and run under the thread sanitizer too.  Tests run in the
# root of the checkout (no absolute path in them: any clone hits the same cache).
#
# With ENTENTE_UNITY (presets release, asan, tsan) the sources of a module
# are compiled together, a third of the time: names in anonymous namespaces must
# then be unique in the module.  SEPARATE turns that off for one.
function(entente_module NAME)
  cmake_parse_arguments(ARG "SEPARATE" "" "SOURCES;USES;LIBRARIES;TESTS;THREADED" ${ARGN})
  if(ARG_SOURCES)
    add_library(entente_${NAME} STATIC ${ARG_SOURCES})
    if(ENTENTE_UNITY AND NOT ARG_SEPARATE)
      set_target_properties(entente_${NAME} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)
    endif()
    set(scope PUBLIC)
    entente_warnings(entente_${NAME})
  else()
    add_library(entente_${NAME} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(entente_${NAME} ${scope} ${PROJECT_SOURCE_DIR}/src)
  list(TRANSFORM ARG_USES PREPEND entente_)
  target_link_libraries(entente_${NAME} ${scope} ${ARG_USES} ${ARG_LIBRARIES})
  foreach(test IN LISTS ARG_TESTS ARG_THREADED)
    get_filename_component(base ${test} NAME_WE)
    add_executable(${NAME}_${base} ${test})
    entente_warnings(${NAME}_${base})
    entente_precompile(${NAME}_${base})
    target_link_libraries(${NAME}_${base} PRIVATE entente_${NAME} GTest::gtest_main)
    target_compile_definitions(${NAME}_${base} PRIVATE
      ENTENTE_SOURCE_DIR="." ENTENTE_DATA_DIR="data")
    add_test(NAME ${NAME}/${base} COMMAND ${NAME}_${base} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    set_tests_properties(${NAME}/${base} PROPERTIES LABELS unit TIMEOUT 600)
    if(test IN_LIST ARG_THREADED)
      set_tests_properties(${NAME}/${base} PROPERTIES LABELS "unit;threads")
      add_dependencies(threaded_tests ${NAME}_${base})
    endif()
  endforeach()
endfunction()

# At -O3 GCC 12 warns without cause about strings (GCC bugs 105651, 105329).
function(entente_warnings TARGET)
  target_compile_options(${TARGET} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Werror)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(${TARGET} PRIVATE -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds)
  elseif(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    # std::stable_sort of GCC 12's library uses what C++17 deprecated.
    target_compile_options(${TARGET} PRIVATE -Wno-deprecated-declarations)
  endif()
endfunction()

# The headers of every unit test, compiled once for all of them where the build
# is not cached (ccache keeps no precompiled headers apart).
function(entente_precompile TARGET)
  if(NOT ENTENTE_UNITY)
    return()
  endif()
  if(NOT TARGET test_headers)
    file(WRITE ${PROJECT_BINARY_DIR}/test_headers.cc "")
    add_library(test_headers STATIC ${PROJECT_BINARY_DIR}/test_headers.cc)
    entente_warnings(test_headers)
    target_link_libraries(test_headers PRIVATE GTest::gtest)
    target_precompile_headers(test_headers PRIVATE
      <gtest/gtest.h> <algorithm> <fstream> <functional> <map> <optional> <ranges> <string> <unordered_map> <vector>)
  endif()
  target_precompile_headers(${TARGET} REUSE_FROM test_headers)
endfunction()
