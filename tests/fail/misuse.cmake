# fail: one misuse per file, its expected message in the first lines, a twin that compiles; see check.cmake.
function(leibniz_misuse name source script)
    leibniz_library_for(${source} library)
    # As users of the installed library have it: the language, system headers, and no further flags.
    # The compiler knows /usr/include by itself; named, it would come before the standard library's own.
    set(directories $<FILTER:$<TARGET_PROPERTY:${library},INTERFACE_INCLUDE_DIRECTORIES>,EXCLUDE,^/usr/include$>)
    add_test(NAME ${name}
             COMMAND ${CMAKE_COMMAND} -D SOURCE=${source} -D COMPILER=${CMAKE_CXX_COMPILER}
                     -D "FLAGS=${CMAKE_CXX20_STANDARD_COMPILE_OPTION};-isystem;$<JOIN:${directories},;-isystem;>"
                     ${ARGN} -P ${CMAKE_CURRENT_SOURCE_DIR}/fail/${script})
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
