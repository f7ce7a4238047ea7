# Boost.Hana and Eigen as Boost::headers and Eigen3::Eigen: from the system, else from their repositories.
# oneTBB as TBB::tbb, for leibniz::parallel alone: from the system, else there is no such target.
# CLI11 as CLI11::CLI11, for one example alone: from the system, else that example is left out.
include(FetchContent)

# Fetches a header-only library and makes TARGET of it. Its own build is left alone (both bring tests and
# options that nobody asked for): a SOURCE_SUBDIR without a CMakeLists.txt keeps it out.
function(leibniz_fetch_headers target folder name repository tag)
    message(STATUS "${name} was not found on this system; fetching ${tag} from ${repository}")
    FetchContent_Declare(${name} GIT_REPOSITORY ${repository} GIT_TAG ${tag} GIT_SHALLOW ON
                                 SOURCE_SUBDIR headers-only)
    FetchContent_MakeAvailable(${name})
    # An imported target, so that its headers are system headers to whoever uses it.
    add_library(${target} INTERFACE IMPORTED GLOBAL)
    target_include_directories(${target} INTERFACE ${${name}_SOURCE_DIR}/${folder})
endfunction()

if(NOT TARGET Boost::headers)
    find_package(Boost 1.74 CONFIG QUIET)
endif()
if(NOT TARGET Boost::headers)
    leibniz_fetch_headers(Boost::headers include hana https://github.com/boostorg/hana.git boost-1.83.0)
endif()

if(LEIBNIZ_EIGEN AND NOT TARGET Eigen3::Eigen)
    find_package(Eigen3 3.4 CONFIG QUIET)
    if(NOT TARGET Eigen3::Eigen)
        leibniz_fetch_headers(Eigen3::Eigen "" eigen https://gitlab.com/libeigen/eigen.git 3.4.0)
    endif()
endif()

if(LEIBNIZ_EIGEN AND NOT TARGET TBB::tbb)
    find_package(TBB CONFIG QUIET)
    if(NOT TARGET TBB::tbb AND LEIBNIZ_TESTS)
        message(STATUS "oneTBB was not found on this system: leibniz::parallel is not tested")
    endif()
endif()

if(LEIBNIZ_EXAMPLES AND NOT TARGET CLI11::CLI11)
    find_package(CLI11 2.1 CONFIG QUIET)
    if(NOT TARGET CLI11::CLI11)
        message(STATUS "CLI11 was not found on this system: the command leibniz is not built")
    endif()
endif()
