# The first block of C++ in README must be the file PROGRAM, character for character.
cmake_minimum_required(VERSION 3.25)

file(READ ${README} text)
string(FIND "${text}" "```cpp\n" begin)
if(begin EQUAL -1)
    message(FATAL_ERROR "${README} has no block of C++")
endif()
math(EXPR begin "${begin} + 7")
string(SUBSTRING "${text}" ${begin} -1 text)
string(FIND "${text}" "```" length)
string(SUBSTRING "${text}" 0 ${length} block)

file(READ ${PROGRAM} program)
if(NOT block STREQUAL program)
    message(FATAL_ERROR "the first program of ${README} is not ${PROGRAM}")
endif()
