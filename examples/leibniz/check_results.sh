# What leibniz diff prints: read by check.sh.

echo "# derivatives"
prints "by two symbols" "d/dw = 2*x*(w*x + b - y)${newline}d/db = 2*(w*x + b - y)" "$loss" --wrt w,b
prints "by all, in the order of the formula" "d/dy = x${newline}d/dx = y" 'y*x'
prints "the second" "d^2/dx^2 = -sin(x)" 'sin(x)' --order 2
prints "a symbol that cancels" "d/dx = 0" 'x - x'
prints "spaces in lists" "d/db = 1${newline}d/da = 1" 'a + b' --wrt ' b , a '
prints "lists over several options" "f = w*x = 6${newline}d/dw = x = 2${newline}d/dx = w = 3" 'w*x' --wrt w --wrt x --at w=3 --at x=2
prints "columns over several options" "d/dx = y" 'sum(x*y)' --wrt x --columns x --columns y
prints "an equals sign" "d/db = 1" 'a + b' --wrt=b
prints "a formula that begins with a sign" "d/dx = -2*x" '-x^2'
prints "the same behind --" "d/dx = -2*x" -- '-x^2'
prints "two signs behind --" "d/dx = 1" -- '--x'
prints "names beyond ASCII" "d/dα = cos(α)" 'sin(α)'
prints "columns" "d/dw = 2*mean(x*(w*x - y))" 'mean((w*x - y)^2)' --columns x,y
prints "by a column" "d/dx = cos(x)" 'sin(x)' --columns x --wrt x
prints "mixed" "d/dy d/dx = 6*x^2*y" 'x^3*y^2' --mixed x,y
prints "mixed, in Unicode" "∂³/∂y∂x² = 12·x·y" 'x^3*y^2' --mixed x,x,y --unicode
prints "mixed, in LaTeX" '\frac{\partial^{3}}{\partial y\,\partial x^{2}} = 12\,x\,y' 'x^3*y^2' --mixed x,x,y --latex
prints "mixed, in Python" "d3f_dydx2 = 12*x*y" 'x^3*y^2' --mixed x,x,y --python
prints "a definition and a comment" "d/dc = a^2${newline}d/da = 2*a*c" 'k := a^2; c*k  # of second order' --wrt c,a

echo "# replacements, assumptions, operations"
prints "a formula in place of a name" "d/da = 2*w*(a + b)" 'w*x^2' --substitute 'x=a+b' --wrt a
prints "all at once" "d/dy = 1${newline}d/dx = -2*x" 'x - y^2' --substitute 'x=y, y=x'
prints "commas within brackets, several options" "d/da = -2*a/hypot(a, b)" 'x*y*z' --substitute 'x=hypot(a,b),z=-1' --substitute 'y=2' --wrt a
prints "a column in place of a symbol" "d/dw = mean(t)" 'w*x' --substitute 'x=mean(t)' --columns t --wrt w
prints "a column that is replaced" "d/dw = mean(a)" 'mean(w*t)' --substitute 't=a' --columns t --wrt w
prints "conditions" "d/dx = 1${newline}assumes x > 0" 'exp(log(x))' --assumptions
prints "no conditions" "d/dx = 1${newline}assumes nothing" 'x' --assumptions
prints "of what a replacement has become" "d/dt = 1${newline}assumes t < 1" '2*t + x/x + exp(log(x))' --substitute 'x=1-t' --assumptions --wrt t
prints "the work" "d/dx = y*exp(x*y)${newline}takes 2 multiplications, 1 exp, 5 nodes, depth 3" 'exp(x*y)' --wrt x --operations
shows_about='{"formula": "x", "derivatives": {"x": "1"}, "assumptions": ["x > 0"], "operations": {"additions": 0, "multiplications": 0, "divisions": 0, "calls": {}, "nodes": 2, "depth": 0}}'
prints "both as JSON" "$shows_about" 'exp(log(x))' --json --assumptions --operations

