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

# The suite as far as it is about another library or processor: without messages of compilers and projects that use the library, several
# tests in one program. Tests run up to fifty times as long under qemu.
elsewhere=(-D LEIBNIZ_JOINED_TESTS=ON -D LEIBNIZ_EVERYTHING=OFF)
elsewhere_labels='static|runtime|laws|examples|docs|fit|solvers|reference|notation|headers|package|parallel'

# libc++: the installed one, else Debian's packages, unpacked below build. (Installed they exclude libunwind-dev, which Ceres needs.)
# Boost before 1.81, whose numbers of 50 digits the laws compare with, names std::unary_function.
libcxx() {
    local folder=$root/build/libcxx_packages packages=(libc++-19-dev libc++abi-19-dev libunwind-19-dev libc++1-19 libc++abi1-19 libunwind-19)
    local library=$folder/usr/lib/llvm-19 package flags=()
    if ! is_there libc++-19-dev; then
        if [[ ! -e $library/lib/libc++.so ]]; then
            mkdir -p "$folder"
            (cd "$folder" && apt-get download "${packages[@]}" && for package in *.deb; do dpkg -x "$package" .; done) >"$folder/log" 2>&1
        fi
        if [[ ! -e $library/lib/libc++.so ]]; then
            echo "== libcxx: skipped, needs ${packages[*]}"
            skipped+=(libcxx)
            return
        fi
        flags=(-D CMAKE_CXX_FLAGS="-nostdinc++ -isystem $library/include/c++/v1 -D_LIBCPP_ENABLE_CXX17_REMOVED_UNARY_BINARY_FUNCTION"
            -D CMAKE_EXE_LINKER_FLAGS="-stdlib=libc++ -L$library/lib -Wl,-rpath,$library/lib")
    fi
    configure libcxx "${elsewhere[@]}" "${flags[@]}"
    suite libcxx "$elsewhere_labels"
}

# foreign PRESET: the tests for another processor, under qemu.
foreign() {
    local triple=$1-linux-gnu boost limit=3600
    local -x LEIBNIZ_TIMEOUT=1200 # of one call of the command
    [[ $1 != armhf ]] || triple=arm-linux-gnueabihf
    skip "$1" "g++-$triple" qemu-user && return
    boost=$(compgen -G '/usr/lib/*/cmake/Boost-[0-9]*' | head -1)
    configure "$1" "${elsewhere[@]}" -D Boost_DIR="$boost" -D CMAKE_EXE_LINKER_FLAGS=-static
    suite "$1" "$elsewhere_labels"
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
    local options=(-x cuda -nocudainc -nocudalib -std=c++20 -I"$root/include" -isystem "$root/build/headers" "$root/tests/package/device.cu")
    check "cuda, host" clang++-19 --cuda-host-only -fsyntax-only "${options[@]}"
    check "cuda, device" clang++-19 --cuda-device-only --cuda-gpu-arch=sm_80 -Wno-unknown-cuda-version -O2 -S -o "$root/build/device.ptx" "${options[@]}"
    check "cuda, its kernel" grep -q "entry _Z6slopes" "$root/build/device.ptx"
}
