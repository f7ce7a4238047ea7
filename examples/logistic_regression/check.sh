#!/bin/sh
# Runs the program on its data, and on files that it refuses: check.sh PROGRAM
# shellcheck source=examples/check.sh
. "$(dirname "$0")/../check.sh"

"$program" >out 2>err
code=$?
reason=
[ "$code" -eq 0 ] || reason="exit code $code"
diff -u "$here/expected" out >differences || reason="${reason:+$reason, }it does not print what stands in $here/expected"
grep -q '^8 steps: Leibniz [0-9.]* ms, by hand [0-9.]* ms, ratio [0-9.]*$' err || reason="${reason:+$reason, }no times"
verdict "tumours" "$reason"

# refuses TITLE SENTENCE TEXT: exit code 2 and this one sentence for a file data.csv of this text (as for printf).
refuses() {
    # shellcheck disable=SC2059
    printf "$3" >data.csv
    "$program" data.csv >out 2>err
    code=$?
    expects "$1" 2 '' "logistic_regression: $2"
}
refuses "text" 'data.csv, line 3: column "b" holds "n/a" where a number belongs' 'a,b,c\n1,2,0\n2,n/a,1\n'
refuses "an empty field" 'data.csv, line 2: column "a" has no value' 'a,b,c\n,2,0\n'
refuses "nan" 'data.csv, line 4: column "c" holds "nan" where a number belongs' '# features\n\na,b,c\n1,2,nan\n'
refuses "a number too few" 'data.csv, line 3: 2 fields, where 3 columns have names' 'a,b,c\n1,2,0\n1,2\n'
refuses "a number too many" 'data.csv, line 2: 4 fields, where 3 columns have names' 'a,b,c\n1,2,0,1\n'
refuses "names alone" 'data.csv: there are no numbers below a line of names' 'a,b,c\n'
refuses "nothing" 'data.csv: there are no numbers below a line of names' ''
refuses "a third class" 'data.csv: the last of two columns or more is the class, 0 or 1' 'a,b,c\n1,2,0\n1,2,2\n'
refuses "one column" 'data.csv: the last of two columns or more is the class, 0 or 1' 'c\n0\n1\n'
refuses "three samples" 'data.csv: every fourth sample is for the test, and there are no four' 'a,c\n1,0\n2,1\n3,1\n'
"$program" none.csv >out 2>err
code=$?
expects "no file" 2 '' 'logistic_regression: none.csv: cannot be read'
"$program" . >out 2>err
code=$?
expects "a folder" 2 '' 'logistic_regression: .: there are no numbers below a line of names'

finish
