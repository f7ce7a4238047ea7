# How leibniz diff writes formulas for other programs: read by check.sh.

echo "# other forms"
greek='(w1*θ + b)^2'
prints "Unicode" "∂/∂w₁ = 2·θ·(w₁·θ + b)${newline}∂/∂θ = 2·w₁·(w₁·θ + b)" "$greek" --wrt w1,θ --unicode
prints "Unicode, the twelfth" "∂¹²/∂x¹² = 4096·exp(2·x)" 'exp(2*x)' --order 12 --unicode
prints "LaTeX" '\frac{\partial}{\partial w_{1}} = 2\,\theta\,(w_{1}\,\theta + b)' "$greek" --wrt w1 --latex
prints "LaTeX, the second" '\frac{\partial^{2}}{\partial \theta^{2}} = 2\,w_{1}^{2}' "$greek" --wrt θ --order 2 --latex
prints "MathML" '<math><mfrac><mo>∂</mo><mrow><mo>∂</mo><mrow><mi>x</mi></mrow></mrow></mfrac><mo>=</mo><mn>2</mn><mo rspace="0.17em">&#8290;</mo><mi>x</mi></math>' 'x^2' --mathml
prints "MathML, the second" '<math><mfrac><msup><mo>∂</mo><mn>2</mn></msup><mrow><mo>∂</mo><msup><mrow><mi>x</mi></mrow><mn>2</mn></msup></mrow></mfrac><mo>=</mo><mn>2</mn></math>' 'x^2' --order 2 --mathml
prints "Python" "df_dtheta = np.cos(theta)" 'sin(θ)' --python
prints "SymPy" "d2f_dx2 = -1/(4*x**Rational(3, 2))" 'sqrt(x)' --order 2 --sympy
prints "LaTeX in JSON" '{"formula": "\\theta^{2}", "derivatives": {"θ": "2\\,\\theta"}}' 'θ^2' --json --latex
prints "C" "/* out[0] = x*y,
   out[1] = d/dy */
#include <math.h>

void f(double x, double y, double *out) {
    out[0] = x*y;
    out[1] = x;
}" 'x*y' --wrt y --c
run 'x^2' --dot
reason=
[ "$code" -eq 0 ] && [ "$(head -n 1 out)" = "digraph {" ] && grep -q 'r1 \[label=' out || reason="exit code $code"
verdict "Graphviz" "$reason"
prints "the graph as JSON" '{"nodes": [
  {"op": "number", "number": "1"},
  {"op": "symbol", "name": "x"},
  {"op": "call", "function": "exp", "operands": [1]}
], "results": [2, 2]}' 'exp(x)' --graph
if command -v python3 >/dev/null; then
    run 'x^3*y - y/x' --sympy
    reason=
    python3 -c "x, y = 2, 3; exec(open('out').read()); assert df_dx == 3*x**2*y + y/x**2 and df_dy == x**3 - 1/x" 2>err || reason="other values"
    verdict "run by python3" "$reason"
fi
if command -v cc >/dev/null; then
    run 'exp(-lambda)*(w*θ + b)^2' --wrt w,lambda --c
    printf '#include <stdio.h>\nint main(void) { double out[3]; f(1, 0, 2, 3, out); printf("%%g %%g %%g", out[0], out[1], out[2]); return 0; }\n' >>out
    mv out f.c
    reason=
    cc -std=c99 -Wall -Wextra -Werror f.c -o f -lm 2>err >out && ./f >out || reason="no C"
    [ "$(cat out)" = "49 42 -49" ] || reason="${reason:+$reason, }expected: 49 42 -49"
    verdict "compiled by a C compiler" "$reason"
fi
prints "steps" 'L = (w·x − y)²
u = w·x − y
∂L/∂u = 2u
∂u/∂w = x
∂L/∂w = ∂L/∂u · ∂u/∂w = 2·x·(w·x − y)

L = (w·x − y)²
u = w·x − y
∂L/∂u = 2u
∂u/∂y = −1
∂L/∂y = ∂L/∂u · ∂u/∂y = −2·(w·x − y)' '(w*x - y)^2' --wrt w,y --steps
prints "every rule" '∂/∂x sin(x²) = cos(x²) · ∂/∂x x²    [chain rule: ∂/∂u sin(u) = cos(u), u = x²]
  ∂/∂x x² = 2x    [power rule: ∂/∂u u² = 2u, u = x]
= 2·x·cos(x²)' 'sin(x^2)' --every-rule
refuses "steps of a second derivative" "leibniz: steps are shown for first derivatives only; leave --order out" 'x^3' --order 2 --steps
refuses "two forms" "leibniz: --latex excludes --dot; $see" x --latex --dot
refuses "C of rows" "leibniz: --c writes a function of one row, and the formula has a sum or mean over rows" 'mean(x)' --c
refuses "a form of a comparison" "leibniz: --equal excludes --latex; $see" x --equal x --latex
refuses "a form with values" "leibniz: --at excludes --latex; $see" x --at x=1 --latex