echo "# Hessians and Jacobians"
# shows TITLE TEXT ARGS...: the same without the command diff before them.
shows() {
    title=$1 text=$2; shift 2
    limited "$program" "$@" >out 2>err
    code=$?
    expects "$title" 0 "$text" ''
}
shows "a Hessian" "d^2/dx^2 = 6*x*y^2${newline}d/dx d/dy = 6*x^2*y${newline}d^2/dy^2 = 2*x^3" hessian 'x^3*y^2' --wrt x,y
shows "the same behind diff" "d^2/dx^2 = 6*x*y^2${newline}d/dx d/dy = 6*x^2*y${newline}d^2/dy^2 = 2*x^3" diff 'x^3*y^2' --hessian
shows "with values" "f = x^2*y = 2${newline}d^2/dx^2 = 2*y = 4${newline}d/dx d/dy = 2*x = 2${newline}d^2/dy^2 = 0 = 0" hessian 'x^2*y' --at x=1,y=2
shows "a Hessian as JSON" '{"formula": "x^3*y", "hessian": {"x,x": "6*x*y", "x,y": "3*x^2", "y,y": "0"}, "value": 2, "numbers": {"x,x": 12, "x,y": 3, "y,y": 0}}' hessian 'x^3*y' --json --at x=1,y=2
shows "a Jacobian" "f1 = x*y${newline}d/dx f1 = y${newline}d/dy f1 = x${newline}f2 = y + sin(x)${newline}d/dx f2 = cos(x)${newline}d/dy f2 = 1" jacobian 'x*y' 'sin(x) + y' --wrt x,y
shows "a Jacobian as JSON" '{"formulas": ["x*y", "x"], "jacobian": [{"x": "y", "y": "x"}, {"x": "1", "y": "0"}]}' jacobian 'x*y' x --json
shows "a Hessian and its conditions" "d^2/dx^2 = 6*x${newline}assumes y != 0${newline}takes 3 multiplications, 5 nodes, depth 2" hessian 'x^3*y/y' --wrt x --assumptions --operations
shows "a Jacobian and its conditions" '{"formulas": ["x", "x"], "jacobian": [{"x": "1"}, {"x": "1"}], "assumptions": ["y != 0", "x > 0"]}' jacobian 'x*y/y' 'exp(log(x))' --json --assumptions --wrt x
shows "a Jacobian in C" "/* out[0] = x*y,
   out[1] = x,
   out[2] = d/dx f1,
   out[3] = d/dx f2 */
#include <math.h>

void f(double x, double y, double *out) {
    out[0] = x*y;
    out[1] = x;
    out[2] = y;
    out[3] = 1.0;
}" jacobian 'x*y' x --wrt x --c

echo "# shared parts"
prints "a gradient" "t1 = sigmoid(w*x + b)
t2 = t1*(1 - t1)*(t1 - y)
d/dw = 2*t2*x
d/db = 2*t2" '(sigmoid(w*x + b) - y)^2' --wrt w,b --shared
prints "a definition keeps its name" "k = exp(x)${newline}d/dx = k*(k*cos(k) + sin(k))" 'k := exp(x); k*sin(k)' --shared
prints "no such parts" "d/dx = 2*x" 'x^2' --shared
prints "the second" "t1 = exp(x)${newline}d^2/dx^2 = t1*x + 2*t1" 'x*exp(x)' --order 2 --shared
prints "mixed, in Unicode" "t₁ = exp(x·y)${newline}∂²/∂y∂x = t₁·x·y + t₁" 'exp(x*y)' --mixed x,y --shared --unicode
prints "in LaTeX" '\begin{aligned}
t_{1} &= \exp(x) \\
\frac{\partial}{\partial x} &= t_{1}\,x + t_{1}
\end{aligned}' 'x*exp(x)' --shared --latex
prints "a formula of lines" "k = a*x${newline}d/dx = 2*a*k" "k = a*x${newline}k^2" --wrt x --shared
shows "a Hessian" "t1 = exp(x*y)${newline}d^2/dx^2 = t1*y^2${newline}d/dx d/dy = t1*x*y + t1${newline}d^2/dy^2 = t1*x^2" hessian 'exp(x*y)' --shared
shows "a Jacobian in Python" "t1 = np.exp(x)${newline}f1 = t1${newline}f2 = t1*y${newline}df1_dx = t1${newline}df2_dx = t1*y" jacobian 'exp(x)' 'y*exp(x)' --wrt x --shared --python
if command -v python3 >/dev/null; then
    run 'exp(x*y)*sin(exp(x*y))' --sympy --shared
    reason=
    python3 -c "
from math import exp, sin, cos
x, y = 0.5, 0.25
exec(open('out').read())
e = exp(x*y)
assert abs(df_dx - y*e*(sin(e) + e*cos(e))) < 1e-14 and abs(df_dy - x*e*(sin(e) + e*cos(e))) < 1e-14" 2>err || reason="other values"
    verdict "run by python3" "$reason"
fi
written=$(awk 'BEGIN { u = "x"; for (i = 1; i <= 12; ++i) { printf "u%d := where(%s < a, sin(%s*w), %s^2); ", i, u, u, u; u = "u" i }; print u "*2" }')
run "$written" --wrt w --shared
reason=
[ "$code" -eq 0 ] && [ "$(wc -c <out)" -lt 6000 ] && grep -q '^u11 = where(' out || reason="exit code $code"
verdict "twelve choices deep" "$reason"
refuses "without them" "notation: the formula has more than 1000000 characters; add --shared" "$written" --wrt w

