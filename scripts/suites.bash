# Sourced by the scripts beside it, behind packages.bash: builds and runs tests, and counts them.

passed=0
failed=0
skipped=()
# For CMake. Debug information, for those who look into a failure, would be a fifth of the work.
options=(-D CMAKE_BUILD_TYPE= -D LEIBNIZ_REFERENCE_DATA="${LEIBNIZ_REFERENCE_DATA:-}")
! command -v ld.lld >/dev/null || options+=(-D CMAKE_EXE_LINKER_FLAGS=-fuse-ld=lld) # a third of the time of the other linker
limit=300 # of a test, in seconds

# For the tests with the default compiler, and with the others.
test_packages=(g++ cmake ninja-build libeigen3-dev libboost-dev catch2 libtbb-dev libcli11-dev libopenmpi-dev openmpi-bin
    "${solver_packages[@]}")
clang_packages=(clang-14 clang-16 clang-19 libclang-rt-19-dev)

# The last line and the exit status, however the run went.
finish() {
    ((${#skipped[@]} == 0)) || echo "${#skipped[@]} skipped for want of what they need: ${skipped[*]}"
    echo "$passed passed, $failed failed"
    exit $((failed > 0))
}

give_up() {
    failed=$((failed + 1))
    finish
}

# configure PRESET [OPTION...]: prepares build/PRESET; whether that went well, suite asks.
configure() {
    local folder=$root/build/$1
    mkdir -p "$folder"
    rm -f "$folder/configured"
    cmake -S "$root" --preset "$1" "${options[@]}" "${@:2}" >"$folder/configure.log" 2>&1 && touch "$folder/configured"
}

# suite PRESET [LABELS [TARGET...]]: where it is configured, builds the targets (all), and runs the tests with these labels (all).
suite() {
    local preset=$1 labels=${2:-.} targets=("${@:3}") folder=$root/build/$1 jobs summary built=yes
    jobs=$(getconf _NPROCESSORS_ONLN)
    if [[ ! -e $folder/configured ]]; then
        echo "== $preset: is not configured"
        cat "$folder/configure.log"
        failed=$((failed + 1))
        return
    fi

    # Keeps going after an error: a source that does not compile fails its own test below, which shows the error.
    echo "== $preset: build"
    cmake --build "$folder" --parallel "$jobs" ${targets[@]:+--target "${targets[@]}"} -- -k 0 \
        >"$folder/build.log" 2>&1 || built=no

    echo "== $preset: test"
    [[ $built == no ]] || local -x LEIBNIZ_BUILT=yes
    ctest --test-dir "$folder" --parallel "$jobs" --label-regex "^($labels)" --timeout "$limit" --output-on-failure \
        --no-tests=error 2>&1 | tee "$folder/test.log" | grep -vE '^ *Start '

    summary=$(sed -nE 's/^.*% tests passed, ([0-9]+) tests failed out of ([0-9]+)$/\1 \2/p' "$folder/test.log")
    local bad=${summary% *} all=${summary#* } left_out
    left_out=($(sed -nE 's/^.* Test +#[0-9]+: ([^ ]+) .*[*]Skipped.*$/\1/p' "$folder/test.log"))
    if [[ -z $summary || ($built == no && $bad == 0) ]]; then # an error that no test stands for
        cat "$folder/build.log"
        failed=$((failed + 1))
    fi
    passed=$((passed + ${all:-0} - ${bad:-0} - ${#left_out[@]}))
    skipped+=(${left_out[@]+"${left_out[@]}"})
    failed=$((failed + ${bad:-0}))
}

# site: builds the documentation site, where its generator is installed or apt-get has it.
site() {
    echo "== site"
    if ! install_missing mkdocs-material; then
        skipped+=(site)
    elif "$root/scripts/site" >"$root/build/site.log" 2>&1; then
        passed=$((passed + 1))
    else
        cat "$root/build/site.log"
        failed=$((failed + 1))
    fi
}

# fuzzed STATUS: counts a run of scripts/fuzz, which wrote build/fuzz.log.
fuzzed() {
    echo "== fuzz"
    if (($1 == 0)); then
        passed=$((passed + 1))
    else
        cat "$root/build/fuzz.log"
        failed=$((failed + 1))
    fi
}
