# package: the library as its users meet it.

# Each header compiles alone and may be included twice; those that are not Eigen's business, without Eigen.
foreach(header IN LISTS headers)
    string(REGEX REPLACE "^leibniz/(.*)\\.hpp$" "\\1" name ${header})
    string(REPLACE / _ target header_${name})
    file(CONFIGURE OUTPUT headers/${name}.cpp CONTENT "#include <@header@>\n#include <@header@>\n" @ONLY)
    add_library(${target} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/headers/${name}.cpp)
    if(name MATCHES "^eigen(/|$)")
        target_link_libraries(${target} PRIVATE leibniz::eigen leibniz_strict)
    else()
        target_link_libraries(${target} PRIVATE leibniz::leibniz leibniz_strict)
        string(APPEND core_includes "#include <${header}>\n")
    endif()
    leibniz_check(NAME package/header/${name} TARGET ${target})
endforeach()

# No header includes the test framework, and only eigen/ includes Eigen.
add_test(NAME package/includes COMMAND ${CMAKE_COMMAND} -D INCLUDE=${PROJECT_SOURCE_DIR}/include
                                       -P ${CMAKE_CURRENT_LIST_DIR}/includes.cmake)
leibniz_label(package/includes)

# All headers but Eigen's, where exceptions and run-time type information are switched off.
file(CONFIGURE OUTPUT headers/core.cpp CONTENT "@core_includes@" @ONLY)
add_library(no_exceptions_no_rtti OBJECT ${CMAKE_CURRENT_BINARY_DIR}/headers/core.cpp)
target_compile_options(no_exceptions_no_rtti PRIVATE -fno-exceptions -fno-rtti)
target_link_libraries(no_exceptions_no_rtti PRIVATE leibniz::leibniz leibniz_strict)
leibniz_check(NAME package/no_exceptions_no_rtti TARGET no_exceptions_no_rtti)

# Two translation units of one program.
add_executable(two_units package/two_units/main.cpp package/two_units/other.cpp)
target_link_libraries(two_units PRIVATE leibniz::eigen leibniz_strict)
leibniz_check(NAME package/two_units TARGET two_units)

# A project that uses the library: as a subdirectory, installed, and installed but without Eigen. The latter
# two find the dependencies where they are installed: fetched ones are no part of the package.
set(ways add_subdirectory)
if(Boost_FOUND AND Eigen3_FOUND)
    list(APPEND ways find_package find_package_without_eigen)
endif()
foreach(way IN LISTS ways)
    add_test(NAME package/${way}
             COMMAND ${CMAKE_COMMAND} -D WAY=${way} -D SOURCE=${PROJECT_SOURCE_DIR} -D BUILD=${PROJECT_BINARY_DIR}
                     -D WORK=${CMAKE_CURRENT_BINARY_DIR}/${way} -D GENERATOR=${CMAKE_GENERATOR}
                     -D COMPILER=${CMAKE_CXX_COMPILER} -D Boost_DIR=${Boost_DIR} -D Eigen3_DIR=${Eigen3_DIR}
                     -P ${CMAKE_CURRENT_LIST_DIR}/consumer.cmake)
    leibniz_label(package/${way})
endforeach()
