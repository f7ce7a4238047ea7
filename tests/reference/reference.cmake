# reference: the formulas of the optional folder, compiled from their text; one program of units that are written here.
find_package(Python3 COMPONENTS Interpreter QUIET)
if(LEIBNIZ_REFERENCE_DATA AND Python3_Interpreter_FOUND)
    set(script ${CMAKE_CURRENT_SOURCE_DIR}/reference/make_formula_units.py)
    set(rules ${PROJECT_SOURCE_DIR}/include/leibniz/rules)
    set(units ${CMAKE_CURRENT_BINARY_DIR}/reference)
    file(GLOB rule_headers CONFIGURE_DEPENDS ${rules}/*.hpp)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${script} ${rule_headers}) # a new function brings new formulas
    execute_process(COMMAND ${Python3_EXECUTABLE} ${script} ${LEIBNIZ_REFERENCE_DATA} ${rules} ${units}
                    COMMAND_ERROR_IS_FATAL ANY)
    file(GLOB sources ${units}/*.cpp)
    add_executable(reference_formulas ${sources})
    target_include_directories(reference_formulas PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/reference)
    target_link_libraries(reference_formulas PRIVATE leibniz::eigen leibniz_strict)
    leibniz_check(NAME reference/formulas TARGET reference_formulas)
else()
    add_test(NAME reference/formulas
             COMMAND ${CMAKE_COMMAND} -E echo "skipped: needs LEIBNIZ_REFERENCE_DATA and Python 3")
    set_tests_properties(reference/formulas PROPERTIES SKIP_REGULAR_EXPRESSION "^skipped:")
    leibniz_label(reference/formulas)
endif()

# reference: the page of functions is what the rows say.
add_executable(functions_table reference/functions_table.cpp)
target_link_libraries(functions_table PRIVATE leibniz::leibniz leibniz_strict)
target_compile_definitions(functions_table PRIVATE LEIBNIZ_TEST_FOLDER="${CMAKE_CURRENT_SOURCE_DIR}")
leibniz_check(NAME reference/functions_table TARGET functions_table EXPECTED ${PROJECT_SOURCE_DIR}/docs/functions.md)

# reference: the examples in comments of the headers, compiled and run.
set(header_examples ${CMAKE_CURRENT_BINARY_DIR}/header_examples.cpp)
list(TRANSFORM headers PREPEND ${PROJECT_SOURCE_DIR}/include/ OUTPUT_VARIABLE header_files)
set(header_library leibniz::parallel)
if(NOT TARGET leibniz::parallel)
    set(header_library leibniz::eigen)
    set(header_without leibniz/eigen/parallel.hpp)
endif()
foreach(header IN LISTS headers)
    # Those are shown in examples/solvers, this one in tests/package/notebook.cpp.
    if((header MATCHES "^leibniz/solvers/" AND NOT header MATCHES "/ode.hpp") OR header STREQUAL "leibniz/notebook.hpp")
        list(APPEND header_without ${header})
    endif()
endforeach()
add_custom_command(OUTPUT ${header_examples}
                   COMMAND ${CMAKE_COMMAND} -D INCLUDE=${PROJECT_SOURCE_DIR}/include -D LEAST=60 -D OUTPUT=${header_examples}
                           -D "WITHOUT=${header_without}"
                           -P ${PROJECT_SOURCE_DIR}/cmake/header_examples.cmake
                   DEPENDS ${PROJECT_SOURCE_DIR}/cmake/header_examples.cmake ${header_files} VERBATIM)
add_executable(header_examples ${header_examples})
target_include_directories(header_examples PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/reference)
add_library(examples_without_use INTERFACE) # behind -Wall
target_compile_options(examples_without_use INTERFACE -Wno-shadow -Wno-unused-variable -Wno-unused-but-set-variable -Wno-unused-function)
target_link_libraries(header_examples PRIVATE ${header_library} leibniz_strict examples_without_use)
if(NOT TARGET leibniz::parallel)
    target_compile_definitions(header_examples PRIVATE LEIBNIZ_WITHOUT_THREADS)
endif()
leibniz_check(NAME reference/header_examples TARGET header_examples)

# reference: problems that others have published, with their figures where the optional folder has them.
set(proofs mgh black_scholes gaussian_mixture bundle_adjustment)
if(LEIBNIZ_EVERYTHING)
    list(APPEND proofs mixed_partials) # a minute to compile
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU") # beyond the steps of a constant expression that clang has
        list(APPEND proofs mgh_large)
    endif()
endif()
foreach(name IN LISTS proofs)
    catch_program(reference_${name} reference leibniz::eigen reference/${name}.cpp)
    leibniz_check(NAME reference/${name} TARGET reference_${name})
endforeach()
