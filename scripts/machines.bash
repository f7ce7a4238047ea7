# Sourced by scripts/everywhere, behind suites.bash: other libraries, processors and systems. Each is skipped with a word where what it
# needs cannot be had.

# skip NAME PACKAGE...: true, with a word, where the packages cannot be installed.
skip() {
    install_missing "${@:2}" 2>/dev/null && return 1
    echo "== $1: skipped, needs ${*:2}"
    skipped+=("$1")
}

# check NAME COMMAND...: counts a test.
check() {
    if "${@:2}" >"$root/build/check.log" 2>&1; then
        passed=$((passed + 1))
    else
        echo "$1 failed"
        cat "$root/build/check.log"
        failed=$((failed + 1))
    fi
}

libcxx() {
    skip libcxx libc++-19-dev libc++abi-19-dev && return
    configure libcxx
    suite libcxx 'static|runtime|laws|examples'
}

# foreign PRESET: the tests for another processor, under qemu.
foreign() {
    local triple=$1-linux-gnu boost
    [[ $1 != armhf ]] || triple=arm-linux-gnueabihf
    skip "$1" "g++-$triple" qemu-user && return
    boost=$(compgen -G '/usr/lib/*/cmake/Boost-[0-9]*' | head -1)
    configure "$1" -D Boost_DIR="$boost" -D CMAKE_EXE_LINKER_FLAGS=-static
    suite "$1" 'static|runtime|laws|examples'
}

# headers_apart: a folder with Boost and Eigen, and nothing else of /usr/include.
headers_apart() {
    mkdir -p "$root/build/headers"
    ln -sfn /usr/include/boost "$root/build/headers/boost"
    ln -sfn /usr/include/eigen3/Eigen "$root/build/headers/Eigen"
    ln -sfn /usr/include/eigen3/unsupported "$root/build/headers/unsupported"
}

mingw() {
    local program out=$root/build/mingw wine
    wine=$(command -v wine wine64 /usr/lib/wine/wine64 | head -1)
    skip mingw g++-mingw-w64-x86-64-win32 && return
    echo "== mingw"
    headers_apart
    mkdir -p "$out"
    for program in first_screen lessons/l03_training_log; do
        check "mingw: $program" x86_64-w64-mingw32-g++ -std=c++20 -O0 -Wa,-mbig-obj -static -I"$root/include" -isystem "$root/build/headers" \
            "$root/examples/$program.cpp" -o "$out/program.exe"
        [[ -z $wine ]] || check "wine: $program" printed_by "$wine" "$out/program.exe" "$root/examples/$program.expected"
    done
}
printed_by() { diff <(WINEDEBUG=-all "$1" "$2" | tr -d '\r') "$3"; }

cuda() {
    skip cuda clang-19 && return
    echo "== cuda"
    headers_apart
    check cuda clang++-19 -x cuda --cuda-host-only -nocudainc -nocudalib -std=c++20 -fsyntax-only -I"$root/include" \
        -isystem "$root/build/headers" "$root/tests/package/device.cu"
}
