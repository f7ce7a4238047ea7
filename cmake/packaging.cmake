# cmake --install, and what find_package(leibniz) finds afterwards.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(LEIBNIZ_PACKAGE_DIR ${CMAKE_INSTALL_DATADIR}/cmake/leibniz)

install(DIRECTORY include/leibniz DESTINATION include FILES_MATCHING PATTERN *.hpp)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

# Two export sets, so that the package without Eigen is whole where Eigen is not installed.
install(TARGETS leibniz EXPORT leibniz)
install(EXPORT leibniz FILE leibniz-targets.cmake NAMESPACE leibniz:: DESTINATION ${LEIBNIZ_PACKAGE_DIR})
if(LEIBNIZ_EIGEN)
    install(TARGETS leibniz_eigen EXPORT leibniz_eigen)
    install(EXPORT leibniz_eigen FILE leibniz-eigen-targets.cmake NAMESPACE leibniz::
            DESTINATION ${LEIBNIZ_PACKAGE_DIR})
endif()

write_basic_package_version_file(${PROJECT_BINARY_DIR}/leibniz-config-version.cmake
                                 COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES cmake/leibniz-config.cmake ${PROJECT_BINARY_DIR}/leibniz-config-version.cmake
        DESTINATION ${LEIBNIZ_PACKAGE_DIR})
