# What tests and examples share: warnings as errors, and checks that never trust an old build.

# Linked privately by our own programs; nothing of it reaches a user of the library.
add_library(leibniz_strict INTERFACE)
target_compile_options(leibniz_strict INTERFACE -Wall -Wextra -Wconversion -Wshadow -Werror)
# g++ looks for memory to free only beyond a gigabyte: that saves a twentieth of its time. And it makes no code of what only constant
# expressions call, as it does of itself from -O1 on: that is a fifth.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(leibniz_strict INTERFACE --param=ggc-min-heapsize=1048576 -ftoplevel-reorder)
endif()

# A file whose name begins with eigen_ sees Eigen; the others must do without it.
function(leibniz_library_for source result)
    cmake_path(GET source STEM name)
    if(name MATCHES "^eigen_")
        set(${result} leibniz::eigen PARENT_SCOPE)
    else()
        set(${result} leibniz::leibniz PARENT_SCOPE)
    endif()
endfunction()

# leibniz_check(NAME folder/name TARGET target [EXPECTED file] [ALONE target] [ALSO label] [COMMAND command...])
# adds a test that brings its target up to date first. So a source that no longer compiles cannot pass by the
# object or the program of an earlier success, and one broken source fails one test only.
# Then it runs COMMAND, or the target itself if that is a program: it must end with 0, and print exactly what
# stands in EXPECTED. Where the target does not build, the program ALONE is built and run, if there is one. The folder is
# the test's label, and ALSO another; the target LABEL_tests builds all targets of a label.
function(leibniz_check)
    cmake_parse_arguments(PARSE_ARGV 0 check "" "NAME;TARGET;EXPECTED;ALONE;ALSO" "COMMAND")
    get_target_property(type ${check_TARGET} TYPE)
    if(type STREQUAL EXECUTABLE AND NOT check_COMMAND)
        set(check_COMMAND $<TARGET_FILE:${check_TARGET}>)
    endif()
    if(check_ALONE)
        set(alone -D ALONE=${check_ALONE} -D RUN_ALONE=$<TARGET_FILE:${check_ALONE}>)
    endif()
    add_test(NAME ${check_NAME}
             COMMAND ${CMAKE_COMMAND} -D BUILD=${PROJECT_BINARY_DIR} -D CONFIG=$<CONFIG> -D TARGET=${check_TARGET}
                     -D "RUN=${check_COMMAND}" -D EXPECTED=${check_EXPECTED} ${alone}
                     -P ${PROJECT_SOURCE_DIR}/cmake/build_and_run.cmake)
    leibniz_label(${check_NAME} ${check_ALSO})
    get_test_property(${check_NAME} LABELS labels)
    foreach(label IN LISTS labels)
        if(NOT TARGET ${label}_tests)
            add_custom_target(${label}_tests)
        endif()
        add_dependencies(${label}_tests ${check_TARGET})
    endforeach()
endfunction()

# leibniz_reads(NAME folder/name SOURCE file LIBRARY library [OPTIONS option...] [PRECOMPILED file] [ALSO label]) adds a test that the compiler
# reads a file, with the flags of all our own programs; nothing is built but what is precompiled of it.
separate_arguments(leibniz_flags UNIX_COMMAND "${CMAKE_CXX_FLAGS}")
list(APPEND leibniz_flags ${CMAKE_CXX20_STANDARD_COMPILE_OPTION} $<TARGET_PROPERTY:leibniz_strict,INTERFACE_COMPILE_OPTIONS>
                          -I${PROJECT_SOURCE_DIR}/include)
# What a precompiled header instantiates need not be instantiated again behind it.
set(leibniz_instantiates "")
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    set(leibniz_instantiates -fpch-instantiate-templates)
endif()
function(leibniz_reads)
    cmake_parse_arguments(PARSE_ARGV 0 read "" "NAME;SOURCE;LIBRARY;PRECOMPILED;ALSO" "OPTIONS")
    set(how -fsyntax-only)
    if(read_PRECOMPILED)
        set(how -o ${read_PRECOMPILED} -x c++-header ${leibniz_instantiates})
    endif()
    set(others $<FILTER:$<TARGET_PROPERTY:${read_LIBRARY},INTERFACE_INCLUDE_DIRECTORIES>,EXCLUDE,^\(/usr|${PROJECT_SOURCE_DIR}\)/include$>)
    add_test(NAME ${read_NAME} COMMAND_EXPAND_LISTS
             COMMAND ${CMAKE_CXX_COMPILER} "${leibniz_flags}" "$<$<BOOL:${others}>:-isystem;$<JOIN:${others},;-isystem;>>"
                     ${read_OPTIONS} ${how} ${read_SOURCE})
    leibniz_label(${read_NAME} ${read_ALSO})
