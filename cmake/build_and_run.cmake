# Brings one target up to date, and runs what belongs to it; see leibniz_check in checks.cmake. Where the variable LEIBNIZ_BUILT of the
# environment is set, everything is up to date.
cmake_minimum_required(VERSION 3.25)

if(CONFIG) # empty where no build type was chosen
    set(config --config ${CONFIG})
endif()
macro(build)
    file(LOCK ${BUILD} DIRECTORY) # only one build at a time may work there
    execute_process(COMMAND ${CMAKE_COMMAND} --build ${BUILD} --target ${TARGET} ${config}
                    RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
    file(LOCK ${BUILD} DIRECTORY RELEASE)
endmacro()
set(status 0)
if("$ENV{LEIBNIZ_BUILT}" STREQUAL "")
    build()
endif()
if(ALONE AND NOT status EQUAL 0) # another file of the program may be at fault
    set(TARGET ${ALONE})
    set(RUN ${RUN_ALONE})
    build()
endif()
if(NOT status EQUAL 0)
    message("${output}") # FATAL_ERROR would wrap its lines
    message(FATAL_ERROR "${TARGET} does not build")
endif()
if(NOT RUN)
    return()
endif()

set(printed ${BUILD}/${TARGET}.printed)
if(EXPECTED)
    set(capture OUTPUT_FILE ${printed})
endif()
execute_process(COMMAND ${RUN} ${capture} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "${TARGET} ended with ${status}")
endif()

if(EXPECTED)
    execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${printed} ${EXPECTED} RESULT_VARIABLE differs)
    if(differs)
        execute_process(COMMAND diff -u ${EXPECTED} ${printed})
        message(FATAL_ERROR "${TARGET} does not print what stands in ${EXPECTED}")
    endif()
endif()
