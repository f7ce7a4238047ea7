#!/bin/sh
# Runs the command as its users do and checks what they see: check.sh PROGRAM
# One line per check; exit code 1 if any of them failed.
set -u
LC_ALL=C
export LC_ALL
unset NO_COLOR

if [ $# -ne 1 ] || [ ! -x "$1" ]; then
    echo "usage: check.sh PROGRAM" >&2
    exit 2
fi
case $1 in /*) program=$1 ;; *) program=$PWD/$1 ;; esac
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
passed=0 failed=0
newline='
'

# verdict TITLE REASON: an empty reason is a pass.
verdict() {
    if [ -z "$2" ]; then
        passed=$((passed + 1)); echo "ok    $1"
    else
        failed=$((failed + 1)); echo "FAIL  $1: $2"; head -n 5 out err | cut -c1-200 | sed 's/^/        /'
    fi
}

# run ARGS...: leibniz diff; leaves the exit code in $code, the output in out and err. Reads the file input.
: >input
run() { timeout 60 "$program" diff "$@" >out 2>err <input; code=$?; }

# ends TITLE CODE TEXT ARGS...: this exit code, exactly this text on standard output, silence on standard error.
ends() {
    title=$1 wanted=$2 text=$3; shift 3
    run "$@"
    reason=
    [ "$code" -eq "$wanted" ] || reason="exit code $code"
    [ "$(cat out)" = "$text" ] || reason="${reason:+$reason, }expected: $text"
    [ ! -s err ] || reason="${reason:+$reason, }something on standard error"
    verdict "$title" "$reason"
}
prints() { title=$1 text=$2; shift 2; ends "$title" 0 "$text" "$@"; }

# refuses TITLE TEXT ARGS...: exit code 2, nothing printed but this on standard error.
refuses() {
    title=$1 text=$2; shift 2
    run "$@"
    reason=
    [ "$code" -eq 2 ] || reason="exit code $code"
    [ "$(cat err)" = "$text" ] || reason="${reason:+$reason, }expected: $text"
    [ ! -s out ] || reason="${reason:+$reason, }something on standard output"
    verdict "$title" "$reason"
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

echo "# derivatives"
prints "by two symbols" "d/dw = 2*x*(w*x + b - y)${newline}d/db = 2*(w*x + b - y)" "$loss" --wrt w,b
prints "by all, in the order of the formula" "d/dy = x${newline}d/dx = y" 'y*x'
prints "the second" "d^2/dx^2 = -sin(x)" 'sin(x)' --order 2
prints "a symbol that cancels" "d/dx = 0" 'x - x'
prints "spaces in lists" "d/db = 1${newline}d/da = 1" 'a + b' --wrt ' b , a '
prints "an equals sign" "d/db = 1" 'a + b' --wrt=b
prints "a formula that begins with a sign" "d/dx = -2*x" '-x^2'
prints "the same behind --" "d/dx = -2*x" -- '-x^2'
prints "two signs behind --" "d/dx = 1" -- '--x'
prints "names beyond ASCII" "d/dα = cos(α)" 'sin(α)'
prints "columns" "d/dw = 2*mean(x*(w*x - y))" 'mean((w*x - y)^2)' --columns x,y
prints "by a column" "d/dx = cos(x)" 'sin(x)' --columns x --wrt x

echo "# values"
prints "at a point" "f = $loss = 4${newline}d/dw = 2*x*(w*x + b - y) = -8${newline}d/db = 2*(w*x + b - y) = -4" \
    "$loss" --wrt w,b --at w=1,x=2,y=4,b=0
prints "signs, exponents and spaces" "f = x*y = -0.0025${newline}d/dx = y = 0.0025${newline}d/dy = x = -1" 'x*y' --at ' x = -1 , y=+2.5e-3'
prints "where there is no value" "f = log(x) = -inf${newline}d/dx = 1/x = inf" 'log(x)' --at x=0

echo "# standard input"
printf '%s\n' "$loss" >input
prints "one line" "d/db = 2*(w*x + b - y)" - --wrt b
printf 'x\n  * y\r\n' >input
prints "several lines" "d/dx = y${newline}d/dy = x" -
: >input
refuses "nothing" "formula: at character 1: a number, a name or ( expected, but the text ends$newline  $newline  ^" -

echo "# JSON"
prints "derivatives" '{"formula": "x*y", "derivatives": {"x": "y", "y": "x"}}' 'x*y' --json
prints "values, with 17 digits" \
    '{"formula": "x/3", "derivatives": {"x": "1/3"}, "value": 0.033333333333333333, "gradient": {"x": 0.33333333333333331}}' \
    'x/3' --json --at x=0.1
prints "order" '{"formula": "x^3", "order": 2, "derivatives": {"x": "6*x"}}' 'x^3' --json --order 2
prints "null where there is no number" '{"formula": "1/x", "derivatives": {"x": "-1/x^2"}, "value": null, "gradient": {"x": null}}' \
    '1/x' --json --at x=0
if command -v python3 >/dev/null; then
    # json_of TITLE PYTHON ARGS...: the output is JSON, and this holds for its object o.
    json_of() {
        title=$1 holds=$2; shift 2
        run "$@"
        reason=
        python3 -m json.tool <out >/dev/null 2>err || reason="no JSON"
        python3 -c "import json, sys; o = json.load(open('out', encoding='utf-8')); assert $holds" 2>err || reason="${reason:+$reason, }not $holds"
        verdict "$title" "$reason"
    }
    json_of "read by python3" "o['derivatives']['w'] == '2*x*(w*x + b - y)' and set(o['derivatives']) == {'w', 'b'}" "$loss" --wrt w,b --json
    json_of "names beyond ASCII" "o['derivatives'] == {'\\u03b1': '2*\\u03b1'}" 'α^2' --json
    json_of "the same number again" "o['value'] == 0.1 + 0.2 and o['gradient']['a'] == 1" 'a + b' --json --at a=0.1,b=0.2
    json_of "very large and very small" "o['value'] == 1e300 * 1e-5 and o['gradient']['b'] == 1e300" 'a*b' --json --at a=1e300,b=1e-5
else
    echo "skip  no python3 that could read JSON"
fi

echo "# formulas that cannot be used"
refuses "no end" "formula: at character 4: a number, a name or ( expected, but the text ends$newline  x**$newline     ^" 'x**'
refuses "unknown function" "formula: at character 1: there is no function sinn; did you mean sin? A product is written with *$newline  sinn(x)$newline  ^^^^" 'sinn(x)'
refuses "a product without its sign" \
    "formula: at character 2: an operator expected, but there is x; a product is written 2*x$newline  2x$newline   ^" '2x'
run "$(printf 'x + \033[31m')"
reason=
[ "$code" -eq 2 ] || reason="exit code $code"
! grep -q "$(printf '\033')" err || reason="control characters on standard error"
verdict "no control characters in messages" "$reason"
refuses "no symbol" "leibniz: the formula has no symbol to differentiate by" '2 + 3'
refuses "an exact number that is too large" "an exact number of the formula leaves 64 bits; use smaller constants" '9000000000*9000000000*9000000000*x'
refuses "too many characters" "formula: at character 5: the text is too long; raise parse_options::limits.characters" 'x + y + z' --max-characters 4
refuses "too deep" \
    "formula: at character 3: the formula is nested too deeply; raise parse_options::limits.depth$newline  (((x)))$newline    ^" '(((x)))' --max-depth 2
refuses "too little effort" "the formula is too large for the effort that parse_options allow" '(x + y)^9*sin(x)' --effort 10

echo "# options that cannot be used"
see="see leibniz diff --help"
refuses "no formula" "leibniz: formula is required; $see"
refuses "two formulas" "leibniz: The following argument was not expected: y; $see" x y
refuses "unknown option" "leibniz: The following argument was not expected: --speed; $see" x --speed
refuses "no such symbol" 'leibniz: --wrt: the formula has no symbol "q"; it has x, y' 'x*y' --wrt q
refuses "a symbol twice" 'leibniz: --wrt names "x" twice' 'x*y' --wrt x,y,x
refuses "no symbol's name" 'leibniz: --wrt names no symbol; write --wrt x' 'x*y' --wrt ''
refuses "an empty name" 'leibniz: --wrt: the formula has no symbol ""; it has x, y' 'x*y' --wrt x,
refuses "--wrt without a value" "leibniz: --wrt: 1 required NAME,... missing; $see" x --wrt
refuses "--wrt twice" "leibniz: --wrt: At Most 1 required but received 2; $see" x --wrt x --wrt x
refuses "order 0" "leibniz: --order: Value 0 not in range 1 to 100; $see" x --order 0
refuses "order -1" "leibniz: --order: Value -1 not in range 1 to 100; $see" x --order -1
refuses "order of letters" "leibniz: --order: Value two not in range 1 to 100; $see" x --order two
refuses "a value missing" 'leibniz: --at gives no value of y, z; add y=1' 'x*y*z' --at x=1
refuses "no value at all" 'leibniz: --at gives no value; write --at x=1' x --at ''
refuses "a value of nothing" 'leibniz: --at: the formula has no symbol "q"; it has x' x --at x=1,q=2
refuses "two values" 'leibniz: --at gives "x" two values' x --at x=1,x=2
for word in x x= =1 'x=y' 'x=1.5.2' x=nan x=inf x=1e999 'x==1'; do
    refuses "no value: $word" "leibniz: --at should be like x=1,y=2.5 and has \"$word\"" x --at "$word"
done

echo "# equal, different, unknown"
same="equal: both have the same canonical form"
proved="equal: proved by expanding both, wherever both are defined"
differ="different: at a point the values differ by more than rounding explains"
unknown="unknown: neither a proof nor a point where they differ was found"
# equal, differs and open TITLE A B: the verdict on two formulas.
equal() { title=$1; shift; prints "$title" "$proved" "$1" --equal "$2" --columns X,Y; }
open() { title=$1; shift; ends "$title" 3 "$unknown" "$1" --equal "$2" --columns X,Y; }
differs() {
    title=$1; shift
    run "$1" --equal "$2" --columns X,Y
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
differs "a root of a square" 'sqrt(x^2)' x
differs "half of the range" 'log(x - 5)' 'log(x - 5) + 1'
differs "a sum that is no mean" 'sum(X)' '2*mean(X)'
ends "the witness" 1 "$differ$newline  x = 0.65625, y = 0.484375, values 0.65625 and 0.484375" x --equal y
open "no rule for it" 'log(x*y)' 'log(x) + log(y)'
open "less than rounding" 'cos(x)' 'cos(x) + 0.000000000000000001*x'
open "no common domain" 'log(-1 - x^2)' x
open "a root outside its domain" 'sqrt(x)^2' 'sqrt(x^2)'
open "a root whose base may be negative" 'sqrt(x^n)' 'x^(n/2)'
open "no denominator" '1/(sin(x)^2 + cos(x)^2 - 1)' x
open "as many rows as you like" 'sum(X)' 'mean(X)'
open "as many rows as you like, of a number" 'sum(w + 0*X)' w
open "too large for a proof" '(x + y + z)^90' '(x + y + z)^89*(x + y + z + 0.000000000000000001)'
ends "JSON of a witness" 1 '{"formula": "x", "other": "-x", "verdict": "different", "reason": "at a point the values differ by more than rounding explains", "witness": {"x": 0.65625}, "values": [0.65625, -0.65625]}' \
    x --equal '-x' --json
ends "JSON of a proof" 0 '{"formula": "x", "other": "x", "verdict": "equal", "reason": "both have the same canonical form"}' x --equal x --json
echo '2*x' >input
prints "the other one from standard input" "$same" 'x^2' --wrt x --equal -
refuses "both from standard input" "leibniz: standard input holds one formula only; write the other one out" - --equal -
refuses "no formula to compare with" "formula: at character 3: a number, a name or ( expected, but the text ends$newline  x+$newline    ^" x --equal 'x+'
several="leibniz: --equal compares one formula; write --wrt with one symbol, or neither --wrt nor --order"
refuses "several derivatives to compare" "$several" 'x*y' --wrt x,y --equal x
refuses "an order of nothing" "$several" x --order 2 --equal x
refuses "--equal and --at" "leibniz: --at excludes --equal; $see" x --at x=1 --equal x
: >input

echo "# formulas that nobody should write"
if command -v awk >/dev/null; then
    # written N BEFORE MIDDLE AFTER: N times BEFORE, MIDDLE, N times AFTER into the file input.
    written() { awk -v n="$1" -v a="$2" -v m="$3" -v b="$4" 'BEGIN { while (i++ < n) printf "%s", a; printf "%s", m; i = 0; while (i++ < n) printf "%s", b; print "" }' >input; }
    # numbered N SEPARATOR: x1, x2, ...
    numbered() { awk -v n="$1" -v s="$2" 'BEGIN { for (i = 1; i <= n; ++i) printf "%sx%d", (i > 1 ? s : ""), i; print "" }' >input; }
    written 9999 '(' x ')'; survives "brackets" -
    written 40000 '(' x ')'; survives "more brackets than allowed" -
    written 9000 'sin(' x ')'; survives "functions of functions" -
    written 4000 'sin(' x ')'; survives "derivatives of functions of functions" - --order 3
    written 9999 - x ''; survives "signs" -
    written 9000 'x^' x ''; survives "powers of powers" -
    written 24000 '' x '/y/x'; survives "divisions" -
    written 9000 '(' x '+1)^2'; survives "squares of squares" -
    cp input other; survives "squares of squares, compared" - --equal "$(cut -c1-100 other | tr -d '(' | cut -d+ -f1)"
    numbered 14000 +; survives "a sum of thousands" -
    numbered 14000 '*'; survives "a product of thousands" -
    numbered 1500 '*'; survives "all derivatives of a product" -
    numbered 300 '*'; survives "all values of a product" - --at "$(sed 's/\*/=1,/g; s/$/=1/' input)"
    written 50000 '9' 9 '9'; survives "a number of many digits" -
    : >input
    survives "order 100" 'sin(exp(x*tanh(x)))' --order 100
    survives "a power of powers" '((((((x^x)^x)^x)^x)^x)^x)^x' --order 6
    survives "a large power" 'x^99999999999' --at x=2
    survives "no effort" 'x^2' --effort 1
    survives "large powers, compared" '(x + y)^1000' --equal '(x + y)^999*x'
    survives "long sums, compared" '(a + b + c + d + e + f)^12/(a - b + c)^9' --equal '(a + b)^40/(x + sqrt(y + sqrt(z)))^7'
    head -c 300000 /dev/urandom >input; survives "random bytes" -
    head -c 300000 /dev/zero >input; survives "zeros" -
    : >input
    (yes 'x +' | timeout 60 "$program" diff - >out 2>err) 2>/dev/null; code=$?
    reason=
    [ "$code" -eq 2 ] || reason="exit code $code"
    verdict "input without end" "$reason"
fi

echo "# help, terminals, and output that cannot be written"
for words in --help "diff --help" --version; do
    # shellcheck disable=SC2086
    "$program" $words >out 2>err; code=$?
    reason=
    [ "$code" -eq 0 ] && [ -s out ] && [ ! -s err ] || reason="exit code $code"
    verdict "leibniz $words" "$reason"
done
"$program" diff --help >out 2>err
for word in Examples: 'Exit codes:' --wrt --order --at --equal --json --columns --max-characters --max-depth --effort; do
    reason=
    grep -qF -e "$word" out || reason="not in the help"
    verdict "--help explains $word" "$reason"
done
"$program" >out 2>err; code=$?
reason=
[ "$code" -eq 2 ] && [ "$(wc -l <err)" -eq 1 ] || reason="exit code $code"
verdict "no command" "$reason"
run "$loss" --at w=1,x=2,y=4,b=0
reason=
! grep -q "$(printf '\033')" out || reason="control characters in the output"
verdict "no colours where no terminal is" "$reason"
if script -qec true /dev/null >/dev/null 2>&1; then     # util-linux; its -c runs a shell command
    escape=$(printf '\033')
    TERM=xterm script -qec "'$program' diff 'x^2'" /dev/null >out 2>err </dev/null
    reason=
    grep -qF "${escape}[36md/dx${escape}[0m = 2*x" out || reason="no colours"
    verdict "colours on a terminal" "$reason"
    for setting in NO_COLOR=1 TERM=dumb; do
        env TERM=xterm "$setting" script -qec "'$program' diff 'x^2'" /dev/null >out 2>err </dev/null
        reason=
        ! grep -q "$escape" out || reason="colours"
        grep -q 'd/dx = 2' out || reason="no output"
        verdict "none with $setting" "$reason"
    done
else
    echo "skip  no program 'script' that could provide a terminal"
fi
if [ -w /dev/full ]; then
    "$program" diff x >/dev/full 2>err; code=$?
    : >out
    reason=
    [ "$code" -eq 2 ] && [ "$(cat err)" = "leibniz: standard output cannot be written" ] || reason="exit code $code"
    verdict "a full disk is an error" "$reason"
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
