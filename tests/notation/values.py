"""values.py numpy|sympy FILE: whether the formulas of FILE have the values that stand beside them.

Ends with 77 where the package, or all that a formula needs of it, is missing."""
import math
import sys


def missing(what):
    print("skipped: there is no " + what)
    sys.exit(77)


language, path = sys.argv[1:]
checks = failures = beyond = 0
names = {}


def check(formula, symbols, expected):
    global checks, failures, beyond
    got = evaluate(formula, symbols)
    if got is None:
        beyond += 1
        return
    checks += 1
    if abs(got - expected) <= 1e-12 * max(1, abs(expected)):
        return
    failures += 1
    print(formula, symbols, "is", got, "and not", expected)


def check_lines(lines, symbols, expected):
    """Assignments, the last of which are results."""
    for name, value in expected.items():
        check(lines + "\n" + name, symbols, value)


def check_arrays(formula, symbols, expected):
    """A formula of vectors and matrices, which are lists of rows; sizes are whole numbers."""
    global checks, failures
    checks += 1
    flat = [value for row in expected for value in row]
    try:
        got = [float(value) for value in flattened(arrays(formula, symbols))]
    except Exception as error:
        failures += 1
        print(formula, "fails:", type(error).__name__, error)
        return
    if len(got) == len(flat) and all(abs(g - e) <= 1e-9 * max(1, *map(abs, flat)) for g, e in zip(got, flat)):
        return
    failures += 1
    print(formula, "is", got, "and not", flat)


def flattened(value):
    if hasattr(value, "tolist"):
        value = value.tolist()
    return [entry for part in value for entry in flattened(part)] if isinstance(value, list) else [value]


if language == "numpy":
    try:
        import numpy as np
    except ImportError:
        missing("numpy")
    np.seterr(all="ignore")

    class special:  # what scipy.special has, of the functions here
        erf, erfc = np.vectorize(math.erf), np.vectorize(math.erfc)
        gamma, gammaln = np.vectorize(math.gamma), np.vectorize(math.lgamma)

        @staticmethod
        def ndtr(u):
            return special.erfc(-u / np.sqrt(2)) / 2

        @staticmethod
        def logit(u):
            return np.log(u / (1 - u))

        @staticmethod
        def exprel(u):
            return np.where(u == 0, 1, np.expm1(u) / u)

        @staticmethod
        def hyp1f1(a, b, u):  # DLMF 13.2.2
            term = total = 1
            for k in range(60):
                term = term * (a + k) / (b + k) * u / (k + 1)
                total = total + term
            return total

        @staticmethod
        def spherical_jn(n, u):  # DLMF 10.53.1
            n = int(np.max(n))
            term = total = 1
            for k in range(1, 40):
                term = -term * u * u / (2 * k * (2 * n + 2 * k + 1))
                total = total + term
            return total * u**n / math.prod(range(1, 2 * n + 2, 2))

        @staticmethod
        def xlogy(u, v):
            return np.where(u == 0, 0, u * np.log(v))

        @staticmethod
        def digamma(u):  # DLMF 5.5.2 up to 12, then 5.11.2
            shift = 0
            while np.min(u) < 12:
                shift, u = shift - 1 / u, u + 1
            return shift + np.log(u) - 1 / (2 * u) - sum(b / (2 * k * u**(2 * k)) for k, b in special.bernoulli)

        @staticmethod
        def polygamma(n, u):  # the derivative of order n of that
            n = int(np.max(n))
            if n == 0:
                return special.digamma(u)
            fact, sign = math.factorial, (-1)**(n + 1)
            total = 0
            while np.min(u) < 12:
                total, u = total + fact(n) / u**(n + 1), u + 1
            tail = sum(b * fact(2 * k + n - 1) / fact(2 * k) / u**(2 * k + n) for k, b in special.bernoulli)
            return sign * (total + fact(n - 1) / u**n + fact(n) / (2 * u**(n + 1)) + tail)

        @staticmethod
        def logsumexp(u):
            return np.max(u) + np.log(np.sum(np.exp(u - np.max(u))))

        @staticmethod
        def softmax(u):
            return np.exp(u - special.logsumexp(u))

        bernoulli = ((1, 1 / 6), (2, -1 / 30), (3, 1 / 42), (4, -1 / 30), (5, 5 / 66), (6, -691 / 2730), (7, 7 / 6), (8, -3617 / 510))

    def arrays(formula, symbols):
        """Vectors are arrays of one dimension."""
        values = {}
        for name, value in symbols.items():
            rows = np.array(value)
            values[name] = value if rows.ndim == 0 else rows[0, 0] if rows.size == 1 else np.ravel(rows) if 1 in rows.shape else rows
        return np.array(eval(formula, {"np": np, "special": special}, values))

    def evaluate(formula, symbols):
        values = {name: np.array([value, value]) for name, value in symbols.items()}
        if "np.sum(" in formula or "np.mean(" in formula:
            values = {name: np.array([value]) for name, value in symbols.items()}
        *lines, formula = formula.split("\n")
        exec("\n".join(lines), {"np": np, "special": special}, values)
        return float(np.ravel(eval(formula, {"np": np, "special": special}, values))[0])
else:
    try:
        import sympy
    except ImportError:
        missing("sympy")
    exec("from sympy import *", names)

    def arrays(formula, symbols):
        values = {}
        for name, value in symbols.items():
            if isinstance(value, list):
                value = value[0][0] if len(value) == len(value[0]) == 1 else sympy.ImmutableMatrix(value)
            values[name] = value
        result = explicit(sympy.sympify(eval(formula, dict(names), values)))
        return result.evalf(17).tolist() if hasattr(result, "tolist") else [result.evalf(17)]

    def explicit(e):
        """With traces and determinants of matrices of numbers worked out, which doit() leaves beside OneMatrix and applyfunc."""
        if isinstance(e, sympy.Trace):
            return explicit(e.arg).trace()
        if isinstance(e, sympy.Determinant):
            return explicit(e.arg).det()
        if isinstance(e, sympy.MatrixBase):
            return e.applyfunc(explicit)
        if not e.args:
            return e
        e = e.func(*map(explicit, e.args))
        return e.doit().as_explicit() if isinstance(e, sympy.MatrixExpr) else e

    def evaluate(formula, symbols):
        exact = {name: sympy.Symbol(name, real=True) for name in symbols}
        *lines, formula = formula.split("\n")
        values = dict(exact)
        exec("\n".join(lines), dict(names), values)
        formula = sympy.sympify(eval(formula, dict(names), values))
        if all(value != 0 for value in symbols.values()):  # SymPy 1.14 gives jn of odd order the wrong sign left of 0; its sin and cos do not
            formula = formula.replace(sympy.jn, lambda n, u: sympy.expand_func(sympy.jn(n, u)))
        try:
            value = formula.subs({exact[n]: value for n, value in symbols.items()}).evalf(17)
        except TypeError as error:  # log(0) is complex infinity there, which no comparison takes
            if "comparison of non-real" not in str(error):
                raise
            return None
        return float(value) if value.is_real or not value.is_number else None  # through complex numbers: not the reals' formula


with open(path, encoding="utf-8") as lines:
    exec(lines.read())
print(checks, "formulas,", failures, "differ;", beyond, "beyond the reals")
sys.exit(failures != 0 or checks < 100 or beyond > checks // 50)
