# Runs check.cmake on a file with a known fault: it must fail, and COMPLAINT must stand in its output.
cmake_minimum_required(VERSION 3.25)

execute_process(COMMAND ${CMAKE_COMMAND} -D SOURCE=${SOURCE} -D COMPILER=${COMPILER} -D "FLAGS=${FLAGS}"
                        -D "PRECOMPILED=${PRECOMPILED}" -D TWINS=ON -P ${CMAKE_CURRENT_LIST_DIR}/check.cmake
                RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(status EQUAL 0)
    message(FATAL_ERROR "the check passes, although the file is at fault")
endif()
string(FIND "${output}" "${COMPLAINT}" position)
if(position EQUAL -1)
    message("${output}")
    message(FATAL_ERROR "the check fails, but not because of: ${COMPLAINT}")
endif()
