# fail: one misuse per file, its expected message in the first lines, a twin that compiles; see check.cmake.

# As users of the installed library have it: the language, system headers, and no further flags.
# The compiler knows /usr/include by itself; named, it would come before the standard library's own.
function(leibniz_user_flags library result)
    set(directories $<FILTER:$<TARGET_PROPERTY:${library},INTERFACE_INCLUDE_DIRECTORIES>,EXCLUDE,^/usr/include$>)
    if(TARGET solver_ipopt AND NOT LEIBNIZ_IPOPT_INCLUDE STREQUAL "/usr/include") # the one solver whose headers stand elsewhere
        list(APPEND directories ${LEIBNIZ_IPOPT_INCLUDE})
    endif()
    set(${result} "${CMAKE_CXX20_STANDARD_COMPILE_OPTION};-isystem;$<JOIN:${directories},;-isystem;>" PARENT_SCOPE)
endfunction()

# To read the library takes five times as long as all that stands in such a file: the header that it includes first is read
# once, before the others. g++ finds the outcome where it looks for the header, clang is handed it. What they say stays the same.
function(leibniz_precompiled header result)
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/fail/${header})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        set(precompiled ${folder}/leibniz/${header}.hpp.gch)
        set(${result} "-isystem;${folder};" PARENT_SCOPE)
    elseif(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        set(precompiled ${folder}/precompiled.pch)
        set(${result} "-include-pch;${precompiled};" PARENT_SCOPE)
    else()
        return()
    endif()
    if(TEST fail/precompiled/${header})
        return()
    endif()
    cmake_path(GET precompiled PARENT_PATH parent)
    file(MAKE_DIRECTORY ${parent})
    file(CONFIGURE OUTPUT ${folder}/header.hpp CONTENT "#include <leibniz/@header@.hpp>\n" @ONLY)
    set(library leibniz::leibniz)
    if(header MATCHES "^(eigen|fit|solvers/eigen)")
        set(library leibniz::eigen)
    endif()
    leibniz_user_flags(${library} flags)
    add_test(NAME fail/precompiled/${header} COMMAND_EXPAND_LISTS
             COMMAND ${CMAKE_CXX_COMPILER} "${flags}" -x c++-header ${leibniz_instantiates} ${folder}/header.hpp -o ${precompiled})
    set_tests_properties(fail/precompiled/${header} PROPERTIES FIXTURES_SETUP precompiled_${header})
    leibniz_label(fail/precompiled/${header})
endfunction()

function(leibniz_misuse name source script)
    leibniz_library_for(${source} library)
    leibniz_user_flags(${library} flags)
    file(STRINGS ${source} include REGEX "^#include <leibniz/" LIMIT_COUNT 1)
    if(NOT include MATCHES "<leibniz/(.*)\\.hpp>")
        set(include "<leibniz/leibniz.hpp>") # in a header beside it
    endif()
    string(REGEX REPLACE ".*<leibniz/(.*)\\.hpp>.*" "\\1" header "${include}")
    leibniz_precompiled(${header} precompiled)
    add_test(NAME ${name}
             COMMAND ${CMAKE_COMMAND} -D SOURCE=${source} -D COMPILER=${CMAKE_CXX_COMPILER}
                     -D "PRECOMPILED=${precompiled}" -D "FLAGS=${flags}" -D TWINS=${LEIBNIZ_TWINS}
                     ${ARGN} -P ${CMAKE_CURRENT_SOURCE_DIR}/fail/${script})
    set_tests_properties(${name} PROPERTIES FIXTURES_REQUIRED precompiled_${header})
    # Of a header with few misuses, all to one compiler, which precompiles it for them.
    set(key ${header})
    if(header MATCHES "^(leibniz|algebra|calculus)$")
        string(REGEX REPLACE "^fail/" "" key ${name})
    endif()
    leibniz_deal(share fail ${key})
    leibniz_label(${name} ${share})
endfunction()

# Those of a solver whose package is not there cannot be read.
foreach(source IN LISTS misuses)
    file(STRINGS ${source} include REGEX "^#include <leibniz/solvers/" LIMIT_COUNT 1)
    if(NOT include MATCHES "solvers/ode" AND include MATCHES "solvers/(.*)\\.hpp")
        if(NOT TARGET solver_${CMAKE_MATCH_1})
            list(REMOVE_ITEM misuses ${source})
        endif()
    endif()
endforeach()

# Where tests are joined, all twins are read at once.
if(LEIBNIZ_TWINS AND LEIBNIZ_JOINED_TESTS)
    foreach(source IN LISTS misuses)
        file(STRINGS ${source} on_eigen REGEX "^#include <leibniz/(eigen|fit|solvers/eigen)" LIMIT_COUNT 1)
        if(on_eigen)
            list(APPEND twins_on_eigen ${source})
        else()
            list(APPEND twins_on_leibniz ${source})
        endif()
    endforeach()
    foreach(library IN ITEMS leibniz eigen)
        set(unit ${CMAKE_CURRENT_BINARY_DIR}/fail/twins_${library}.cpp)
        leibniz_join(${unit} ${twins_on_${library}})
        leibniz_user_flags(leibniz::${library} flags)
        add_test(NAME fail/twins_${library} COMMAND_EXPAND_LISTS
                 COMMAND ${CMAKE_CXX_COMPILER} "${flags}" -I${CMAKE_CURRENT_SOURCE_DIR}/fail -D TWIN -fsyntax-only ${unit})
        leibniz_label(fail/twins_${library} fail_4)
    endforeach()
    set(LEIBNIZ_TWINS OFF)
endif()

foreach(source IN LISTS misuses)
    cmake_path(GET source STEM name)
    leibniz_misuse(fail/${name} ${source} check.cmake)
endforeach()

# The check itself: it must let a sound file pass, and object to each of the others in its own words.
leibniz_misuse(fail/selfcheck/sound ${CMAKE_CURRENT_SOURCE_DIR}/fail/selfcheck/sound.cpp check.cmake)
foreach(case IN ITEMS "misuse_compiles:the misuse compiles" "no_expectation:states no expectation"
                      "too_long:lines, more than 2" "twin_fails:the twin does not compile"
                      "wrong_expectation:does not say: a message that no compiler prints")
    string(REGEX REPLACE ":.*" "" name "${case}")
    string(REGEX REPLACE "^[^:]*:" "" complaint "${case}")
    leibniz_misuse(fail/selfcheck/${name} ${CMAKE_CURRENT_SOURCE_DIR}/fail/selfcheck/${name}.cpp selfcheck.cmake
                   -D COMPLAINT=${complaint})
endforeach()
leibniz_misuse(fail/selfcheck/precompiled ${CMAKE_CURRENT_SOURCE_DIR}/fail/missing_binding.cpp precompiled.cmake)
