#!/bin/sh
# Runs the program as its users do and checks what they see: check.sh PROGRAM
# One line per check; exit code 1 if any of them failed.
# shellcheck source=examples/check.sh
. "$(dirname "$0")/../check.sh"
norris=$here/norris.csv

# run ARGS...: leaves the exit code in $code, the output in out and err.
run() { "$program" "$@" >out 2>err </dev/null; code=$?; }

# refuses TITLE SENTENCE ARGS...: exit code 2, nothing printed but this one sentence.
refuses() {
    title=$1 sentence=$2; shift 2
    run "$@"
    expects "$title" 2 '' "train: $sentence"
}

# refuses_data TITLE SENTENCE TEXT: the same for a file data.csv of this text (as for printf).
refuses_data() {
    # shellcheck disable=SC2059
    printf "$3" >data.csv
    refuses "$1" "$2" --csv data.csv
}

# fits TITLE W B TOLERANCE ARGS...: exit code 0, silence on stderr, this line within the tolerance.
fits() {
    title=$1 w=$2 b=$3 tolerance=$4; shift 4
    run "$@"
    reason=
    [ "$code" -eq 0 ] || reason="exit code $code"
    [ ! -s err ] || reason="${reason:+$reason, }something on standard error"
    awk -v w="$w" -v b="$b" -v tolerance="$tolerance" '
        function near(x, y) { return x - y < tolerance && y - x < tolerance }
        $1 == "file" { found = near($4, w) && near($7, b) }
        END { exit !found }' out || reason="${reason:+$reason, }not the line w = $w, b = $b"
    verdict "$title" "$reason"
}

fits_data() {
    # shellcheck disable=SC2059
    printf "$5" >data.csv
    fits "$1" "$2" "$3" "$4" --csv data.csv
}

# prints TITLE TEXT: the output of the last run has a line with this text.
prints() {
    reason=
    grep -qF -e "$2" out || reason="no line has: $2"
    verdict "$1" "$reason"
}

echo "# the data set of NIST: certified line and loss (26.6173985294224 / 36)"
fits "certified values" 1.00211681802045 -0.262323073774029 2e-12 --csv "$norris"
prints "certified loss" "loss = 0.73937218137"
prints "the data" "  36 rows of $norris, y against x"
prints "the model" "  L = (w*x + b - y)^2"
prints "its derivative by w" "  ∂L/∂w = 2*x*(w*x + b - y)"
prints "its derivative by b" "  ∂L/∂b = 2*(w*x + b - y)"
prints "the hand calculation, forward" "u1 = w*x    = 1*0.2 = 0.2"
prints "the hand calculation, by w" "= 2*x*(w*x + b - y) = 2*0.2*(1*0.2 + 0 - 0.1) = 0.04"
prints "the hand calculation, by b" "= 2*(w*x + b - y)   = 2*(1*0.2 + 0 - 0.1) = 0.2"
prints "the start" "epoch   0 of 200   loss    294456   w         0   b "
prints "the last epoch" "epoch 200 of 200   loss  0.739372   w   1.00212   b -0.262323"
reason=
[ "$(grep -c '^  epoch ' out)" -eq 11 ] || reason="$(grep -c '^  epoch ' out) progress lines"
verdict "eleven progress lines where no terminal is" "$reason"
reason=
! grep -q "$(printf '[\r\033]')" out || reason="control characters in the output"
verdict "no bar where no terminal is" "$reason"
fits "single precision" 1.00211681802045 -0.262323073774029 2e-4 --csv "$norris" --float
fits "another rate, with equals signs" 1.00211681802045 -0.262323073774029 2e-12 "--csv=$norris" --rate=0.4 --epochs=60
fits "one step at rate 0.5" 1.00211681802045 -0.262323073774029 2e-10 --csv "$norris" --rate 0.5 --epochs 1
fits "columns by name, exchanged" 0.9978814125274 0.26438890596384 2e-12 --csv "$norris" --x y --y x
run --csv "$norris" --epochs 5
prints "a remark on an unfinished fit" "This is not the best line yet"

