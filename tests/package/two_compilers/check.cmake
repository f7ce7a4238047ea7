# Links two units, of which g++ compiles one and clang the other: what both have is laid out alike.
cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})
foreach(unit IN ITEMS main other)
    foreach(compiler IN ITEMS ${COMPILER} ${OTHER})
        get_filename_component(name ${compiler} NAME)
        execute_process(COMMAND ${compiler} -std=c++20 -I${SOURCE}/include -c ${CMAKE_CURRENT_LIST_DIR}/${unit}.cpp -o ${WORK}/${unit}_${name}.o
                        COMMAND_ERROR_IS_FATAL ANY)
    endforeach()
endforeach()
get_filename_component(one ${COMPILER} NAME)
get_filename_component(two ${OTHER} NAME)
foreach(objects IN ITEMS "main_${one}.o;other_${two}.o" "main_${two}.o;other_${one}.o")
    execute_process(COMMAND ${COMPILER} ${objects} -o two_compilers WORKING_DIRECTORY ${WORK} COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND ${WORK}/two_compilers COMMAND_ERROR_IS_FATAL ANY)
endforeach()
