# Vectors and matrices: read by check.sh.

echo "# vectors and matrices"
squares='norm2(W*x - y)^2'
prints "a gradient by matrices and vectors" "d/dW = 2*(W*x - y)*x'${newline}d/dx = 2*W'*(W*x - y)" "$squares" --shape W=m,n --shape x=n --shape y=m --wrt W,x
prints "by all" "d/dK = inv(K) - inv(K)*x*x'*inv(K)${newline}d/dx = 2*inv(K)*x" "logdet(K) + x'*inv(K)*x" --shape K=n,n,symmetric --shape x=n
prints "sizes that are numbers" "f = sum(x) + 3${newline}d/dx = ones(3)" 'sum(x) + sum(ones(3))' --shape x=3 --expand
prints "a size is no symbol" "d/dx = ones(n)/n" 'sum(x)/n' --shape x=n
prints "a Jacobian of a vector" "d/dx = W" 'W*x' --shape W=m,n --shape x=n --wrt x
prints "the second derivative" "d^2/dx^2 = 2*W'*W" "$squares" --shape W=m,n --shape x=n --shape y=m --wrt x --order 2
prints "a mixed derivative" "d/dy d/dx = -2*W'" "$squares" --shape W=m,n --shape x=n --shape y=m --mixed x,y
prints "multiplied out" "f = x'*W'*W*x - 2*y'*W*x + norm2(y)^2${newline}d/dy = 2*y - 2*W*x" "$squares" --shape W=m,n --shape x=n --shape y=m --wrt y --expand
prints "Unicode" "∂/∂W = 2·(W·x − y)·xᵀ" "$squares" --shape W=m,n --shape x=n --shape y=m --wrt W --unicode
prints "LaTeX" '\frac{\partial}{\partial W} = 2\,(W\,x - y)\,x^\top' "$squares" --shape W=m,n --shape x=n --shape y=m --wrt W --latex
prints "Python" "df_dW = 2*np.outer(W @ x - y, x)" "$squares" --shape W=m,n --shape x=n --shape y=m --wrt W --python
prints "SymPy" "df_dW = 2*(W*x - y)*x.T" "$squares" --shape W=m,n --shape x=n --shape y=m --wrt W --sympy
prints "JSON" "{\"formula\": \"norm2(x)^2\", \"derivatives\": {\"x\": \"2*x\"}}" 'norm2(x)^2' --shape x=n --json
prints "shared parts" "t1 = W*x - y${newline}d/dW = 2*t1*x'${newline}d/dx = 2*W'*t1${newline}d/dy = -2*t1" "$squares" --shape W=m,n --shape x=n --shape y=m --shared
run 'norm2(x)^2' --shape x=n --dot
reason=
[ "$code" -eq 0 ] && grep -q 'label="n x 1"' out || reason="exit code $code"
verdict "Graphviz" "$reason"
limited "$program" hessian "$squares" --shape W=m,n --shape x=n --shape y=m --wrt x,y >out 2>err
code=$?
expects "a Hessian" 0 "d^2/dx^2 = 2*W'*W${newline}d/dx d/dy = -2*W'${newline}d^2/dy^2 = 2*eye(m)" ''
limited "$program" jacobian 'W*x' 'sin(W*x)' --shape W=m,n --shape x=n --wrt x >out 2>err
code=$?
expects "a Jacobian of two vectors" 0 "f1 = W*x${newline}d/dx f1 = W${newline}f2 = sin(W*x)${newline}d/dx f2 = diag(cos(W*x))*W" ''
refuses "what does not fit" \
    "formula: at character 7: *: the columns of the left factor must be the rows of the right one; transpose one of them, or give both dimensions one name (W is m x n, y is m x 1)$newline  norm2(W*y)$newline        ^^^" \
    'norm2(W*y)' --shape W=m,n --shape y=m
refuses "a power of a matrix" "formula: at character 4: ^: of a matrix; write A*A, or A.^2 entry by entry (A is n x n)$newline  tr(A^2)$newline     ^" 'tr(A^2)' --shape A=n,n
refuses "a derivative that is no matrix" \
    "diff, hessian: this derivative has more than two indices and is no matrix; differentiate a number, or by a number (W*x is m x 1, W is m x n)" \
    'W*x' --shape W=m,n --shape x=n --wrt W
refuses "a shape of nothing" 'leibniz: --shape: the formula has no symbol "W"; it has x' 'norm2(x)' --shape W=m,n
refuses "no shape" 'leibniz: --shape should be like W=m,n, x=n or K=n,n,symmetric and has "W=m,,n"' 'norm2(W)' --shape W=m,,n
refuses "two shapes" "shapes: x has two shapes" 'norm2(x)' --shape x=n --shape x=m
refuses "values" "leibniz: --at excludes --shape; $see" 'norm2(x)' --shape x=n --at x=1
refuses "of numbers only" "simplify: of numbers; formulas of vectors and matrices that are read at run time have printed forms, ==, expand and derivatives" 'norm2(x)' --shape x=n --simplify
