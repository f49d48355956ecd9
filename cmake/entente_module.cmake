# entente_module(NAME SOURCES a.cc ... [USES base ...] [LIBRARIES fmt::fmt ...] [TESTS a_test.cc ...]
#                [THREADED b_test.cc ...])
#
# Declares one module of src/ as the static library entente_<NAME>.  USES must
# say no more than layers.txt allows.  Every test becomes its own ctest entry
# <NAME>/<test> with the label "unit"; those of THREADED start threads, have the
# label "threads" as well and run under the thread sanitizer too.
function(entente_module NAME)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;LIBRARIES;TESTS;THREADED" ${ARGN})
  if(ARG_SOURCES)
    add_library(entente_${NAME} STATIC ${ARG_SOURCES})
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
    target_link_libraries(${NAME}_${base} PRIVATE entente_${NAME} GTest::gtest_main)
    target_compile_definitions(${NAME}_${base} PRIVATE
      ENTENTE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" ENTENTE_DATA_DIR="${PROJECT_SOURCE_DIR}/data")
    add_test(NAME ${NAME}/${base} COMMAND ${NAME}_${base})
    set_tests_properties(${NAME}/${base} PROPERTIES LABELS unit TIMEOUT 600)
    if(test IN_LIST ARG_THREADED)
      set_tests_properties(${NAME}/${base} PROPERTIES LABELS "unit;threads")
      add_dependencies(threaded_tests ${NAME}_${base})
    endif()
  endforeach()
endfunction()

# At -O3 GCC 12 warns without cause about "literal" + string (GCC bug 105651).
function(entente_warnings TARGET)
  target_compile_options(${TARGET} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Werror)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(${TARGET} PRIVATE -Wno-restrict)
  elseif(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    # std::stable_sort of GCC 12's library uses what C++17 deprecated.
    target_compile_options(${TARGET} PRIVATE -Wno-deprecated-declarations)
  endif()
endfunction()
