# What leibniz diff --equal finds: read by check.sh.

echo "# equal, different, unknown"
nowhere="unknown: no proof was found, and no point where both have a value"
agree="unknown: no proof was found, but the values agree at all "
# equal and differs TITLE A B: the verdict on two formulas.
columns() { case $* in *X*Y* | *Y*X*) echo X,Y ;; *X*) echo X ;; esac; }
equal() { title=$1; shift; prints "$title" "equal" "$1" --equal "$2" --columns "$(columns "$@")"; }
# aside TITLE WHERE A B: equal, isolated points aside; on TITLE CONDITION A B: equal where it holds.
aside() { prints "$1" "equal, $2 aside" "$3" --equal "$4"; }
on() { ends "$1" 3 "equal where $2; to assume it, add --assume '$(echo "$2" | sed "s/ and /' --assume '/g")'" "$3" --equal "$4"; }
# open TITLE REST A B: not known, though the values agree at REST, if anywhere.
open() {
    title=$1 rest=$2 text=$nowhere; shift 2
    [ -z "$rest" ] || text="$agree$rest"
    ends "$title" 3 "$text" "$1" --equal "$2" --columns "$(columns "$@")"
}
differs() { ends "$1" 1 "different$2" "$3" --equal "$4" --columns "$(columns "$3" "$4")"; }
equal "the same form" 'x + y' 'y + x'
prints "a derivative" "equal" 'tanh(x)' --wrt x --equal '1 - tanh(x)^2'
prints "a second derivative" "equal" 'x^3' --wrt x --order 2 --equal '6*x'
equal "a square" '(a + b)^2' 'a^2 + 2*a*b + b^2'
equal "fractions" '1/x + 1/y' '(x + y)/(x*y)'
aside "a quotient that goes in" "x - y = 0" '(x^3 - y^3)/(x - y)' 'x^2 + x*y + y^2'
aside "a point aside" "x = 1" '(x^2 - 1)/(x - 1)' 'x + 1'
equal "inside functions" 'log((x + 1)^2)' 'log(x^2 + 2*x + 1)'
equal "sine and cosine" 'sin(x)^4' '(1 - cos(x)^2)^2'
equal "signs of angles" 'sin(a*(a - b))*cos(b*(a - b))' '-sin(a*b - a^2)*cos(b^2 - a*b)'
equal "double angles" 'sin(2*x)' '2*sin(x)*cos(x)'
equal "exponentials of sums" 'exp(a + b/2)' 'exp(a)*exp(b/2)'
on "exponentials of logarithms" "x > 0 and y > 0" 'exp(log(x) + log(y))' 'x*y'
equal "tanh" 'tanh(x)' '(exp(x) - exp(-x))/(exp(x) + exp(-x))'
equal "tanh and sigmoid" 'tanh(x)' '2*sigmoid(2*x) - 1'
aside "square roots" "x = 1" '1/(1 + sqrt(x))' '(1 - sqrt(x))/(1 - x)'
equal "means" 'mean((w*X - Y)^2)' 'w^2*mean(X^2) - 2*w*mean(X*Y) + mean(Y^2)'
equal "a variance" 'mean((X - mean(X))^2)' 'mean(X^2) - mean(X)^2'
equal "what does not vary" 'mean(X/w)' 'mean(X)/w'
equal "powers too high to be multiplied out" '(x - a)^6000' '(a - x)^6000'
on "what sums to pi/2" "x^2 <= 1" 'asin(x) + acos(x)' pi/2
on "logarithms of products" "x > 0 and y > 0" 'log(x*y)' 'log(x) + log(y)'
on "a root squared" "x >= 0" 'sqrt(x)^2' 'sqrt(x^2)'
prints "an assumption" "equal" 'log(x^2)' --equal '2*log(x)' --assume 'x > 0'
prints "an assumption that begins with a sign" "equal" 'abs(x)' --equal x --assume '-x < 0'
prints "a negative number" "equal" 'sqrt(x^2)' --equal '-x' --assume 'x <= 0'
equal "a step at 0" 'step(0)' 1
open "a step on a piece" "142 points where both have one" 'step(relu(x))' '(1 + sign(relu(x)))/2'
refuses "numbers that leave 64 bits" "factor: an exact number of the result leaves 64 bits; use smaller powers and constants" '9223372036854775807*x + x' --factor
prints "a whole number" "equal" '(x*y)^n' --equal 'x^n*y^n' --assume 'integer(n)'
prints "a whole number above 0" "equal" 'cos(n*pi)*gamma(n + 1)' --equal '(-1)^n*n*gamma(n)' --assume 'and(integer(n), n > 0)'
ends "a whole witness" 1 "different at x = -0.5, n = -3: -8 and 8" 'x^n' --equal 'abs(x)^n' --assume 'integer(n)'
refuses "a sum that is a whole number" "equivalent: what is assumed is a comparison with <, <=, > or >=, such as x > 0, or integer(n) of a symbol; it is integer(n + x)" x --equal x --assume 'integer(n + x)'
prints "two assumptions" "equal" 'log(x*y)' --equal 'log(x) + log(y)' --assume 'x > 0' --assume 'y > 1'
differs "another square" " at a = 2, b = 0.5: 6.25 and 4.25" '(a + b)^2' 'a^2 + b^2'
differs "in the twelfth digit" " at x = 2: 0.693147180559945 and 0.693147180560445" 'log(x)' 'log(x + 0.000000000001)'
differs "constants" ": 1 and 2" 1 2
differs "a symbol and pi" " at x = 2: 2 and 3.14159" x pi
differs "pi and some digits of it" ": 3.14159 and 3.14" pi 3.14
differs "a root of a square" " at x = -1: 1 and -1" 'sqrt(x^2)' x
differs "powers that underflow" " at x = -1, a = -2: 1 and -1" '(x - a)^6000' '(a - x)^5999'
differs "half of the range" " at x = 7: 0.693147 and 1.69315" 'log(x - 5)' 'log(x - 5) + 1'
differs "a sum that is no mean" " at X = 2: 2 and 4" 'sum(X)' '2*mean(X)'
differs "the witness" " at x = 2, y = 0.5: 2 and 0.5" x y
open "less than rounding" "200 points where both have one" 'cos(x)' 'cos(x) + 1e-33*x' # of 113 bits, too
open "no common domain" "" 'log(-1 - x^2)' x
open "no denominator" "" '1/(sin(x)^2 + cos(x)^2 - 1)' x
differs "several rows" " at X = (2, 3): 5 and 2.5" 'sum(X)' 'mean(X)'
differs "a mean of squares" " at X = (2, 3): 6.25 and 6.5" 'mean(X)^2' 'mean(X^2)'
differs "a mean and its rows" " at X = (2, 3), in row 1: 2.5 and 2" 'mean(X)' X
equal "a sum of sums" 'sum(X + Y)' 'sum(X) + sum(Y)'
ends "JSON of a witness" 1 '{"formula": "x", "other": "-x", "verdict": "different", "witness": {"x": 2}, "values": [2, -2]}' x --equal '-x' --json
ends "JSON of columns" 1 '{"formula": "w*x - mean(x)", "other": "w*mean(x) - mean(x)", "verdict": "different", "witness": {"w": 2, "x": [0.5, -1]}, "values": [1.25, -0.25], "row": 1}' 'w*x - mean(x)' --equal 'w*mean(x) - mean(x)' --columns x --json
ends "JSON of a proof" 0 '{"formula": "x", "other": "x", "verdict": "equal"}' x --equal x --json
ends "JSON of a condition" 3 '{"formula": "log(x)", "other": "log(x^2)/2", "verdict": "equal where", "where": "x > 0"}' 'log(x)' --equal 'log(x^2)/2' --json
refuses "what is assumed" "equivalent: what is assumed is a comparison with <, <=, > or >=, such as x > 0, or integer(n) of a symbol; it is x" x --equal x --assume x
refuses "nothing to assume for" "leibniz: --assume helps --equal and --simplify; write one of them, or leave it out" x --assume 'x > 0'
echo "# formulas that are rewritten"
lines() { title=$1 text=$2; shift 2; prints "$title" "$text" "$@"; }
lines "simplified" "f = 1${newline}d/dx = 0" 'sin(x)^2 + cos(x)^2' --simplify
lines "simplified under an assumption" "f = x${newline}d/dx = 1" 'sqrt(x^2)' --simplify --assume 'x > 0'
lines "simplified under the assumption of a whole number" "f = x*(-1)^n${newline}d/dx = (-1)^n" 'cos(n*pi)*x + sin(n*pi)' --simplify --assume 'integer(n)' --wrt x
lines "multiplied out" "f = a^2 + 2*a*b + b^2${newline}d/da = 2*a + 2*b" '(a + b)^2' --expand --wrt a
lines "collected" "f = x*(a + b) + a${newline}d/da = x + 1" 'a*x + b*x + a' --collect x --wrt a
lines "factored" "f = (x + 1)*(x - 1)${newline}d/dx = 2*x" 'x^2 - 1' --factor
lines "over one denominator" "f = (x + y)/(x*y)${newline}d/dx = -1/x^2" '1/x + 1/y' --together --wrt x
refuses "a symbol to collect by that is not there" 'leibniz: --collect: the formula has no symbol "z"; it has x' x --collect z
lines "taken apart" "f = 1/(2*(x - 1)) - 1/(2*(x + 1))${newline}d/dx = 1/(2*(x + 1)^2) - 1/(2*(x - 1)^2)" '1/(x^2 - 1)' --apart x
refuses "a symbol to take apart in that is not there" 'leibniz: --apart: the formula has no symbol "z"; it has x' 1/x --apart z
refuses "what cannot be taken apart" "apart(m, \"x\"): m is no quotient of polynomials in x with exact coefficients; put numbers in place of what else occurs" 'x/(x - a)' --apart x
refuses "a degree that is too high" "apart(m, \"x\"): the denominator has a degree above 24, or the numerator one above 1000" '1/(x^1000 - 1)' --apart x
lines "simplified, with its conditions and its work" "f = x + 1${newline}d/dx = 1${newline}assumes x != 1${newline}takes 1 addition, 3 nodes, depth 1" '(x^2 - 1)/(x - 1)' --simplify --assumptions --operations
lines "each condition once" "f = 0${newline}d/dx = 0${newline}assumes x != 1" '(x - 1)/(x - 1) + (x - 1)/(1 - x)' --simplify --assumptions
prints "conditions and work of what was simplified, in JSON" '{"formula": "x + 1", "derivatives": {"x": "1"}, "assumptions": ["x != 1"], "operations": {"additions": 1, "multiplications": 0, "divisions": 0, "calls": {}, "nodes": 3, "depth": 1}}' '(x^2 - 1)/(x - 1)' --simplify --assumptions --operations --json
lines "simplified, and its values" "f = x + 1 = 3${newline}d/dx = 1 = 1" '(x^2 - 1)/(x - 1)' --simplify --at x=2
lines "a Hessian that is rewritten" "f = x^2 + 2*x*y + y^2${newline}d^2/dx^2 = 2${newline}d/dx d/dy = 2${newline}d^2/dy^2 = 2" '(x + y)^2' --hessian --expand
lines "a mixed derivative that is rewritten" "f = x*(y + 1)^2${newline}d/dy d/dx = 2*(y + 1)" 'x*y^2 + 2*x*y + x' --mixed x,y --factor
lines "shared parts of what was rewritten, and the work" "t1 = exp(w*x)${newline}d/dw = a*t1*x + b*t1*x${newline}d/da = t1${newline}d/db = t1${newline}takes 1 addition, 4 multiplications, 1 exp, 10 nodes, depth 3" '(a + b)*exp(w*x)' --wrt w,a,b --expand --shared --operations
lines "a cube in factors" "f = (x + y)^3${newline}d/dx = 3*(x + y)^2" '(x + y)^3' --factor --wrt x
refuses "steps of what is rewritten" "leibniz: --simplify excludes --steps; $see" x --simplify --steps
refuses "two forms of one formula" "leibniz: --factor excludes --apart; $see" x --factor --apart x
refuses "a comparison of what is rewritten" "leibniz: --equal excludes --simplify; $see" x --simplify --equal x
echo '2*x' >input
prints "the other one from standard input" "equal" 'x^2' --wrt x --equal -
refuses "both from standard input" "leibniz: standard input holds one formula only; write the other one out" - --equal -
refuses "no formula to compare with" "formula: at character 3: a number, a name or ( expected, but the text ends$newline  x+$newline    ^" x --equal 'x+'
prints "a column of the other one" "equal" '0' --equal 'mean(X) - mean(X + 1) + 1' --columns X
refuses "a column of neither" 'leibniz: --columns: the formula has no symbol "z"; it has x' x --equal y --columns y,z
several="leibniz: --equal compares one formula; write --wrt with one symbol, or neither --wrt nor --order"
refuses "several derivatives to compare" "$several" 'x*y' --wrt x,y --equal x
refuses "an order of nothing" "$several" x --order 2 --equal x
refuses "--equal and --at" "leibniz: --at excludes --equal; $see" x --at x=1 --equal x
: >input
