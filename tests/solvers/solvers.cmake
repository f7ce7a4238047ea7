# solvers: each header of leibniz/solvers with the package it is for, and its example. A package that is not found makes both skipped.

# leibniz_solver(NAME PACKAGE debian-package LIBRARIES library... [INCLUDE folder]): solvers/NAME.cpp here and examples/solvers/NAME.cpp, linked
# with the libraries, targets or files; the target solver_NAME is all that a user links..
function(leibniz_solver name)
    cmake_parse_arguments(PARSE_ARGV 1 solver "" "PACKAGE" "LIBRARIES;INCLUDE")
    set(example ${PROJECT_SOURCE_DIR}/examples/solvers/${name})
    set(found ON)
    foreach(library IN LISTS solver_LIBRARIES solver_INCLUDE)
        if(library MATCHES "NOTFOUND$" OR (library MATCHES "::" AND NOT TARGET ${library}))
            set(found OFF)
        endif()
    endforeach()
    if(NOT found)
        message(STATUS "${solver_PACKAGE} was not found on this system: leibniz/solvers/${name}.hpp is not tested")
        foreach(test IN ITEMS solvers/${name} examples/solvers_${name})
            add_test(NAME ${test} COMMAND ${CMAKE_COMMAND} -E echo "skipped: needs ${solver_PACKAGE}")
            set_tests_properties(${test} PROPERTIES SKIP_REGULAR_EXPRESSION "^skipped:")
            leibniz_label(${test})
        endforeach()
        return()
    endif()
    add_library(solver_${name} INTERFACE)
    target_link_libraries(solver_${name} INTERFACE leibniz::eigen ${solver_LIBRARIES})
    target_include_directories(solver_${name} SYSTEM INTERFACE ${solver_INCLUDE})

    add_executable(solvers_${name} solvers/${name}.cpp)
    target_link_libraries(solvers_${name} PRIVATE solver_${name} leibniz_catch leibniz_strict)
    leibniz_check(NAME solvers/${name} TARGET solvers_${name})
    if(LEIBNIZ_REFERENCE_DATA)
        target_compile_definitions(solvers_${name} PRIVATE LEIBNIZ_REFERENCE_DATA="${LEIBNIZ_REFERENCE_DATA}")
    endif()

    add_executable(example_solvers_${name} ${example}.cpp)
    target_link_libraries(example_solvers_${name} PRIVATE solver_${name} leibniz_strict)
    leibniz_check(NAME examples/solvers_${name} TARGET example_solvers_${name} EXPECTED ${example}.expected)
endfunction()

find_package(Ceres CONFIG QUIET)
find_package(GSL QUIET)

leibniz_solver(eigen_levenberg_marquardt PACKAGE libeigen3-dev LIBRARIES Eigen3::Eigen)
