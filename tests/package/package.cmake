# package: the library as its users meet it.

include(${CMAKE_CURRENT_LIST_DIR}/headers.cmake)

# The benchmarks are read, too, those that compile in a few seconds: they are run by hand.
set(benchmarks columns ways least_squares)
if(LEIBNIZ_EVERYTHING AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    list(APPEND benchmarks calls asian)
endif()
foreach(program IN LISTS benchmarks)
    leibniz_reads(NAME package/benchmark/${program} SOURCE ${PROJECT_SOURCE_DIR}/bench/run/${program}.cpp LIBRARY leibniz::eigen)
endforeach()

# No header includes the test framework, and only eigen/ includes Eigen, where it names it.
add_test(NAME package/includes COMMAND ${CMAKE_COMMAND} -D INCLUDE=${PROJECT_SOURCE_DIR}/include
                                       -P ${CMAKE_CURRENT_LIST_DIR}/includes.cmake)
leibniz_label(package/includes)

# All headers but Eigen's (with LEIBNIZ_EVERYTHING those for text at run time, too), and a program on numbers, where exceptions and run-time type information are switched off.
file(CONFIGURE OUTPUT headers/core.cpp CONTENT "@core_includes@" @ONLY)
add_executable(no_exceptions_no_rtti package/core.cpp ${CMAKE_CURRENT_BINARY_DIR}/headers/core.cpp)
target_compile_options(no_exceptions_no_rtti PRIVATE -fno-exceptions -fno-rtti)
target_link_libraries(no_exceptions_no_rtti PRIVATE leibniz::leibniz leibniz_strict)
leibniz_check(NAME package/no_exceptions_no_rtti TARGET no_exceptions_no_rtti)
if(LEIBNIZ_EVERYTHING)
    add_executable(run_time_without_exceptions package/without_exceptions.cpp)
    target_compile_options(run_time_without_exceptions PRIVATE -fno-exceptions -fno-rtti)
    target_link_libraries(run_time_without_exceptions PRIVATE leibniz::leibniz leibniz_strict)
    leibniz_check(NAME package/run_time_without_exceptions TARGET run_time_without_exceptions
                  EXPECTED ${CMAKE_CURRENT_LIST_DIR}/without_exceptions.expected)
endif()

# Without a warning where the compiler looks closest.
add_executable(optimised package/optimised.cpp)
target_compile_options(optimised PRIVATE -O3)
target_link_libraries(optimised PRIVATE leibniz::eigen leibniz_strict)
leibniz_check(NAME package/optimised TARGET optimised)

# Without -std=c++20 one sentence says so, and nothing else.
add_test(NAME package/cpp17
         COMMAND ${CMAKE_CXX_COMPILER} -std=c++17 -fsyntax-only -I${PROJECT_SOURCE_DIR}/include ${CMAKE_CURRENT_LIST_DIR}/core.cpp)
set_tests_properties(package/cpp17 PROPERTIES PASS_REGULAR_EXPRESSION "compile with -std=c\\+\\+20"
                                              FAIL_REGULAR_EXPRESSION "concept")
leibniz_label(package/cpp17)

# g++'s sanitizer knows no address to differ from another, or from nullptr, in a constant expression.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_executable(undefined_core package/core.cpp)
    add_executable(undefined_forms ${PROJECT_SOURCE_DIR}/examples/printed_forms.cpp)
    add_executable(undefined_matrices package/matrices.cpp)
    foreach(target IN ITEMS undefined_core undefined_forms undefined_matrices)
        target_compile_options(${target} PRIVATE -fsanitize=undefined $<$<BOOL:${CMAKE_CROSSCOMPILING}>:-fno-sanitize=vptr>) # which does not link statically
        target_link_options(${target} PRIVATE -fsanitize=undefined)
        target_link_libraries(${target} PRIVATE leibniz::eigen leibniz_strict)
    endforeach()
    leibniz_check(NAME package/undefined_core TARGET undefined_core)
    leibniz_check(NAME package/undefined_matrices TARGET undefined_matrices)
    leibniz_check(NAME package/undefined_forms TARGET undefined_forms EXPECTED ${PROJECT_SOURCE_DIR}/examples/printed_forms.expected)
endif()

# The README's first program prints the same wherever it is built.
set(first_screen ${PROJECT_SOURCE_DIR}/examples/first_screen.cpp)
set(first_screen_prints ${PROJECT_SOURCE_DIR}/examples/first_screen.expected)

# leibniz_in_circumstances(NAME option...): the first program, that on numbers alone, and those of tests/static that go through
# language, reader, printer and numbers, with options.
set(static_in_circumstances ${static_sources})
list(FILTER static_in_circumstances INCLUDE REGEX "/(constant_functions|constants|diff|equal|evaluate|formula|language|packs|rational|special_functions|text)\\.cpp$")
function(leibniz_in_circumstances name)
    add_executable(${name}_first_screen ${first_screen})
    add_executable(${name}_core package/core.cpp)
    add_library(${name}_static OBJECT ${static_in_circumstances})
    foreach(target IN ITEMS ${name}_first_screen ${name}_core ${name}_static)
        target_compile_options(${target} PRIVATE ${ARGN})
        target_link_options(${target} PRIVATE ${ARGN})
        target_link_libraries(${target} PRIVATE leibniz::eigen leibniz_strict)
    endforeach()
    leibniz_check(NAME package/${name}_first_screen TARGET ${name}_first_screen EXPECTED ${first_screen_prints})
    leibniz_check(NAME package/${name}_core TARGET ${name}_core)
    leibniz_check(NAME package/${name}_static TARGET ${name}_static)
endfunction()

# With Eigen, but without run-time type information. (Exceptions say which columns differ in length.)
add_executable(no_rtti ${first_screen})
target_compile_options(no_rtti PRIVATE -fno-rtti)
target_link_libraries(no_rtti PRIVATE leibniz::eigen leibniz_strict)
leibniz_check(NAME package/no_rtti TARGET no_rtti EXPECTED ${first_screen_prints})

# With the single headers, and no other of the library: its own include folder is out of sight.
if(TARGET single_header)
    set(printed_forms ${PROJECT_SOURCE_DIR}/examples/printed_forms.cpp)
    foreach(source IN ITEMS ${first_screen} package/consumer/columns.cpp package/core.cpp ${printed_forms})
        cmake_path(GET source STEM name)
        file(READ ${source} program)
        string(REPLACE "<leibniz/leibniz.hpp>" "\"leibniz.single.hpp\"" program "${program}")
        string(REPLACE "<leibniz/eigen.hpp>" "\"leibniz.eigen.single.hpp\"" program "${program}")
        string(REPLACE "<leibniz/notation.hpp>" "\"leibniz.eigen.single.hpp\"\n#include \"leibniz.notation.single.hpp\"" program "${program}")
        string(REPLACE "<leibniz/backpropagation.hpp>" "\"leibniz.notation.single.hpp\"" program "${program}")
        file(CONFIGURE OUTPUT single/${name}.cpp CONTENT "@program@" @ONLY)
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
        add_executable(single_${name} ${CMAKE_CURRENT_BINARY_DIR}/single/${name}.cpp)
        target_compile_features(single_${name} PRIVATE cxx_std_20)
        target_include_directories(single_${name} PRIVATE ${LEIBNIZ_SINGLE_DIR})
        target_link_libraries(single_${name} PRIVATE Boost::headers leibniz_strict)
        add_dependencies(single_${name} single_header)
    endforeach()
    target_link_libraries(single_first_screen PRIVATE Eigen3::Eigen)
    target_link_libraries(single_columns PRIVATE Eigen3::Eigen)
    target_link_libraries(single_printed_forms PRIVATE Eigen3::Eigen) # all three files in one unit
    leibniz_check(NAME package/single_first_screen TARGET single_first_screen EXPECTED ${first_screen_prints})
    leibniz_check(NAME package/single_columns TARGET single_columns)
    leibniz_check(NAME package/single_core TARGET single_core)
    leibniz_check(NAME package/single_printed_forms TARGET single_printed_forms EXPECTED ${PROJECT_SOURCE_DIR}/examples/printed_forms.expected)
endif()

# Two translation units of one program.
add_executable(two_units package/two_units/main.cpp package/two_units/other.cpp)
target_link_libraries(two_units PRIVATE leibniz::eigen leibniz_strict)
leibniz_check(NAME package/two_units TARGET two_units)

# Two units of one program, of which clang compiles one.
find_program(LEIBNIZ_CLANG NAMES clang++ clang++-14 clang++-16 clang++-19)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND LEIBNIZ_CLANG AND NOT CMAKE_CROSSCOMPILING AND NOT CMAKE_CXX_FLAGS MATCHES sanitize)
    add_test(NAME package/two_compilers
             COMMAND ${CMAKE_COMMAND} -D SOURCE=${PROJECT_SOURCE_DIR} -D WORK=${CMAKE_CURRENT_BINARY_DIR}/two_compilers
                     -D COMPILER=${CMAKE_CXX_COMPILER} -D OTHER=${LEIBNIZ_CLANG} -P ${CMAKE_CURRENT_LIST_DIR}/two_compilers/check.cmake)
    leibniz_label(package/two_compilers)
