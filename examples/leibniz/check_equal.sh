# What leibniz diff --equal finds: read by check.sh.

echo "# equal, different, unknown"
same="equal: both have the same canonical form"
proved="equal: proved by expanding both, wherever both are defined"
differ="different: at a point the values differ by more than rounding explains"
nowhere="unknown: no proof was found, and no point where both have a value"
agree="unknown: no proof was found, but the values agree at all "
# equal and differs TITLE A B: the verdict on two formulas.
columns() { case $* in *X*Y* | *Y*X*) echo X,Y ;; *X*) echo X ;; esac; }
equal() { title=$1; shift; prints "$title" "$proved" "$1" --equal "$2" --columns "$(columns "$@")"; }
# open TITLE REST A B: not known, though the values agree at REST, if anywhere.
open() {
    title=$1 rest=$2 text=$nowhere; shift 2
    [ -z "$rest" ] || text="$agree$rest"
    ends "$title" 3 "$text" "$1" --equal "$2" --columns "$(columns "$@")"
}
differs() {
    title=$1; shift
    run "$1" --equal "$2" --columns "$(columns "$@")"
    reason=
    [ "$code" -eq 1 ] && [ "$(head -n 1 out)" = "$differ" ] && [ "$(wc -l <out)" -eq 2 ] || reason="exit code $code"
    verdict "$title" "$reason"
}
prints "the same form" "$same" 'x + y' --equal 'y + x'
prints "a derivative" "$same" 'tanh(x)' --wrt x --equal '1 - tanh(x)^2'
prints "a second derivative" "$same" 'x^3' --wrt x --order 2 --equal '6*x'
equal "a square" '(a + b)^2' 'a^2 + 2*a*b + b^2'
equal "fractions" '1/x + 1/y' '(x + y)/(x*y)'
equal "a quotient that goes in" '(x^3 - y^3)/(x - y)' 'x^2 + x*y + y^2'
equal "inside functions" 'log((x + 1)^2)' 'log(x^2 + 2*x + 1)'
equal "sine and cosine" 'sin(x)^4' '(1 - cos(x)^2)^2'
equal "signs of angles" 'sin(a*(a - b))*cos(b*(a - b))' '-sin(a*b - a^2)*cos(b^2 - a*b)'
equal "exponentials of sums" 'exp(a + b/2)' 'exp(a)*exp(b/2)'
equal "exponentials of logarithms" 'exp(log(x) + log(y))' 'x*y'
equal "tanh" 'tanh(x)' '(exp(x) - exp(-x))/(exp(x) + exp(-x))'
equal "tanh and sigmoid" 'tanh(x)' '2*sigmoid(2*x) - 1'
equal "square roots" '1/(1 + sqrt(x))' '(1 - sqrt(x))/(1 - x)'
equal "means" 'mean((w*X - Y)^2)' 'w^2*mean(X^2) - 2*w*mean(X*Y) + mean(Y^2)'
equal "a variance" 'mean((X - mean(X))^2)' 'mean(X^2) - mean(X)^2'
equal "what does not vary" 'mean(X/w)' 'mean(X)/w'
differs "another square" '(a + b)^2' 'a^2 + b^2'
differs "in the twelfth digit" 'log(x)' 'log(x + 0.000000000001)'
differs "constants" 1 2
differs "a symbol and pi" x pi
differs "pi and some digits of it" pi 3.14
open "what sums to pi/2" "39 points where both have one" 'asin(x) + acos(x)' pi/2
differs "a root of a square" 'sqrt(x^2)' x
differs "half of the range" 'log(x - 5)' 'log(x - 5) + 1'
differs "a sum that is no mean" 'sum(X)' '2*mean(X)'
ends "the witness" 1 "$differ$newline  x = 0.65625, y = 0.484375, values 0.65625 and 0.484375" x --equal y
open "no rule for it" "58 points where both have one" 'log(x*y)' 'log(x) + log(y)'
open "less than rounding" "96 points where both have one" 'cos(x)' 'cos(x) + 0.000000000000000001*x'
open "no common domain" "" 'log(-1 - x^2)' x
open "a root outside its domain" "64 points where both have one" 'sqrt(x)^2' 'sqrt(x^2)'
open "a root whose base may be negative" "64 points where both have one" 'sqrt(x^n)' 'x^(n/2)'
open "no denominator" "" '1/(sin(x)^2 + cos(x)^2 - 1)' x
open "as many rows as you like" "96 points where both have one, columns of one row" 'sum(X)' 'mean(X)'
open "as many rows as you like, of a number" "96 points where both have one, columns of one row" 'sum(w + 0*X)' w
open "too large for a proof" "96 points where both have one" '(x + y + z)^90' '(x + y + z)^89*(x + y + z + 0.000000000000000001)'
ends "JSON of a witness" 1 '{"formula": "x", "other": "-x", "verdict": "different", "reason": "at a point the values differ by more than rounding explains", "witness": {"x": 0.65625}, "values": [0.65625, -0.65625]}' \
    x --equal '-x' --json
ends "JSON of a proof" 0 '{"formula": "x", "other": "x", "verdict": "equal", "reason": "both have the same canonical form"}' x --equal x --json
echo '2*x' >input
prints "the other one from standard input" "$same" 'x^2' --wrt x --equal -
refuses "both from standard input" "leibniz: standard input holds one formula only; write the other one out" - --equal -
refuses "no formula to compare with" "formula: at character 3: a number, a name or ( expected, but the text ends$newline  x+$newline    ^" x --equal 'x+'
prints "a column of the other one" "$proved" '0' --equal 'mean(X) - mean(X + 1) + 1' --columns X
refuses "a column of neither" 'leibniz: --columns: the formula has no symbol "z"; it has x' x --equal y --columns y,z
several="leibniz: --equal compares one formula; write --wrt with one symbol, or neither --wrt nor --order"
refuses "several derivatives to compare" "$several" 'x*y' --wrt x,y --equal x
refuses "an order of nothing" "$several" x --order 2 --equal x
refuses "--equal and --at" "leibniz: --at excludes --equal; $see" x --at x=1 --equal x
: >input
