# Not run here, where there is no vcpkg. vcpkg install leibniz --overlay-ports=packaging/vcpkg/ports takes the sources that the port stands in.
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../../../.." ABSOLUTE)
if(NOT EXISTS "${SOURCE_PATH}/include/leibniz/leibniz.hpp")
    message(FATAL_ERROR "this port stands in packaging/vcpkg/ports of Leibniz; leave it there, and name the folder by --overlay-ports")
endif()

vcpkg_check_features(OUT_FEATURE_OPTIONS options FEATURES eigen LEIBNIZ_EIGEN)
vcpkg_cmake_configure(SOURCE_PATH "${SOURCE_PATH}" OPTIONS ${options} -DLEIBNIZ_TESTS=OFF -DLEIBNIZ_EXAMPLES=OFF)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(PACKAGE_NAME leibniz CONFIG_PATH share/cmake/leibniz)
vcpkg_fixup_pkgconfig()

# Nothing but headers: there is nothing to debug.
file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
