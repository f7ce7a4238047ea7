#!/bin/sh
# Runs the program on files and pipes of every kind, and on some that it refuses: check.sh PROGRAM
# shellcheck source=examples/check.sh
. "$(dirname "$0")/../check.sh"
norris=$here/../train/norris.csv

# prints TITLE TEXT...: the last run ended well, said nothing on standard error, and its output has lines with these texts.
prints() {
    title=$1 reason=; shift
    [ "$code" -eq 0 ] || reason="exit code $code"
    [ ! -s err ] || reason="${reason:+$reason, }something on standard error"
    for text in "$@"; do grep -qF -e "$text" out || reason="${reason:+$reason, }no line has: $text"; done
    verdict "$title" "$reason"
}
run() { "$program" "$@" >out 2>err </dev/null; code=$?; }
# piped ROWS FORMAT: the program reads what it generates.
piped() { "$program" --generate "$1" "$2" | "$program" >out 2>err; code=$?; }
# refuses TITLE SENTENCE ARGS...: exit code 2 and this one sentence.
refuses() {
    title=$1 sentence=$2; shift 2
    run "$@"
    expects "$title" 2 '' "stream: $sentence"
}

echo "# NIST's certified line"
run "$norris"
prints "a file" 'dL/dw = 2*mean(x*(w*x + b - y))' 'rows   36' 'line   y = 1.00211681802*x - 0.262323073774' 'loss   0.739372181'
"$program" <"$norris" >out 2>err; code=$?
prints "standard input" 'line   y = 1.00211681802*x - 0.262323073774'
run --x y --y x "$norris"
prints "columns by name, exchanged" 'rows   36' 'line   y = 0.9978814'

printf 'x,y\n4e-7,1\n5e-7,2\n7e-7,4\n' >data.csv
run data.csv
prints "small numbers, all on a line" 'line   y = 10000000*x - 3'
printf 'x,y\n10000,1\n10001,3\n10002,5\n' >data.csv
run data.csv
prints "numbers far from zero" 'rows   3'

echo "# the same bits from every kind of source, in chunks of every size"
piped 100000 csv
prints "CSV" 'rows   100000'
bits=$(grep '^bits' out)
piped 100000 npy
prints ".npy" 'rows   100000' "${bits:-no bits}"
run --arrow 100000
prints "Arrow" 'rows   100000' "$bits"
"$program" --generate 100000 csv | tr '\n' '\r' | sed 's/\r/\r\n/g' >windows.csv
run windows.csv
prints "CSV with carriage returns" 'rows   100000' "$bits"

echo "# a million rows in 64 MiB of address space"
if (ulimit -v 65536 && "$program" --help) >/dev/null 2>&1; then    # sanitizers need more
    run --arrow 1000000
    bits=$(grep '^bits' out)
    for format in csv npy; do
        "$program" --generate 1000000 $format | (ulimit -v 65536 && "$program") >out 2>err; code=$?
        prints "a million rows of $format" 'rows   1000000' "${bits:-no bits}"
    done
else
    echo "skip  the program does not start in so little memory"
fi

echo "# what is refused"
refuses "no file" 'none.csv: cannot be read' none.csv
refuses "a folder" '.: cannot be read' .
printf 'x,z\n1,2\n' >data.csv
refuses "no such column" 'data.csv: no column is named "y"; the columns are x, z' data.csv
printf 'x,y\n1,2\n1,\n' >data.csv
refuses "an empty field" 'data.csv, line 3: column "y" has no value' data.csv
printf 'x,y\n1,2\n' >data.csv
refuses "one row" 'there are fewer than two rows' data.csv
printf 'x,y\n1,2\n1,3\n' >data.csv
refuses "one x" 'x is the same in all rows' data.csv
printf 'x,y\n1,2\n' >data.csv
awk 'BEGIN { for (k = 0; k < 70000; ++k) printf "1"; print "" }' >>data.csv
refuses "an endless line" 'data.csv, line 3: longer than 65535 characters' data.csv
"$program" --generate 1000 npy | head -c 8000 >cut.npy
refuses "a file that ends early" 'cut.npy: ends after 492 of 1000 rows' cut.npy
refuses "one file twice" 'cut.npy: has 2 columns, where each of two files has one; name it alone' cut.npy cut.npy
refuses "an option" 'there is no option "--fast"; see --help' --fast
refuses "an option without its value" 'the option --x needs a value; see --help' --x
refuses "a number of rows" 'the number of rows should be a whole number, as in 1000000, and is "many"' --arrow many

echo "# a terminal"
if script -qec true /dev/null >/dev/null 2>&1; then    # util-linux
    TERM=xterm script -qec "'$program' windows.csv" /dev/null </dev/null >out 2>&1; code=$?
    tr '\r' '\n' <out >lines
    reason=
    [ "$code" -eq 0 ] || reason="exit code $code"
    grep -q '^  \[#*\.*\] *[0-9]* %  0\.[0-9] million rows, [0-9.]* million a second' lines || reason="no bar"
    grep -q "^$(printf '\033')\[KL = mean" lines || reason="${reason:+$reason, }the bar was not wiped out"
    verdict "a bar" "$reason"
else
    echo "skip  no program 'script' that could provide a terminal"
fi

finish
