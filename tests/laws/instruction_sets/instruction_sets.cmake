# One law once for each instruction set, since each has packets and vector functions of its own, and with a second compiler (the label
# numbers); it runs where the processor has the instructions.
set(sets default)
set(with_columns default)
set(of_sums default)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$" AND NOT MSVC)
    set(sets x86-64 x86-64-v3 x86-64-v4)
    set(with_columns ${sets})
    set(of_sums ${sets})
    # To save time: g++, which is quicker with them, makes each function of AVX2 and AVX-512, and sums of AVX2 whose bits are those of AVX-512 by
    # clang.
    if(NOT LEIBNIZ_EVERYTHING AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        set(sets x86-64-v3 x86-64-v4)
        set(with_columns x86-64-v3)
        set(of_sums x86-64-v3)
    elseif(NOT LEIBNIZ_EVERYTHING)
        set(sets "")
        set(of_sums x86-64-v4)
    endif()
endif()
# Optimised, as the registers of packets are only then used as in a user's program, and without sanitizers, as above.
function(leibniz_optimised target set)
    target_compile_options(${target} PRIVATE $<IF:$<BOOL:${LEIBNIZ_EVERYTHING}>,-O3,-O1> -fno-sanitize=all)
    if(NOT set STREQUAL default)
        # g++ 12 sees variables without a value in its own header of AVX-512.
        target_compile_options(${target} PRIVATE -march=${set} -Wno-maybe-uninitialized -Wno-unknown-warning-option)
    endif()
endfunction()
foreach(set IN LISTS sets)
    add_executable(laws_columns_${set} laws/instruction_sets/ulps.cpp)
    if(set IN_LIST with_columns)
        target_sources(laws_columns_${set} PRIVATE laws/instruction_sets/columns.cpp)
    endif()
    if(LEIBNIZ_EVERYTHING)
        target_sources(laws_columns_${set} PRIVATE laws/instruction_sets/every_float.cpp laws/instruction_sets/figures.cpp)
    endif()
    target_compile_definitions(laws_columns_${set} PRIVATE LEIBNIZ_TEST_FOLDER="${CMAKE_CURRENT_SOURCE_DIR}")
    target_link_libraries(laws_columns_${set} PRIVATE leibniz::eigen leibniz_catch leibniz_strict)
    leibniz_optimised(laws_columns_${set} ${set})
    leibniz_check(NAME laws/columns_${set} TARGET laws_columns_${set} ALSO numbers
                  COMMAND ${CMAKE_COMMAND} -D SET=${set} -D RUN=$<TARGET_FILE:laws_columns_${set}> -P ${CMAKE_CURRENT_SOURCE_DIR}/laws/instruction_sets/run.cmake)
    set_tests_properties(laws/columns_${set} PROPERTIES SKIP_REGULAR_EXPRESSION "skipped: ")
    if(LEIBNIZ_EVERYTHING AND set MATCHES "^(default|x86-64-v3)$" AND NOT CMAKE_CXX_FLAGS MATCHES sanitize)
        leibniz_check(NAME laws/every_number TARGET laws_columns_${set}
                      COMMAND ${CMAKE_COMMAND} -D SET=${set} -D RUN=$<TARGET_FILE:laws_columns_${set}> -D ARGUMENT=[.exhaustive]
                              -P ${CMAKE_CURRENT_SOURCE_DIR}/laws/instruction_sets/run.cmake)
        set_tests_properties(laws/every_number PROPERTIES SKIP_REGULAR_EXPRESSION "skipped: " TIMEOUT 36000)
    endif()
endforeach()

# The same bits for all of them.
foreach(set IN LISTS of_sums)
    add_executable(laws_reproducible_${set} laws/instruction_sets/reproducible.cpp)
    target_link_libraries(laws_reproducible_${set} PRIVATE leibniz::eigen leibniz_strict)
    leibniz_optimised(laws_reproducible_${set} ${set})
    target_compile_options(laws_reproducible_${set} PRIVATE -O2) # which puts products and sums together where it may
    leibniz_check(NAME laws/reproducible_${set} TARGET laws_reproducible_${set} ALSO numbers
                  COMMAND ${CMAKE_COMMAND} -D SET=${set} -D RUN=$<TARGET_FILE:laws_reproducible_${set}>
                          -D EXPECTED=${CMAKE_CURRENT_SOURCE_DIR}/laws/instruction_sets/reproducible.expected
                          -P ${CMAKE_CURRENT_SOURCE_DIR}/laws/instruction_sets/run.cmake)
    set_tests_properties(laws/reproducible_${set} PROPERTIES SKIP_REGULAR_EXPRESSION "skipped: ")
endforeach()