endif()

# One version everywhere; and two of them in one program.
if(LEIBNIZ_BASH)
    add_test(NAME package/version COMMAND ${LEIBNIZ_BASH} ${PROJECT_SOURCE_DIR}/scripts/version --check)
    leibniz_label(package/version)
endif()
if(LEIBNIZ_BASH AND LEIBNIZ_EVERYTHING)
    add_test(NAME package/two_versions
             COMMAND ${CMAKE_COMMAND} -D SOURCE=${PROJECT_SOURCE_DIR} -D WORK=${CMAKE_CURRENT_BINARY_DIR}/two_versions -D BASH=${LEIBNIZ_BASH}
                     -D COMPILER=${CMAKE_CXX_COMPILER} -D NM=${CMAKE_NM} -D VERSION=${PROJECT_VERSION}
                     -P ${CMAKE_CURRENT_LIST_DIR}/two_versions/check.cmake)
    leibniz_label(package/two_versions)
    add_test(NAME package/release
             COMMAND ${CMAKE_COMMAND} -D SOURCE=${PROJECT_SOURCE_DIR} -D WORK=${CMAKE_CURRENT_BINARY_DIR}/release -D BASH=${LEIBNIZ_BASH}
                     -D VERSION=${PROJECT_VERSION} -P ${CMAKE_CURRENT_LIST_DIR}/release.cmake)
    set_tests_properties(package/release PROPERTIES SKIP_REGULAR_EXPRESSION "skipped: ")
    leibniz_label(package/release)
