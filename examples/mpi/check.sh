#!/bin/sh
# Runs the program in one process, two and four, and lets one die: MPIEXEC=mpirun check.sh PROGRAM
# shellcheck source=examples/check.sh
. "$(dirname "$0")/../check.sh"
# Of Open MPI: more processes than cores, also for root; the processes share memory where the system lets them read each other's.
export OMPI_MCA_rmaps_base_oversubscribe=1 OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
export OMPI_MCA_btl_vader_single_copy_mechanism=none

run() { timeout 120 "$MPIEXEC" -n "$1" "$program" 20000 >out 2>err; code=$?; }

"$program" 20000 >alone 2>err; code=$?
cp alone out
reason=
[ "$code" -eq 0 ] || reason="exit code $code"
awk '
    function near(x, y) { return x - y < 0.05 && y - x < 0.05 }
    $1 == "w1" { found = near($2, 1.5) && near($4, -2) && near($6, 0.5) }
    END { exit !found }' out || reason="${reason:+$reason, }other weights"
verdict "without MPI's launcher" "$reason"
for processes in 1 2 4; do
    run $processes
    reason=
    [ "$code" -eq 0 ] || reason="exit code $code"
    cmp -s out alone || reason="${reason:+$reason, }other results"
    verdict "processes: $processes" "$reason"
done

LEIBNIZ_FAIL=1 run 3
reason=
[ "$code" -ne 0 ] && [ "$code" -ne 124 ] || reason="exit code $code"
grep -q '^mpi: process 1: it was asked to fail; all processes stop$' err || reason="${reason:+$reason, }no message"
! grep -q '^bits' out || reason="${reason:+$reason, }a result"
verdict "a process that fails stops all" "$reason"
LEIBNIZ_FAIL=1! run 3
reason=
[ "$code" -ne 0 ] && [ "$code" -ne 124 ] || reason="exit code $code"
[ -s err ] || reason="${reason:+$reason, }no message"
! grep -q '^bits' out || reason="${reason:+$reason, }a result"
verdict "a process that is killed stops all" "$reason"

finish
