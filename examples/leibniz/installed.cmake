# Brings the command up to date, installs it, and asks the installed one for a derivative.
cmake_minimum_required(VERSION 3.25)

if(CONFIG)
    set(config --config ${CONFIG})
endif()
file(REMOVE_RECURSE ${WORK})
file(LOCK ${BUILD} DIRECTORY) # only one build at a time may work there
execute_process(COMMAND ${CMAKE_COMMAND} --build ${BUILD} --target ${TARGET} ${config}
                OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK} ${config}
                OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
file(LOCK ${BUILD} DIRECTORY RELEASE)
execute_process(COMMAND ${WORK}/${BINDIR}/leibniz diff "sin(x)^2"
                OUTPUT_VARIABLE printed COMMAND_ERROR_IS_FATAL ANY)
if(NOT printed STREQUAL "d/dx = 2*cos(x)*sin(x)\n")
    message(FATAL_ERROR "the installed command prints: ${printed}")
endif()
