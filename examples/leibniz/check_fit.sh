# leibniz fit: results, reports, exit codes, and what cannot be used. Read by check.sh.

misra='y = b1*(1 - exp(-b2*x))' file=$here/misra1a.csv seefit="see leibniz fit --help"

# fits ARGS...: leibniz fit; leaves the exit code in $code, the output in out and err.
fits() { limited "$program" fit "$@" >out 2>err <input; code=$?; }

# finds TITLE CODE TEXT ARGS...: this exit code, this line in the output, silence on standard error.
finds() {
    title=$1 wanted=$2 text=$3; shift 3
    fits "$@"
    reason=
    [ "$code" -eq "$wanted" ] || reason="exit code $code"
    [ ! -s err ] || reason="${reason:+$reason, }standard error"
    grep -qF -- "$text" out || reason="${reason:+$reason, }no $text"
    verdict "$title" "$reason"
}
# unfit TITLE TEXT ARGS...: exit code 2, nothing printed but this on standard error.
unfit() {
    title=$1 text=$2; shift 2
    fits "$@"
    expects "$title" 2 '' "$text"
}
# agrees NUMBER CERTIFIED DIGITS
agrees() { awk -v a="$1" -v b="$2" -v n="$3" 'BEGIN { d = (a - b)/b; exit !(d*d < 10^(-2*n)) }'; }
# field PARAMETER KEY, good KEY: numbers of the JSON in out.
field() { tr -d '\n' <out | grep -o "{\"name\": \"$1\"[^}]*" | grep -o "\"$2\": [^,}]*" | sed 's/.*: //'; }
good() { tr -d '\n' <out | grep -o '"goodness": {[^}]*' | grep -o "\"$1\": [^,}]*" | sed 's/.*: //'; }

echo "# fits: NIST's Misra1a, from both starts"
: >input
for start in b1=500,b2=1e-4 b1=250,b2=5e-4; do
    fits "$misra" "$file" --start "$start" --format json
    reason=
    [ "$code" -eq 0 ] || reason="exit code $code"
    agrees "$(field b1 value)" 238.94212918 8 && agrees "$(field b2 value)" 5.5015643181e-04 8 || reason="$reason parameters"
    agrees "$(field b1 standard_error)" 2.7070075241 7 && agrees "$(field b2 standard_error)" 7.2668688436e-06 7 || reason="$reason standard errors"
    agrees "$(good chi_squared)" 1.2455138894e-01 8 && agrees "$(good residual_deviation)" 1.0187876330e-01 8 || reason="$reason sum of squares"
    verdict "from $start" "$reason"
done
finds "as text" 0 '  b2         0.0005502  7.3e-6          0.0005343 to 0.0005660' "$misra" "$file" --start b1=500,b2=1e-4
finds "the model and its derivatives" 0 '  d/db2 = b1*t1*x' "$misra" "$file" --start b1=500,b2=1e-4
finds "a formula of the parameters" 0 '  log(2)/b2  1260   17              1224 to 1296' "$misra" "$file" --start b1=500,b2=1e-4 --derive 'log(2)/b2'
fits 'log(y) = a + b*log(x)' "$file" --start a=0,b=1 --format json
reason=
[ "$code" -eq 0 ] && agrees "$(field b value)" 0.917339779 8 || reason="exit code $code, $(field b value)"
verdict "a formula as response" "$reason"
finds "a fixed parameter" 0 '  b2         0.00055                                    fixed' "$misra" "$file" --start b1=500 --set b2=5.5e-4
finds "a tied one" 0 '= 2*a' 'y = a*x + b*x^2 + c' "$file" --start a=1,b=1 --set 'c=2*a'
finds "at a bound" 0 'at its upper bound' "$misra" "$file" --start b1=200,b2=1e-4 --bounds b1=0:230
finds "bands" 0 'Rows, with bands of 90 %' "$misra" "$file" --start b1=500,b2=1e-4 --bands --level 0.9
finds "profiles" 0 'Profiles: intervals from the sum of squares itself' "$misra" "$file" --start b1=500,b2=1e-4 --profile
finds "a loss" 0 'sum of losses' "$misra" "$file" --start b1=500,b2=1e-4 --loss huber:0.1
finds "geodesic acceleration" 0 '  b1         238.9      2.7' "$misra" "$file" --start b1=500,b2=1e-4 --geodesic
finds "errors in a column" 0 'Columns with errors' "$misra" "$file" --start b1=250,b2=5e-4 --sigma 0.1 --errors-in x=0.5
unfit "without sigma" "leibniz: --errors-in requires --sigma; $seefit" "$misra" "$file" --start b1=250,b2=5e-4 --errors-in x=0.5
printf 'x,y,s\n1,2.1,0.1\n2,3.9,0.1\n3,6.2,0.2\n4,7.8,0.2\n' >input
finds "relative sigma, from standard input" 0 'Sigma is relative' 'y = a + b*x' - --start a=0,b=1 --sigma s
finds "absolute sigma" 0 'Sigma is absolute' 'y = a + b*x' - --start a=0,b=1 --sigma s --absolute-sigma
printf '\357\273\277"x";"y, the response";y;name\r\n# a comment\r\n1;?;2,1;a\r\n' >input
unfit "decimals with a comma" 'standard input, line 3: column "y" holds "2,1" where a number belongs; a decimal number has a point' 'y = a*x' - --start a=1
printf '\357\273\277"x";"y, the response";"y";name\r\n# a comment\r\n1;?;2.5;a\r\n\r\n2;;"5.5";"b;c"\r\n' >input
finds "quotes, semicolons, text in other columns, a byte-order mark" 0 'a          2.70' 'y = a*x' - --start a=1
printf '"Time (s)",y\n1,2.5\n2,5.5\n' >input
finds "a name for a column" 0 '  a          2.70' 'y = a*t' - --start a=1 --column 't=Time (s)'
unfit "of what the file has not" 'leibniz: --column: "Time" is no column of standard input; the columns are Time (s), y' 'y = a*t' - --start a=1 --column t=Time

