# leibniz::module, and leibniz::eigen_module where there is Eigen: the library as C++20 modules, `import leibniz;` and `import leibniz.eigen;`.
# They are compiled in the project that uses them, with its own flags. LEIBNIZ_MODULE_DIR is the folder of leibniz.cppm.
if(CMAKE_VERSION VERSION_LESS 3.28)
    message(FATAL_ERROR "leibniz::module needs CMake 3.28 or later; this is ${CMAKE_VERSION}")
endif()

function(leibniz_add_module target name source)
    add_library(${target} STATIC EXCLUDE_FROM_ALL)
    add_library(leibniz::${name} ALIAS ${target})
    target_sources(${target} PUBLIC FILE_SET modules TYPE CXX_MODULES BASE_DIRS ${LEIBNIZ_MODULE_DIR} FILES ${LEIBNIZ_MODULE_DIR}/${source})
    set_target_properties(${target} PROPERTIES CXX_SCAN_FOR_MODULES ON)
    target_link_libraries(${target} PUBLIC ${ARGN})
endfunction()

if(NOT TARGET leibniz::module)
    leibniz_add_module(leibniz_module module leibniz.cppm leibniz::leibniz)
endif()
if(TARGET leibniz::eigen AND NOT TARGET leibniz::eigen_module)
    leibniz_add_module(leibniz_eigen_module eigen_module eigen.cppm leibniz::eigen leibniz::module)
endif()
