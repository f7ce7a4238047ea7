# Checks one misuse of the library, and what a user gets to read:
#
#   cmake -D SOURCE=misuse.cpp -D COMPILER=c++ -D "FLAGS=-std=c++20;-Iinclude" [-D PRECOMPILED=flags] -P check.cmake
#
# SOURCE opens with lines of comment, any number of the first and at most one of the second:
#
#   // expect: text that must stand in the compiler's output
#   // lines: 8
#
# the latter being the most lines that the output may have (10 unless stated), not counting empty ones, the chain of
# includes and the number of errors.
# With TWIN defined it is the correct variant and must compile; without, the misuse, and must not.
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
set(compile ${COMPILER} ${PRECOMPILED} ${FLAGS} -fsyntax-only)

execute_process(COMMAND ${compile} -D TWIN ${SOURCE}
                RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(PRECOMPILED AND NOT status EQUAL 0) # clang 14 cannot read all that it has precompiled
    set(compile ${COMPILER} ${FLAGS} -fsyntax-only)
    execute_process(COMMAND ${compile} -D TWIN ${SOURCE}
                    RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
endif()
if(NOT status EQUAL 0)
    fail("the twin does not compile\n${output}")
endif()

execute_process(COMMAND ${compile} ${SOURCE}
                RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(status EQUAL 0)
    fail("the misuse compiles")
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
if(complaints)
    fail("${complaints}")
endif()