echo "# how a fit ends"
finds "no convergence" 1 'No convergence after 2 iterations' "$misra" "$file" --start b1=500,b2=1e-4 --iterations 2
reason=
! grep -q '2\.7' out || reason="a standard error"
verdict "which has no standard errors" "$reason"
finds "parameters that the data do not determine" 3 'The data do not determine a and b apart' 'y = a*b*x' "$file" --start a=1,b=1
finds "with the condition number" 3 'The condition number of the Jacobian' 'y = a*b*x' "$file" --start a=1,b=1
finds "and null in JSON" 3 '"standard_error": null' 'y = a*b*x' "$file" --start a=1,b=1 --format json

echo "# reports"
finds "Markdown" 0 '| $b_{2}$ | 0.0005502 | $7.3 \cdot 10^{-6}$ |' "$misra" "$file" --start b1=500,b2=1e-4 --format markdown
finds "LaTeX" 0 '$b_{1}$ & 238.9 & 2.7 & 233.0 to 244.8 ' "$misra" "$file" --start b1=500,b2=1e-4 --format latex
fits "$misra" "$file" --start b1=500,b2=1e-4 --bands --derive 'b1*b2' --format html --output page.html --plot curve.svg
reason=
[ "$code" -eq 0 ] && [ ! -s out ] && [ ! -s err ] || reason="exit code $code"
for part in '<!DOCTYPE html>' '<math>' '95 % prediction band' '<polygon' '</html>'; do grep -qF "$part" page.html || reason="$reason, no $part"; done
if grep -E 'https?://' page.html | grep -vq 'www.w3.org/'; then reason="$reason, an address"; fi
grep -q '^<svg' curve.svg || reason="$reason, no picture"
for part in *.part*; do [ ! -e "$part" ] || reason="$reason, $part is left"; done
verdict "a page and a picture" "$reason"
if command -v python3 >/dev/null; then
    fits "$misra" "$file" --start b1=500,b2=1e-4 --derive 'log(2)/b2' --bands --profile --format json
    reason=
    python3 -c "
import json
o = json.load(open('out', encoding='utf-8'))
assert o['status'] == 'converged' and len(o['influence']) == 14 and len(o['bands']['prediction_lower']) == 14
b = o['parameters'][1]
d = o['derived'][0]
assert abs(d['standard_error']/d['value'] - b['standard_error']/b['value']) < 1e-12 and b['lower'] < b['value'] < b['upper']
assert all(low < f < high for low, f, high in zip(o['bands']['confidence_lower'], o['fitted'], o['bands']['confidence_upper']))" 2>err || reason="another object"
    verdict "JSON, read by python3" "$reason"
fi