endif()

# What a notebook shows, where there is nlohmann's json.
if(LEIBNIZ_EVERYTHING)
    find_package(nlohmann_json QUIET)
    if(TARGET nlohmann_json::nlohmann_json)
        add_executable(notebook package/notebook.cpp)
        target_link_libraries(notebook PRIVATE leibniz::leibniz leibniz_strict nlohmann_json::nlohmann_json)
        leibniz_check(NAME package/notebook TARGET notebook)
    endif()
endif()

# gdb prints formulas; the file that it reads, and the module, have the functions of the tables.
find_program(LEIBNIZ_GDB gdb)
mark_as_advanced(LEIBNIZ_GDB)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT CMAKE_CROSSCOMPILING)
    add_test(NAME package/debugger
             COMMAND ${CMAKE_COMMAND} -D SOURCE=${PROJECT_SOURCE_DIR} -D WORK=${CMAKE_CURRENT_BINARY_DIR}/debugger -D COMPILER=${CMAKE_CXX_COMPILER}
                     -D GDB=${LEIBNIZ_GDB} -P ${CMAKE_CURRENT_LIST_DIR}/debugger/check.cmake)
    set_tests_properties(package/debugger PROPERTIES SKIP_REGULAR_EXPRESSION "skipped: ")
    leibniz_label(package/debugger)
endif()
if(Python3_EXECUTABLE)
    add_test(NAME package/function_names COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/scripts/function_names --check)
    leibniz_label(package/function_names)
endif()

# libc++, where the compiler is clang and its library is installed. (scripts/everywhere runs all tests with it.)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND LEIBNIZ_EVERYTHING AND NOT CMAKE_CXX_FLAGS MATCHES "libc[+][+]")
    include(CheckCXXSourceCompiles)
    set(CMAKE_REQUIRED_FLAGS -stdlib=libc++)
    check_cxx_source_compiles("#include <string>\nint main() { return std::string(1, 'a').size() == 1 ? 0 : 1; }"
                              LEIBNIZ_LIBCXX)
    unset(CMAKE_REQUIRED_FLAGS)
endif()
if(LEIBNIZ_LIBCXX)
    leibniz_in_circumstances(libcxx -stdlib=libc++)
endif()

# With the next standard, and where the compiler may calculate as if there were no NaN and no rounding.
if(LEIBNIZ_EVERYTHING)
    leibniz_in_circumstances(cxx23 -std=c++23)
    leibniz_in_circumstances(fast_math -O2 -ffast-math)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 18)
        leibniz_in_circumstances(cxx26 -std=c++26)
    endif()
