# Reads the headers below INCLUDE: none may include Catch2, and only eigen.hpp and eigen/ may include Eigen.
cmake_minimum_required(VERSION 3.25)

file(GLOB_RECURSE headers RELATIVE ${INCLUDE}/leibniz ${INCLUDE}/leibniz/*)
if(NOT headers)
    message(FATAL_ERROR "there is no header below ${INCLUDE}/leibniz")
endif()

foreach(header IN LISTS headers)
    set(forbidden "catch2/|catch")
    if(NOT header MATCHES "^eigen(/|\\.hpp$)")
        string(APPEND forbidden "|Eigen/|unsupported/Eigen/|leibniz/eigen[/.]")
    endif()
    file(STRINGS ${INCLUDE}/leibniz/${header} lines REGEX "^[ \t]*#[ \t]*include[ \t]*[<\"](${forbidden})")
    foreach(line IN LISTS lines)
        message(SEND_ERROR "${header} must not have the line ${line}")
    endforeach()
endforeach()