echo "# files that work: the line 2*x + 1"
fits_data "plain" 2 1 1e-12 'x,y\n0,1\n1,3\n2,5\n'
fits_data "no newline at the end" 2 1 1e-12 'x,y\n0,1\n1,3\n2,5'
fits_data "CRLF" 2 1 1e-12 'x,y\r\n0,1\r\n1,3\r\n2,5\r\n'
fits_data "CR alone" 2 1 1e-12 'x,y\r0,1\r1,3\r2,5\r'
fits_data "byte order mark" 2 1 1e-12 '\357\273\277x,y\n0,1\n1,3\n2,5\n'
fits_data "quoted fields" 2 1 1e-12 '"x","y","a ""note"", of\ntwo lines"\n"0",1,"a,b"\n1,"3",\n2,5,"c\nd"\n'
fits_data "blank lines and comments" 2 1 1e-12 '\n# one\nx,y\n\n0,1\n  \n  # two\n1,3\n2,5\n\n\n'
fits_data "spaces and tabs" 2 1 1e-12 ' x ,\ty\n 0 , 1\n1\t,3 \n  2,  "5" \n'
fits_data "signs and exponents" 2 1 1e-12 'x,y\n-1e0,-1.\n+.5,2.0E+0\n2,5\n'
fits_data "more columns, one of text" 2 1 1e-12 'name,y,x\nann,1,0\nbob,3,1\n,5,2\n'
fits_data "columns of very different size" 2e60 1e60 1e48 'x,y\n0,1e60\n1,3e60\n2,5e60\n'

echo "# files that do not"
refuses "no file" 'cannot read "none.csv": No such file or directory; name the file with --csv FILE' --csv none.csv
refuses "a folder" 'cannot read "/": Is a directory; name the file with --csv FILE' --csv /
refuses_data "nothing in it" 'data.csv: the file is empty; its first line should name the columns' ''
refuses_data "comments only" 'data.csv: the file is empty; its first line should name the columns' '# one\n\n'
refuses_data "header only" 'data.csv: the file names its columns and has no rows below' 'x,y\n# none\n'
refuses_data "no column of that name" 'data.csv, line 2: no column is named "x"; the columns are t, y' '# t\nt,y\n1,2\n'
refuses "names are case-sensitive" 'data.csv, line 2: no column is named "T"; the columns are t, y' --csv data.csv --x T
refuses_data "no header" 'data.csv, line 1: no column is named "x"; the columns are 0, 1' '0,1\n1,2\n'
refuses_data "two columns of that name" 'data.csv, line 1: more than one column is named "x"' 'x,y,x\n1,2,3\n'
refuses_data "text" 'data.csv, line 3: column "y" holds "n/a" where a finite number belongs' 'x,y\n1,2\n2,n/a\n'
refuses_data "text after a number" 'data.csv, line 2: column "x" holds "1 cm" where a finite number belongs' 'x,y\n1 cm,2\n'
refuses_data "decimal comma" 'data.csv, line 2: column "x" holds "1,5" where a finite number belongs' 'x,y\n"1,5",2\n'
refuses_data "hexadecimal" 'data.csv, line 2: column "x" holds "0x10" where a finite number belongs' 'x,y\n0x10,2\n'
refuses_data "an empty field" 'data.csv, line 4: column "y" holds "" where a finite number belongs' 'x,y\n1,2\n\n2,\n'
refuses_data "nan" 'data.csv, line 2: column "x" holds "nan" where a finite number belongs' 'x,y\nnan,2\n'
refuses_data "inf" 'data.csv, line 2: column "x" holds "-inf" where a finite number belongs' 'x,y\n-inf,2\n'
refuses_data "overflow" 'data.csv, line 2: column "x" holds "1e999" where a finite number belongs' 'x,y\n1e999,2\n'
refuses_data "control characters" 'data.csv, line 2: column "x" holds "1?2?" where a finite number belongs' 'x,y\n"1\n2\033",2\n'
refuses_data "the line after a field of two lines" 'data.csv, line 4: column "x" holds "a" where a finite number belongs' \
    'x,y,z\n1,2,"b\nc"\na,2,3\n'
