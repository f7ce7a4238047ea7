# find_package(leibniz) defines leibniz::leibniz, and leibniz::eigen where Eigen is found;
# find_package(leibniz COMPONENTS eigen) insists on Eigen.
include(CMakeFindDependencyMacro)

find_dependency(Boost 1.74 CONFIG)
include(${CMAKE_CURRENT_LIST_DIR}/leibniz-targets.cmake)

if(EXISTS ${CMAKE_CURRENT_LIST_DIR}/leibniz-eigen-targets.cmake)
    find_package(Eigen3 3.4 CONFIG QUIET)
    if(TARGET Eigen3::Eigen)
        include(${CMAKE_CURRENT_LIST_DIR}/leibniz-eigen-targets.cmake)
    endif()
endif()
set(leibniz_eigen_FOUND FALSE)
if(TARGET leibniz::eigen)
    set(leibniz_eigen_FOUND TRUE)
endif()

foreach(component IN LISTS leibniz_FIND_COMPONENTS)
    if(leibniz_FIND_REQUIRED_${component} AND NOT leibniz_${component}_FOUND)
        set(leibniz_FOUND FALSE)
        set(leibniz_NOT_FOUND_MESSAGE "leibniz::${component} is not available: it needs Eigen 3.4")
    endif()
endforeach()
