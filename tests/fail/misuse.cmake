# fail: one misuse per file, its expected message in the first lines, a twin that compiles; see check.cmake.

# As users of the installed library have it: the language, system headers, and no further flags.
# The compiler knows /usr/include by itself; named, it would come before the standard library's own.
function(leibniz_user_flags library result)
    set(directories $<FILTER:$<TARGET_PROPERTY:${library},INTERFACE_INCLUDE_DIRECTORIES>,EXCLUDE,^/usr/include$>)
    set(${result} "${CMAKE_CXX20_STANDARD_COMPILE_OPTION};-isystem;$<JOIN:${directories},;-isystem;>" PARENT_SCOPE)
endfunction()

# To read the library takes five times as long as all that stands in such a file: it is read once, before the others. g++
# finds the outcome where it looks for the header that a file includes, clang is handed it. What they say stays the same.
foreach(door IN ITEMS leibniz eigen)
    leibniz_user_flags(leibniz::${door} flags)
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/fail/${door})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        set(precompiled ${folder}/leibniz/${door}.hpp.gch)
        set(precompiled_${door} "-isystem;${folder};")
    elseif(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        set(precompiled ${folder}/${door}.pch)
        set(precompiled_${door} "-include-pch;${precompiled};")
    else()
        continue()
    endif()
    cmake_path(GET precompiled PARENT_PATH parent)
    file(MAKE_DIRECTORY ${parent})
    file(CONFIGURE OUTPUT ${folder}/door.hpp CONTENT "#include <leibniz/@door@.hpp>\n" @ONLY)
    add_test(NAME fail/precompiled/${door} COMMAND_EXPAND_LISTS
             COMMAND ${CMAKE_CXX_COMPILER} "${flags}" -x c++-header ${folder}/door.hpp -o ${precompiled})
    set_tests_properties(fail/precompiled/${door} PROPERTIES FIXTURES_SETUP precompiled_${door})
    leibniz_label(fail/precompiled/${door})
endforeach()

function(leibniz_misuse name source script)
    leibniz_library_for(${source} library)
    leibniz_user_flags(${library} flags)
    string(REPLACE "leibniz::" "" door ${library})
    add_test(NAME ${name}
             COMMAND ${CMAKE_COMMAND} -D SOURCE=${source} -D COMPILER=${CMAKE_CXX_COMPILER}
                     -D "PRECOMPILED=${precompiled_${door}}" -D "FLAGS=${flags}"
                     ${ARGN} -P ${CMAKE_CURRENT_SOURCE_DIR}/fail/${script})
    set_tests_properties(${name} PROPERTIES FIXTURES_REQUIRED precompiled_${door})
    leibniz_label(${name})
endfunction()

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