refuses_data "a short line" 'data.csv, line 3: 1 field where the header has 2' 'x,y\n1,2\n3\n4,5\n'
refuses_data "a long line" 'data.csv, line 2: 3 fields where the header has 2' 'x,y\n1,2,\n'
refuses_data "an open quotation mark" 'data.csv, line 2: a quotation mark is opened and never closed' 'x,y\n"1,2\n3,4\n'
refuses_data "text after a quoted field" 'data.csv, line 2: text follows the closing quotation mark of "1"' 'x,y\n"1"0,2\n'
refuses_data "a constant column" 'data.csv: column "x" cannot be scaled, as it holds 0.1 in every row' 'x,y\n0.1,1\n0.1,2\n0.1,3\n'
refuses_data "one row" 'data.csv: column "x" cannot be scaled, as it holds 1 in every row' 'x,y\n1,2\n'
refuses_data "squares overflow" 'data.csv: column "y" cannot be scaled, as squares of its numbers leave the range of a double' \
    'x,y\n1,1e200\n2,3e200\n'

echo "# options"
rate='--rate should be a number above 0, as in --rate 0.1, and is'
epochs='--epochs should be a whole number from 1 to 2147483647, as in --epochs 200, and is'
refuses "rate 0" "$rate \"0\"" --rate 0
refuses "rate below 0" "$rate \"-0.1\"" --rate -0.1
refuses "rate of letters" "$rate \"fast\"" --rate=fast
refuses "rate nan" "$rate \"nan\"" --rate nan
refuses "epochs 0" "$epochs \"0\"" --epochs 0
refuses "epochs with a fraction" "$epochs \"1.5\"" --epochs 1.5
refuses "epochs beyond int" "$epochs \"3000000000\"" --epochs 3000000000
refuses "no value at the end" 'the option --rate needs a value; see --help' --rate
refuses "no value before an option" 'the option --csv needs a value; see --help' --csv --float
refuses "no value after the equals sign" 'the option --csv needs a value; see --help' --csv=
refuses "a value too many" 'the option --float takes no value; write it alone' --float=1
refuses "unknown option" 'there is no option "--speed"; see --help' --speed=1
refuses "a word too many" 'the word "data.csv" belongs to no option; name the file with --csv FILE' data.csv
for rate in 1.5 1e300; do
    for precision in "" --float; do
        run --csv "$norris" --rate $rate $precision
        reason=
        [ "$code" -eq 2 ] || reason="exit code $code"
        sentence="train: with --rate $(printf %g $rate) the loss grows instead of falling (epoch 1); choose a rate below 1, as in --rate 0.1"
        [ "$(cat err)" = "$sentence" ] || reason="${reason:+$reason, }expected: $sentence"
        [ "$(tail -c 1 out)" = "" ] || reason="${reason:+$reason, }half a line on standard output"
        verdict "diverging rate $rate $precision" "$reason"
    done
done
echo "# a terminal"
if script -qec true /dev/null >/dev/null 2>&1; then     # util-linux; its -c runs a shell command
    # terminal ARGS...: like run, with a terminal as standard output and standard error.
    terminal() {
        TERM=xterm script -qec "'$program' --csv '$norris' $*" /dev/null >out 2>&1 </dev/null; code=$?
        tr '\r' '\n' <out >lines
    }
    terminal
    reason=
    [ "$code" -eq 0 ] || reason="exit code $code"
    grep -qF '[########################] 100 %  epoch 200 of 200' lines || reason="no full bar"
    grep -qF '[############............]  50 %  epoch 100 of 200' lines || reason="no half bar"
    verdict "a bar" "$reason"
    terminal --rate 1.5
    reason=
    [ "$code" -eq 2 ] || reason="exit code $code"
    grep -q "^$(printf '\033')\[Ktrain: with --rate 1.5 the loss grows" lines || reason="the bar was not wiped out"
    verdict "no unfinished bar before an error" "$reason"
else
    echo "skip  no program 'script' that could provide a terminal"
fi

echo "# help, and output that cannot be written"
run --help
reason=
[ "$code" -eq 0 ] && [ ! -s err ] || reason="exit code $code"
verdict "--help ends well" "$reason"
prints "--help has an example" "train --csv measurements.csv"
prints "--help has the exit codes" "Exit code: 0"
reason=
if [ -w /dev/full ]; then
    "$program" --csv "$norris" >/dev/full 2>err
    code=$?
    [ "$code" -eq 1 ] && [ "$(wc -l <err)" -eq 1 ] || reason="exit code $code"
    verdict "a full disk is an error" "$reason"
fi

finish
