# With the precompiled header the compiler must say of SOURCE what it says without, but for the chain of includes.
cmake_minimum_required(VERSION 3.25)

set(ENV{LC_ALL} C)
foreach(flags IN ITEMS "" "${PRECOMPILED}")
    execute_process(COMMAND ${COMPILER} ${flags} ${FLAGS} -fsyntax-only ${SOURCE}
                    RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
    string(REGEX REPLACE "(In file included from|                 from )[^\n]*\n" "" output "${output}")
    list(APPEND statuses ${status})
    string(SHA256 sum "${output}")
    list(APPEND sums ${sum})
    message("${output}")
endforeach()
list(REMOVE_DUPLICATES sums)
list(LENGTH sums count)
if(NOT statuses STREQUAL "1;1" OR NOT count EQUAL 1)
    message(FATAL_ERROR "the two differ")
endif()
