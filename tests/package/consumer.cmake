# Builds and runs the project in consumer/ against the library, by one WAY of getting at it.
cmake_minimum_required(VERSION 3.25)

function(run)
    execute_process(COMMAND ${ARGV} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT status EQUAL 0)
        list(JOIN ARGV " " command)
        message("${command}\n${output}")
        message(FATAL_ERROR "${WAY}: this command ended with ${status}")
    endif()
endfunction()

file(REMOVE_RECURSE ${WORK}) # what an earlier run installed must not help this one
if(WAY STREQUAL "add_subdirectory")
    set(options -D LEIBNIZ_SOURCE=${SOURCE})
else()
    run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/prefix)
    set(options -D leibniz_ROOT=${WORK}/prefix)
endif()
if(WAY STREQUAL "find_package_without_eigen")
    list(APPEND options -D CMAKE_DISABLE_FIND_PACKAGE_Eigen3=ON)
else()
    list(APPEND options -D WITH_EIGEN=ON)
endif()

run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/consumer -B ${WORK}/build -G ${GENERATOR}
    -D CMAKE_CXX_COMPILER=${COMPILER} -D Boost_DIR=${Boost_DIR} -D Eigen3_DIR=${Eigen3_DIR} ${options})
run(${CMAKE_COMMAND} --build ${WORK}/build)
run(${WORK}/build/numbers)
if(NOT WAY STREQUAL "find_package_without_eigen")
    run(${WORK}/build/columns)
endif()
