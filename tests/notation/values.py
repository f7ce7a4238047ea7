"""values.py numpy|sympy FILE: whether the formulas of FILE have the values that stand beside them.

Ends with 77 where the package, or all that a formula needs of it, is missing."""
import math
import sys


def missing(what):
    print("skipped: there is no " + what)
    sys.exit(77)


language, path = sys.argv[1:]
checks = failures = 0
names = {}


def check(formula, symbols, expected):
    global checks, failures
    got = evaluate(formula, symbols)
    checks += 1
    if abs(got - expected) <= 1e-12 * max(1, abs(expected)):
        return
    failures += 1
    print(formula, symbols, "is", got, "and not", expected)


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
        def xlogy(u, v):
            return np.where(u == 0, 0, u * np.log(v))

    def evaluate(formula, symbols):
        values = {name: np.array([value, value]) for name, value in symbols.items()}
        if "np.sum(" in formula or "np.mean(" in formula:
            values = {name: np.array([value]) for name, value in symbols.items()}
        return float(np.ravel(eval(formula, {"np": np, "special": special}, values))[0])
else:
    try:
        import sympy
    except ImportError:
        missing("sympy")
    exec("from sympy import *", names)

    def evaluate(formula, symbols):
        exact = {name: sympy.Symbol(name, real=True) for name in symbols}
        formula = eval(formula, dict(names), exact)
        return float(sympy.sympify(formula).subs({exact[n]: value for n, value in symbols.items()}).evalf(17))


with open(path, encoding="utf-8") as lines:
    exec(lines.read())
print(checks, "formulas,", failures, "differ")
sys.exit(failures != 0 or checks < 100)
