# fail: one misuse per file, its expected message in the first lines, a twin that compiles; see check.cmake.

# As users of the installed library have it: the language, system headers, and no further flags.
# The compiler knows /usr/include by itself; named, it would come before the standard library's own.
function(leibniz_user_flags library result)
    set(directories $<FILTER:$<TARGET_PROPERTY:${library},INTERFACE_INCLUDE_DIRECTORIES>,EXCLUDE,^/usr/include$>)
    set(${result} "${CMAKE_CXX20_STANDARD_COMPILE_OPTION};-isystem;$<JOIN:${directories},;-isystem;>" PARENT_SCOPE)
endfunction()

# To read the library takes five times as long as all that stands in such a file: it is read once, before the others. g++
# finds the outcome where it looks for the header that a file includes, clang is handed it. What they say stays the same.
foreach(header IN ITEMS leibniz eigen)
    leibniz_user_flags(leibniz::${header} flags)
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/fail/${header})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        set(precompiled ${folder}/leibniz/${header}.hpp.gch)
        set(precompiled_${header} "-isystem;${folder};")
    elseif(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        set(precompiled ${folder}/${header}.pch)
        set(precompiled_${header} "-include-pch;${precompiled};")
    else()
        continue()
    endif()
    cmake_path(GET precompiled PARENT_PATH parent)
    file(MAKE_DIRECTORY ${parent})
    file(CONFIGURE OUTPUT ${folder}/header.hpp CONTENT "#include <leibniz/@header@.hpp>\n" @ONLY)
    add_test(NAME fail/precompiled/${header} COMMAND_EXPAND_LISTS
             COMMAND ${CMAKE_CXX_COMPILER} "${flags}" -x c++-header ${folder}/header.hpp -o ${precompiled})
    set_tests_properties(fail/precompiled/${header} PROPERTIES FIXTURES_SETUP precompiled_${header})
    leibniz_label(fail/precompiled/${header})
endforeach()

function(leibniz_misuse name source script)
    leibniz_library_for(${source} library)
    leibniz_user_flags(${library} flags)
    string(REPLACE "leibniz::" "" header ${library})
    add_test(NAME ${name}
             COMMAND ${CMAKE_COMMAND} -D SOURCE=${source} -D COMPILER=${CMAKE_CXX_COMPILER}
                     -D "PRECOMPILED=${precompiled_${header}}" -D "FLAGS=${flags}"
                     ${ARGN} -P ${CMAKE_CURRENT_SOURCE_DIR}/fail/${script})
    set_tests_properties(${name} PROPERTIES FIXTURES_REQUIRED precompiled_${header})
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
