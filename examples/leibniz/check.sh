#!/bin/sh
# Runs the command as its users do and checks what they see: check.sh PROGRAM
# One line per check; exit code 1 if any of them failed.
# shellcheck source=examples/check.sh
. "$(dirname "$0")/../check.sh"

# run ARGS...: leibniz diff; leaves the exit code in $code, the output in out and err. Reads the file input.
: >input
run() { limited "$program" diff "$@" >out 2>err <input; code=$?; }

# ends TITLE CODE TEXT ARGS...: this exit code, exactly this text on standard output, silence on standard error.
ends() {
    title=$1 wanted=$2 text=$3; shift 3
    run "$@"
    expects "$title" "$wanted" "$text" ''
}
prints() {
    title=$1 text=$2; shift 2
    ends "$title" 0 "$text" "$@"
    grep '^d.*/d.* = ' out >>printed
}

# refuses TITLE TEXT ARGS...: exit code 2, nothing printed but this on standard error.
refuses() {
    title=$1 text=$2; shift 2
    run "$@"
    expects "$title" 2 '' "$text"
}

# survives TITLE ARGS...: whatever comes, it ends in time with one of the documented codes.
survives() {
    title=$1; shift
    run "$@"
    reason=
    [ "$code" -le 3 ] || reason="exit code $code"
    [ "$code" -ne 2 ] || [ -s err ] || reason="no message"
    verdict "$title" "$reason"
}

loss='(w*x + b - y)^2'
see="see leibniz diff --help"

for part in results forms equal shapes fit misuse; do
    # shellcheck source=/dev/null
    . "$here/check_$part.sh"
done

finish