echo "# what cannot be used"
limited "$program" fit --help >out 2>err; code=$?
reason=
[ "$code" -eq 0 ] && [ "$(wc -l <out)" -le 45 ] && grep -q misra1a out || reason="exit code $code, $(wc -l <out) lines"
verdict "the help is one screen, with an example" "$reason"
unfit "no formula" "leibniz: which formula? Write leibniz fit 'y = a + b*x' data.csv --start a=1,b=1; $seefit"
unfit "no data" "leibniz: which data? Write leibniz fit 'y = a + b*x' data.csv --start a=1,b=1; $seefit" "$misra"
unfit "no such file" "leibniz: missing.csv cannot be read" "$misra" missing.csv --start b1=1
unfit "a folder" "leibniz: . cannot be read" "$misra" . --start b1=1
unfit "no start" "leibniz: no parameter has a start; write --start a=1,b=1" "$misra" "$file"
unfit "a parameter without one" "leibniz: \"b2\" is no column of $file, and no parameter with a start (--start b2=1); the columns are y, x" "$misra" "$file" --start b1=1
unfit "a response that is no column" "leibniz: \"z\" is no column of $file; the columns are y, x" 'z = b1*x' "$file" --start b1=1
unfit "a start of what the model does not mention" 'leibniz: --start: the formula has no symbol "b3"; it has b1, b2, x' "$misra" "$file" --start b1=1,b2=1,b3=1
unfit "a start that is no number" 'leibniz: --start gives "b2" "z", which is no number' "$misra" "$file" --start b1=1,b2=z
unfit "a start twice" 'leibniz: --start names "b1" twice' "$misra" "$file" --start b1=1,b1=2
unfit "a start without a number" 'leibniz: --start should be like b1=500,b2=1e-4 and has "b1"' "$misra" "$file" --start b1
unfit "a parameter that is a column" "leibniz: \"x\" is a parameter and a column of $file; one of them needs another name" "$misra" "$file" --start b1=1,b2=1,x=1
unfit "a formula of no parameters" 'leibniz: --derive: "x" is no parameter; they are b1, b2' "$misra" "$file" --start b1=1,b2=1 --derive 'b1*x'
unfit "a fault in the formula, under its character" "formula: at character 8: there is no function sinn; did you mean sin? A product is written with *$newline  y = b1*sinn(x)$newline         ^^^^" 'y = b1*sinn(x)' "$file" --start b1=1
unfit "no equation" "fit: the formula has no =; write y = a + b*x, with the measured column on its left" 'b1*x' "$file" --start b1=1
unfit "unknown option" "leibniz: The following argument was not expected: --speed; $seefit" "$misra" "$file" --start b1=1,b2=1 --speed
unfit "a form that there is not" 'leibniz: --format should be text, markdown, latex, json or html and is "xml"' "$misra" "$file" --start b1=1,b2=1 --format xml
unfit "a loss that there is not" 'leibniz: --loss should be squares, huber:1.5, soft-l1:1 or cauchy:1 and is "l1"' "$misra" "$file" --start b1=1,b2=1 --loss l1
unfit "bounds without a colon" 'leibniz: --bounds should be like b1=0:1000, b1=0: or b1=:1000 and has "b1=3"' "$misra" "$file" --start b1=1,b2=1 --bounds b1=3
unfit "a file that cannot be written" "leibniz: nowhere/page.html cannot be written" "$misra" "$file" --start b1=500,b2=1e-4 --output nowhere/page.html
echo before >kept
fits "$misra" "$file" --start b1=1 --output kept
reason=
[ "$code" -eq 2 ] && [ "$(cat kept)" = before ] || reason="exit code $code"
verdict "an error leaves the file as it was" "$reason"
# unread TITLE TEXT ROWS: rows of a CSV on standard input.
unread() {
    printf '%b' "$3" >input
    unfit "$1" "standard input$2" 'y = a + b*x' - --start a=1,b=1
}
unread "nothing" ": there is no line of names, such as x,y" ''
unread "names alone" ": there are no rows below the line of names" 'x,y\n'
unread "two columns of one name" ': two columns are named "x"' 'x,x,y\n1,2,3\n'
unread "text" ', line 3: column "y" holds "n/a" where a number belongs' 'x,y\n1,2\n2,n/a\n'
unread "NaN" ', line 4: column "x" holds "nan" where a number belongs' '# data\nx,y\n1,2\nnan,3\n'
unread "a missing value" ', line 2: column "x" has no value' 'x,y\n,2\n'
unread "a field too few" ', line 3: 1 field, where 2 columns have names' 'x,y\n1,2\n2\n'
unread "a quote without its end" ', line 2: a quote begins that does not end in its line' 'x,y\n1,"2\n'
printf 'x,y\n1,2\n' >input
unfit "fewer rows than parameters" "fit: 1 row cannot determine 2 parameters; give more rows, or fix parameters" 'y = a + b*x' - --start a=1,b=1
printf '<b>,\033[31m,x,y\n1,2,3,4\n2,3,4,5\n4,5,6,8\n' >input
fits 'z = a*x' - --start a=1
reason=
[ "$code" -eq 2 ] && ! grep -q "$(printf '\033')" err || reason="exit code $code"
verdict "no control characters in messages" "$reason"
