# Checks one misuse of the library, and what a user gets to read:
#
#   cmake -D SOURCE=misuse.cpp -D COMPILER=c++ -D "FLAGS=-std=c++20;-Iinclude" -D TWINS=ON [-D PRECOMPILED=flags] -P check.cmake
#
# SOURCE opens with lines of comment, any number of the first and at most one of the second:
#
#   // expect: text that must stand in the compiler's output
#   // lines: 8
#
# the latter being the most lines that the output may have (10 unless stated), not counting empty ones, the chain of
# includes and the number of errors.
# With TWIN defined it is the correct variant and must compile, unless TWINS is OFF; without, the misuse, and must not.
cmake_minimum_required(VERSION 3.25)

# message(FATAL_ERROR) alone would wrap the lines of what it prints.
function(fail text)
    message("${text}")
    message(FATAL_ERROR "${SOURCE}")
endfunction()

set(limit 10)
set(expected 0)
file(READ ${SOURCE} rest)
# A text may hold semicolons and brackets, which would come apart in a list: hence numbered variables.
while(rest MATCHES "^// (expect|lines): ([^\n]+)\n(.*)$")
    set(rest "${CMAKE_MATCH_3}")
    if(CMAKE_MATCH_1 STREQUAL "lines")
        set(limit ${CMAKE_MATCH_2})
    else()
        set(text_${expected} "${CMAKE_MATCH_2}")
        math(EXPR expected "${expected} + 1")
    endif()
endwhile()
if(expected EQUAL 0)
    fail("the file states no expectation: its first line must be // expect: text")
endif()

set(ENV{LC_ALL} C) # plain quotes, and no translated messages

# examine(result flags...): compiles with these flags too, and leaves in result what is wrong, or nothing.
function(examine result)
    set(compile ${COMPILER} ${ARGN} ${FLAGS} -fsyntax-only)
    if(TWINS)
        execute_process(COMMAND ${compile} -D TWIN ${SOURCE}
                        RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
        if(NOT status EQUAL 0)
            set(${result} "the twin does not compile\n${output}" PARENT_SCOPE)
            return()
        endif()
    endif()
    execute_process(COMMAND ${compile} ${SOURCE}
                    RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(status EQUAL 0)
        set(${result} "the misuse compiles" PARENT_SCOPE)
        return()
    endif()

    string(REPLACE "\\\"" "\"" output "${output}") # clang 14 repeats a sentence as it stands in the source
    string(REGEX REPLACE "(In file included from|                 from )[^\n]*\n" "" lines "${output}")
    string(REGEX REPLACE "[0-9]+ errors? generated\\.\n" "" lines "${lines}")
    string(REGEX REPLACE "\n+" "\n" lines "${lines}")
    string(REGEX REPLACE "[^\n]" "" lines "${lines}")
    string(LENGTH "${lines}" count)
    message(STATUS "${count} lines of output, at most ${limit} allowed")
    message("${output}")

    set(complaints "")
    if(count GREATER limit)
        string(APPEND complaints "\nthe output has ${count} lines, more than ${limit}")
    endif()
    set(number 0)
    while(number LESS expected)
        string(FIND "${output}" "${text_${number}}" position)
        if(position EQUAL -1)
            string(APPEND complaints "\nthe output does not say: ${text_${number}}")
        endif()
        math(EXPR number "${number} + 1")
    endwhile()
    set(${result} "${complaints}" PARENT_SCOPE)
endfunction()

examine(complaints ${PRECOMPILED})
if(complaints AND PRECOMPILED) # clang 14 cannot read all that it has precompiled
    examine(complaints)
endif()
if(complaints)
    fail("${complaints}")
endif()