echo "# several formulas"
prints "two" "f1 = x^2${newline}d/dx f1 = 2*x${newline}f2 = sin(y)${newline}d/dy f2 = cos(y)" 'x^2' 'sin(y)'
prints "with values" "f1 = x^2 = 9${newline}d/dx f1 = 2*x = 6${newline}f2 = -x = -3${newline}d/dx f2 = -1 = -1" 'x^2' '-x' --at x=3
prints "as Unicode" "f₁ = x²${newline}∂f₁/∂x = 2·x${newline}f₂ = −x${newline}∂f₂/∂x = −1" 'x^2' '-x' --unicode
prints "with shared parts" "d/dx f1 = 2*x${newline}t1 = exp(x)${newline}d/dx f2 = t1*x + t1" 'x^2' 'x*exp(x)' --shared
shows "two Hessians" "f1 = x^3${newline}d^2/dx^2 f1 = 6*x${newline}f2 = x${newline}d^2/dx^2 f2 = 0" hessian 'x^3' x
ends "compared" 1 "f1: equal${newline}f2: different at x = 3: 9 and 6" '2*x' 'x^2' --equal 'x + x'
printf 'x^2\n\n# a comment\n  y*z  # another\r\n' >input
prints "lines" '{"formula": "x^2", "derivatives": {"x": "2*x"}}
{"formula": "y*z", "derivatives": {"y": "z", "z": "y"}}' - --lines --json
printf 'x^2\nsin(\ny\n' >input
run - --lines
expects "a line that is no formula" 2 "f1 = x^2${newline}d/dx f1 = 2*x${newline}f3 = y${newline}d/dy f3 = 1" \
    "f2: formula: at character 5: a number, a name or ( expected, but the text ends${newline}  sin(${newline}      ^"
: >input
prints "no lines" "" - --lines

echo "# values"
prints "at a point" "f = $loss = 4${newline}d/dw = 2*x*(w*x + b - y) = -8${newline}d/db = 2*(w*x + b - y) = -4" \
    "$loss" --wrt w,b --at w=1,x=2,y=4,b=0
prints "signs, exponents and spaces" "f = x*y = -0.0025${newline}d/dx = y = 0.0025${newline}d/dy = x = -1" 'x*y' --at ' x = -1 , y=+2.5e-3'
prints "a formula of numbers" "f = x^2 + y = 3.8816146626454344${newline}d/dx = 2*x = 3.141592653589793${newline}d/dy = 1 = 1" 'x^2 + y' --at 'x=pi/2, y=sqrt(2)'
prints "a fraction" "f = x = 0.3333333333333333${newline}d/dx = 1 = 1" x --at x=1/3
prints "where there is no value" "f = log(x) = -inf${newline}d/dx = 1/x = inf" 'log(x)' --at x=0

prints "no number has no sign" "f = log(x) = nan${newline}d/dx = 1/x = -1" 'log(x)' --at x=-1

echo "# standard input"
printf '%s\n' "$loss" >input
prints "one line" "d/db = 2*(w*x + b - y)" - --wrt b
printf 'x\n  * y\r\n' >input
prints "several lines" "d/dx = y${newline}d/dy = x" -
: >input
refuses "nothing" "formula: at character 1: a number, a name or ( expected, but the text ends$newline  $newline  ^" -

printf '\357\273\277x^2\n' >input
prints "behind a byte-order mark" "d/dx = 2*x" -
"$program" diff - >out 2>err </tmp; code=$?
reason=
[ "$code" -eq 2 ] && [ ! -s out ] && [ "$(cat err)" = "leibniz: standard input cannot be read" ] || reason="exit code $code"
verdict "a folder" "$reason"
"$program" diff - >out 2>err <&-; code=$?
reason=
[ "$code" -eq 2 ] && [ ! -s out ] && [ "$(cat err)" = "leibniz: standard input cannot be read" ] || reason="exit code $code"
verdict "a closed one" "$reason"

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

echo "# what was printed reads back"
# Lines such as d/dx = 2*x = 6: the formula is read and printed again.
texts=0 reason=
while read -r line; do
    text=${line#* = }
    text=${text%% = *}
    run --json --columns x,y -- "$text + 0*(q + x + y)"
    texts=$((texts + 1))
    case $(cat out) in "{\"formula\": \"$text\","*) ;; *) reason="${reason:+$reason, }$text" ;; esac
done <printed
[ "$texts" -ge 20 ] || reason="${reason:+$reason, }only $texts texts"
verdict "$texts formulas" "$reason"
