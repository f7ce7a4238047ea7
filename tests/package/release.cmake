# Makes a release twice, the second time elsewhere in another language, time zone and mask of files: the bytes must be the same. The bill of
# materials must be JSON and name what the library needs.
cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE ${WORK})
execute_process(COMMAND ${BASH} ${SOURCE}/scripts/release ${WORK}/first RESULT_VARIABLE status ERROR_VARIABLE error)
if(error MATCHES "repository of git")
    message("skipped: the sources do not stand in a repository of git")
    return()
endif()
file(MAKE_DIRECTORY ${WORK}/elsewhere)
execute_process(COMMAND ${CMAKE_COMMAND} -E env TZ=Asia/Tokyo LC_ALL=C.UTF-8 ${BASH} -c "umask 077 && sleep 1 && ${SOURCE}/scripts/release second"
                WORKING_DIRECTORY ${WORK}/elsewhere COMMAND_ERROR_IS_FATAL ANY)
file(GLOB files RELATIVE ${WORK}/first ${WORK}/first/*)
list(LENGTH files count)
if(NOT count EQUAL 6)
    message(FATAL_ERROR "a release has ${count} files, not six: ${files} ${error}")
endif()
foreach(name IN LISTS files)
    file(SHA256 ${WORK}/first/${name} first)
    file(SHA256 ${WORK}/elsewhere/second/${name} second)
    if(NOT first STREQUAL second)
        message(FATAL_ERROR "${name} differs from one time to the other")
    endif()
endforeach()

file(READ ${WORK}/first/leibniz-${VERSION}.spdx.json text)
string(JSON needs LENGTH "${text}" packages)
string(JSON needed GET "${text}" packages 1 name)
string(JSON version GET "${text}" packages 0 versionInfo)
if(NOT needs EQUAL 5 OR NOT needed STREQUAL "Boost.Hana" OR NOT version STREQUAL VERSION)
    message(FATAL_ERROR "the bill of materials has ${needs} packages, ${needed} and version ${version}")
endif()

# What the tar holds is enough to install.
execute_process(COMMAND ${CMAKE_COMMAND} -E tar xzf ${WORK}/first/leibniz-${VERSION}.tar.gz WORKING_DIRECTORY ${WORK} COMMAND_ERROR_IS_FATAL ANY)
if(NOT EXISTS ${WORK}/leibniz-${VERSION}/include/leibniz/leibniz.hpp)
    message(FATAL_ERROR "the tar does not hold the library")
endif()