endfunction()

# leibniz_join(unit sources...): writes a unit of several sources, each in a namespace of its own, behind all that they include.
function(leibniz_join unit)
    foreach(source IN LISTS ARGN)
        cmake_path(GET source STEM name)
        file(STRINGS ${source} lines REGEX "^#include ")
        list(APPEND includes ${lines})
        string(APPEND contents "namespace ${name}_cpp {\n#include \"${source}\"\n}\n")
    endforeach()
    list(REMOVE_DUPLICATES includes)
    list(JOIN includes "\n" includes)
    file(CONFIGURE OUTPUT ${unit} CONTENT "@includes@\n@contents@" @ONLY)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${ARGN})
endfunction()

# The label of a test is the first part of its name: ctest -L runtime. There may be further ones.
function(leibniz_label name)
    string(REGEX REPLACE "/.*" "" label ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${label};${ARGN}")
endfunction()

# leibniz_deal(result folder key): one of the labels folder_1 to folder_4, by the key: scripts/test --all deals the tests of the folder to as
# many compilers. Those that take longest go to the one that is quickest with them.
set(dealt_to_1 static/joined_1 static/joined_3 static/deep_functions fail/formula_too_long fail/eigen/parse_matrices)
set(dealt_to_2 static/joined_5)
set(dealt_to_3 static/joined_6)
set(dealt_to_4 static/joined_2 static/joined_4 static/joined_7 static/joined_8 static/long_sum static/deep_layers)
function(leibniz_deal result folder key)
    foreach(share RANGE 1 4)
        if(${folder}/${key} IN_LIST dealt_to_${share})
            set(${result} ${folder}_${share} PARENT_SCOPE)
            return()
        endif()
    endforeach()
    string(MD5 sum ${key})
    string(SUBSTRING ${sum} 0 6 sum)
    math(EXPR share "0x${sum} % 4 + 1")
    set(${result} ${folder}_${share} PARENT_SCOPE)
endfunction()

# A program of tests or examples records every expression of which it makes a text; leibniz_reads_back(NAME folder/name
# LEAST number OBJECTS objects... LIBRARIES libraries...) adds a test that reads all of them back, and expects so many.
function(leibniz_records_texts target)
    if(ARGC EQUAL 1 OR NOT leibniz_precompiles)
        target_compile_options(${target} PRIVATE -include ${PROJECT_SOURCE_DIR}/tests/round_trip.hpp)
    else()
        target_precompile_headers(${target} REUSE_FROM ${ARGV1})
    endif()
endfunction()
# leibniz_beginning(name libraries...): leibniz_records_texts(target name) lets a program with these libraries and flags begin
# with what was read once. It is only what all programs include, and no header of the system, of whose code no warning is given.
# Clang 14 cannot read all that it has precompiled.
set(CMAKE_PCH_PROLOGUE "")
set(leibniz_precompiles ON)
if(CMAKE_DISABLE_PRECOMPILE_HEADERS OR (CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 16))
    set(leibniz_precompiles OFF)
endif()
file(CONFIGURE OUTPUT beginning.cpp CONTENT "")
function(leibniz_beginning name)
    add_library(${name} OBJECT ${PROJECT_BINARY_DIR}/beginning.cpp)
    target_link_libraries(${name} PRIVATE ${ARGN})
    target_precompile_headers(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/round_trip.hpp)
endfunction()
add_library(round_trip OBJECT EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/tests/round_trip.cpp)
target_link_libraries(round_trip PRIVATE leibniz::leibniz leibniz_strict)
function(leibniz_reads_back)
    cmake_parse_arguments(PARSE_ARGV 0 texts "" "NAME;LEAST" "OBJECTS;LIBRARIES")
    if(CMAKE_CXX_FLAGS MATCHES sanitize) # clang's names nothing apart in objects that share a main; the parser has tests of its own
        return()
    endif()
    string(REPLACE "/" "_" target ${texts_NAME})
    add_executable(${target} $<TARGET_OBJECTS:round_trip> ${texts_OBJECTS})
    # The objects have a main of their own: the first one is taken.
    target_link_options(${target} PRIVATE LINKER:-z,muldefs)
    target_link_libraries(${target} PRIVATE ${texts_LIBRARIES})
    leibniz_check(NAME ${texts_NAME} TARGET ${target} COMMAND $<TARGET_FILE:${target}> ${texts_LEAST})
endfunction()
