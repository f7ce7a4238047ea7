#!/bin/sh
# Sums shards, merges them in any order, and compares with all rows at once: check.sh PROGRAM [PROGRAM FOR ANOTHER PROCESSOR...]
first=$1
shift
others=$*
set -- "$first"
# shellcheck source=examples/check.sh
. "$(dirname "$0")/../check.sh"

"$program" whole >whole 2>err; code=$?
cp whole out
reason=
[ "$code" -eq 0 ] || reason="exit code $code"
grep -q '^rows 100003$' whole || reason="${reason:+$reason, }not all rows"
verdict "all rows at once" "$reason"

# merges TITLE FILE...: these shards give the same bits.
merges() {
    title=$1 reason=; shift
    "$program" merge "$@" >out 2>err || reason="exit code $?"
    cmp -s out whole || reason="${reason:+$reason, }other results"
    verdict "$title" "$reason"
}
for parts in 1 4 7; do
    for part in $(seq $parts); do
        "$program" sum "$part/$parts" "shard_${part}_of_$parts" >out 2>err || verdict "shard $part of $parts" "exit code $?"
    done
    merges "$parts in order" $(seq -f "shard_%g_of_$parts" $parts)
    merges "$parts from the last to the first" $(seq -f "shard_%g_of_$parts" $parts -1 1)
    for _ in 1 2 3; do merges "$parts in random order" $(seq -f "shard_%g_of_$parts" $parts | shuf); done
done

# Programs for other processors: by each of them alone, and one shard in turn by each.
programs=$program
for other in $others; do
    if "$other" whole >out 2>err; then
        reason=
        cmp -s out whole || reason="other results"
        verdict "all rows at once by ${other##*/}" "$reason"
        programs="$programs $other"
    else
        echo "skip  ${other##*/} does not run on this processor"
    fi
done
part=0
while [ $part -lt 7 ]; do
    for each in $programs; do
        [ $part -lt 7 ] || break
        part=$((part + 1))
        "$each" sum "$part/7" "mixed_$part" >out 2>err || verdict "shard $part by ${each##*/}" "exit code $?"
    done
done
merges "shards of all these programs" $(seq -f "mixed_%g" 7 | shuf)

# refuses TITLE SENTENCE ARGS...: exit code 2 and this one sentence.
refuses() {
    title=$1 sentence=$2; shift 2
    "$program" "$@" >out 2>err; code=$?
    expects "$title" 2 '' "shards: $sentence"
}
other='accumulator: these bytes are not of this model and number type; read them with the model that wrote them'
refuses "no file" 'none: cannot be read' merge none
refuses "another file" "whole: $other" merge shard_1_of_4 whole
head -c 1000 shard_1_of_4 >short
refuses "half a file" "short: $other" merge short
cat shard_1_of_4 shard_2_of_4 >long
refuses "two files in one" "long: $other" merge long
{ head -c 900 shard_1_of_4; printf '?'; tail -c +902 shard_1_of_4; } >changed
refuses "a file with one byte changed" 'changed: accumulator: these bytes are damaged; read what bytes() returned' merge changed
refuses "a shard too many" 'a shard is named as in 2/7, the second of seven, and not "8/7"' sum 8/7 file
refuses "no task" 'write shards sum PART/PARTS FILE, shards merge FILE..., or shards whole'

finish
