# What the scripts that check a program begin with: read by check.sh PROGRAM in the program's folder.
# Sets program and here, works in a folder of its own, and has the functions below.
# shellcheck disable=SC2034 # the scripts that read this use what it sets
set -u
LC_ALL=C
export LC_ALL
unset NO_COLOR

if [ $# -ne 1 ] || [ ! -x "$1" ]; then
    echo "usage: check.sh PROGRAM" >&2
    exit 2
fi
case $1 in /*) program=$1 ;; *) program=$PWD/$1 ;; esac
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
passed=0 failed=0
newline='
'

# limited PROGRAM ARGS...: stops it after a minute, or after LEIBNIZ_TIMEOUT seconds, as under an emulator.
limited() { timeout "${LEIBNIZ_TIMEOUT:-60}" "$@"; }

# verdict TITLE REASON: an empty reason is a pass.
verdict() {
    if [ -z "$2" ]; then
        passed=$((passed + 1)); echo "ok    $1"
    else
        failed=$((failed + 1)); echo "FAIL  $1: $2"; head -n 5 out err | cut -c1-200 | sed 's/^/        /'
    fi
}

# holds FILE TEXT: whether the file is this text and the end of its line, or empty as the text is.
holds() {
    if [ -n "$2" ]; then [ "$(cat "$1"; echo .)" = "$2$newline." ]; else [ ! -s "$1" ]; fi
}

# expects TITLE CODE OUT ERR: a verdict on the exit code in $code and what stands in out and err.
expects() {
    reason=
    [ "$code" -eq "$2" ] || reason="exit code $code"
    holds out "$3" || reason="${reason:+$reason, }on standard output expected: ${3:-nothing}"
    holds err "$4" || reason="${reason:+$reason, }on standard error expected: ${4:-nothing}"
    verdict "$1" "$reason"
}

# The last line and the exit status.
finish() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
    exit
}
