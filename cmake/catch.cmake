# leibniz_catch: Catch2 with its main, compiled once for all test programs.
if(NOT TARGET Catch2::Catch2)
    find_package(Catch2 QUIET)
endif()
if(NOT TARGET Catch2::Catch2)
    include(FetchContent)
    message(STATUS "Catch2 was not found on this system; fetching v3.7.1 from its repository")
    FetchContent_Declare(Catch2 SYSTEM GIT_REPOSITORY https://github.com/catchorg/Catch2.git GIT_TAG v3.7.1
                                       GIT_SHALLOW ON)
    FetchContent_MakeAvailable(Catch2)
endif()

if(TARGET Catch2::Catch2WithMain)
    add_library(leibniz_catch INTERFACE)
    target_link_libraries(leibniz_catch INTERFACE Catch2::Catch2WithMain)
    target_include_directories(leibniz_catch INTERFACE ${PROJECT_SOURCE_DIR}/tests)
else() # Catch2 2.13 is a header, and leaves the main to us
    add_library(leibniz_catch OBJECT catch_main.cpp)
    target_compile_features(leibniz_catch PUBLIC cxx_std_20)
    target_link_libraries(leibniz_catch PUBLIC Catch2::Catch2)
    target_include_directories(leibniz_catch PUBLIC ${PROJECT_SOURCE_DIR}/tests)
endif()