endif()
file(CONFIGURE OUTPUT fast_math.cpp CONTENT "#include <leibniz/eigen/reproducible.hpp>\n")
add_test(NAME package/fast_math_refused
         COMMAND ${CMAKE_CXX_COMPILER} -std=c++20 -ffast-math -E -I${PROJECT_SOURCE_DIR}/include -isystem
                 "$<JOIN:$<TARGET_PROPERTY:Eigen3::Eigen,INTERFACE_INCLUDE_DIRECTORIES>,;-isystem;>" ${CMAKE_CURRENT_BINARY_DIR}/fast_math.cpp -o /dev/null
         COMMAND_EXPAND_LISTS)
set_tests_properties(package/fast_math_refused PROPERTIES PASS_REGULAR_EXPRESSION "lets the compiler change bits; compile without it")
leibniz_label(package/fast_math_refused)

# Another version of Boost than the system's: LEIBNIZ_BOOST_181 is the include folder of Boost 1.81, such as that of
# Debian's libboost1.81-dev after apt-get download and dpkg -x.
set(LEIBNIZ_BOOST_181 "" CACHE PATH "Optional include folder of Boost 1.81, to test with")
if(LEIBNIZ_BOOST_181)
    leibniz_in_circumstances(boost_181 "SHELL:-isystem ${LEIBNIZ_BOOST_181}")
    file(CONFIGURE OUTPUT boost_181.cpp
         CONTENT "#include <boost/version.hpp>\nstatic_assert(BOOST_VERSION / 100 == 1081);\n")
    target_sources(boost_181_first_screen PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/boost_181.cpp)
endif()

# A project that uses the library: as a subdirectory, fetched, installed, installed but without Eigen, and by
# pkg-config. The latter three find the dependencies where they are installed: fetched ones are no part of the package.
# Unless nothing is left out, without the README's first program; and not with Meson, as a package for Debian, and as modules.
find_program(LEIBNIZ_PKG_CONFIG NAMES pkg-config pkgconf)
find_program(LEIBNIZ_MESON meson)
find_program(LEIBNIZ_DPKG dpkg)
mark_as_advanced(LEIBNIZ_PKG_CONFIG LEIBNIZ_MESON LEIBNIZ_DPKG)
set(ways add_subdirectory FetchContent)
if(Boost_FOUND AND Eigen3_FOUND)
    list(APPEND ways find_package find_package_without_eigen pkg_config)
    if(LEIBNIZ_EVERYTHING AND LEIBNIZ_MESON)
        list(APPEND ways meson)
    endif()
    if(LEIBNIZ_EVERYTHING AND LEIBNIZ_DPKG AND PROJECT_IS_TOP_LEVEL)
        list(APPEND ways deb)
    endif()
    if(LEIBNIZ_EVERYTHING AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 19)
        list(APPEND ways modules)
    endif()
endif()
foreach(way IN LISTS ways)
    add_test(NAME package/${way}
             COMMAND ${CMAKE_COMMAND} -D WAY=${way} -D SOURCE=${PROJECT_SOURCE_DIR} -D BUILD=${PROJECT_BINARY_DIR}
                     -D WORK=${CMAKE_CURRENT_BINARY_DIR}/${way} -D GENERATOR=${CMAKE_GENERATOR}
                     -D COMPILER=${CMAKE_CXX_COMPILER} -D Boost_DIR=${Boost_DIR} -D Eigen3_DIR=${Eigen3_DIR} -D TBB_DIR=${TBB_DIR}
                     -D EIGEN=$<JOIN:$<TARGET_PROPERTY:Eigen3::Eigen,INTERFACE_INCLUDE_DIRECTORIES>,:> -D FIRST_SCREEN=${LEIBNIZ_EVERYTHING}
                     -D PKG_CONFIG=${LEIBNIZ_PKG_CONFIG} -D MESON=${LEIBNIZ_MESON} -D DPKG=${LEIBNIZ_DPKG} -D CPACK=${CMAKE_CPACK_COMMAND}
                     -D VERSION=${PROJECT_VERSION} -P ${CMAKE_CURRENT_LIST_DIR}/consumer.cmake)
    set_tests_properties(package/${way} PROPERTIES SKIP_REGULAR_EXPRESSION "skipped: " LABELS consumers) # the same with every compiler
endforeach()
