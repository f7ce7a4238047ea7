# cmake --install, what find_package(leibniz) and pkg-config find afterwards, and the library as one file.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(LEIBNIZ_PACKAGE_DIR ${CMAKE_INSTALL_DATADIR}/cmake/leibniz)
set(LEIBNIZ_PKGCONFIG_DIR ${CMAKE_INSTALL_DATADIR}/pkgconfig)

install(DIRECTORY include/leibniz DESTINATION include FILES_MATCHING PATTERN *.hpp PATTERN *.cppm)
install(FILES LICENSE CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

# gdb reads this by itself where it is installed with the same prefix.
install(FILES debugger/leibniz.py DESTINATION ${CMAKE_INSTALL_DATADIR}/gdb/python/gdb/printer)
install(FILES debugger/leibniz.natvis DESTINATION ${CMAKE_INSTALL_DATADIR}/leibniz)

# Export sets, so that the package is whole without Eigen, or without oneTBB, where that is not installed.
install(TARGETS leibniz EXPORT leibniz)
install(EXPORT leibniz FILE leibniz-targets.cmake NAMESPACE leibniz:: DESTINATION ${LEIBNIZ_PACKAGE_DIR})
if(LEIBNIZ_EIGEN)
    install(TARGETS leibniz_eigen EXPORT leibniz_eigen)
    install(EXPORT leibniz_eigen FILE leibniz-eigen-targets.cmake NAMESPACE leibniz::
            DESTINATION ${LEIBNIZ_PACKAGE_DIR})
    install(TARGETS leibniz_parallel EXPORT leibniz_parallel)
    install(EXPORT leibniz_parallel FILE leibniz-parallel-targets.cmake NAMESPACE leibniz::
            DESTINATION ${LEIBNIZ_PACKAGE_DIR})
endif()

write_basic_package_version_file(${PROJECT_BINARY_DIR}/leibniz-config-version.cmake
                                 COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
file(RELATIVE_PATH LEIBNIZ_MODULES_FROM_PACKAGE /prefix/${LEIBNIZ_PACKAGE_DIR} /prefix/include/leibniz)
configure_file(cmake/leibniz-config.cmake ${PROJECT_BINARY_DIR}/leibniz-config.cmake @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/leibniz-config.cmake cmake/leibniz-modules.cmake ${PROJECT_BINARY_DIR}/leibniz-config-version.cmake
        DESTINATION ${LEIBNIZ_PACKAGE_DIR})

# pkg-config: paths are relative to the file, so that an installed tree may be moved.
file(RELATIVE_PATH LEIBNIZ_PREFIX_FROM_PKGCONFIG /prefix/${LEIBNIZ_PKGCONFIG_DIR} /prefix)
set(modules leibniz)
if(LEIBNIZ_EIGEN)
    list(APPEND modules leibniz-eigen leibniz-parallel)
endif()
foreach(module IN LISTS modules)
    configure_file(cmake/${module}.pc.in ${PROJECT_BINARY_DIR}/${module}.pc @ONLY)
    install(FILES ${PROJECT_BINARY_DIR}/${module}.pc DESTINATION ${LEIBNIZ_PKGCONFIG_DIR})
endforeach()

# The library as one file: the target single_header. cmake --install needs no build before it, and makes it afresh.
find_program(LEIBNIZ_BASH bash)
find_program(LEIBNIZ_AWK awk)
mark_as_advanced(LEIBNIZ_BASH LEIBNIZ_AWK)
if(LEIBNIZ_BASH AND LEIBNIZ_AWK)
    set(LEIBNIZ_SINGLE_DIR ${PROJECT_BINARY_DIR}/single)
    set(single_headers ${LEIBNIZ_SINGLE_DIR}/leibniz.single.hpp ${LEIBNIZ_SINGLE_DIR}/leibniz.eigen.single.hpp
                       ${LEIBNIZ_SINGLE_DIR}/leibniz.notation.single.hpp)
    set(script ${PROJECT_SOURCE_DIR}/scripts/single_header)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/*.hpp)
    add_custom_command(OUTPUT ${single_headers} COMMAND ${LEIBNIZ_BASH} ${script} ${LEIBNIZ_SINGLE_DIR}
                       DEPENDS ${sources} ${script} ${PROJECT_SOURCE_DIR}/LICENSE VERBATIM)
    add_custom_target(single_header DEPENDS ${single_headers})
    install(CODE "execute_process(COMMAND \"${LEIBNIZ_BASH}\" \"${script}\" \"${LEIBNIZ_SINGLE_DIR}\"
                                  COMMAND_ERROR_IS_FATAL ANY)")
    install(FILES ${single_headers} DESTINATION include)
else()
    message(STATUS "bash or awk was not found on this system: leibniz.single.hpp is not made")
endif()

# cpack -G DEB: a package for Debian, of headers alone, which are the same on every processor; hence without tests and examples.
if(PROJECT_IS_TOP_LEVEL AND NOT LEIBNIZ_TESTS AND NOT LEIBNIZ_EXAMPLES)
    set(CPACK_PACKAGE_NAME libleibniz-dev)
    set(CPACK_PACKAGE_CONTACT "The authors of Leibniz") # as in CITATION.cff
    set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
    set(CPACK_PACKAGE_DESCRIPTION "A model is an ordinary C++ expression; its derivatives are found while a program compiles, can be printed,
proved equal in a static_assert, and are evaluated over whole columns of Eigen.")
    set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
    set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
    set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
    set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE all)
    set(CPACK_DEBIAN_PACKAGE_SECTION libdevel)
    set(CPACK_DEBIAN_PACKAGE_DEPENDS "libboost-dev (>= 1.74)")
    set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libeigen3-dev (>= 3.4)")
    set(CPACK_DEBIAN_PACKAGE_SUGGESTS libtbb-dev)
    include(CPack)
endif()
