"""Functions that mpmath does not have, or not to the digits asked for, and derivatives of some."""

import math
from fractions import Fraction
from itertools import combinations_with_replacement

from mpmath import (besselj, bessely, erfc, euler, exp, fabs, floor, gamma, ln, loggamma, mp, mpf, pi, sign, sqrt,
                    workdps)

from digits import NONE


def rational(x):
    s, mantissa, exponent, _ = x._mpf_
    return Fraction(-mantissa if s else mantissa) * Fraction(2) ** exponent


def fmod_quotient(x, y):
    return math.trunc(rational(x) / rational(y))


def round_half_away(x):
    return sign(x) * floor(fabs(x) + mpf(0.5))


def cbrt(x):
    return sign(x) * fabs(x) ** (mpf(1) / 3)


def sigmoid(x):
    return 1 / (1 + exp(-x))


def log_abs_gamma(x):
    return ln(fabs(gamma(x))) if fabs(x) < 1000 else loggamma(x).real


def normal_density(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def normal_distribution(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def bessel_j(n, x):
    return besselj(int(n), x)


def bessel_y(n, x):
    """DLMF 10.8.1 for moderate x; mpmath's own function takes seconds there."""
    n = int(n)
    if n < 0:
        return (-1) ** n * bessel_y(-n, x)
    if x > 150:
        return bessely(n, x)
    with workdps(mp.dps + int(x) + 20):
        q, half = x * x / 4, x / 2
        total = 2 * ln(half) * besselj(n, x)
        total -= half ** -n * sum(mpf(math.factorial(n - k - 1)) / math.factorial(k) * q ** k for k in range(n))
        k, harmonic = 0, sum((mpf(1) / j for j in range(1, n + 1)), mpf(0)) - 2 * euler
        factor = half ** n / math.factorial(n)
        while True:
            total -= factor * harmonic
            if fabs(factor * harmonic) < mpf(10) ** -(mp.dps + 5) * min(fabs(total), 1) and k > x:
                break
            k += 1
            factor *= -q / (k * (n + k))
            harmonic += mpf(1) / k + mpf(1) / (n + k)
        return total / pi


def bessel_i(n, x):
    """DLMF 10.25.2; mpmath's own function takes seconds of many digits."""
    n, q = abs(int(n)), x * x / 4
    if x == 0:
        return 1 if n == 0 else 0
    total, k, term = mpf(0), 0, (x / 2) ** n / math.factorial(n)
    while fabs(term) > mpf(10) ** -(mp.dps + 5) * fabs(total):
        total += term
        k += 1
        term *= q / (k * (k + n))
    return total


def bessel_k(n, x):
    """DLMF 10.31.1; mpmath's own function takes seconds of many digits."""
    n = abs(int(n))
    with workdps(mp.dps + int(x) + 20):
        q, half = x * x / 4, x / 2
        total = (-1) ** (n + 1) * ln(half) * bessel_i(n, x)
        total += half ** -n / 2 * sum(mpf(math.factorial(n - k - 1)) / math.factorial(k) * (-q) ** k for k in range(n))
        k, harmonic = 0, sum((mpf(1) / j for j in range(1, n + 1)), mpf(0)) - 2 * euler
        factor = (-1) ** n * half ** n / math.factorial(n) / 2
        while True:
            total += factor * harmonic
            if fabs(factor * harmonic) < mpf(10) ** -(mp.dps + 5) and k > x:
                break
            k += 1
            factor *= q / (k * (k + n))
            harmonic += mpf(1) / k + mpf(1) / (k + n)
    return +total


def weights(*xs):
    """exp(x) over the sum of all, without overflow of exponents."""
    return [1 / sum(exp(other - x) for other in xs) for x in xs]


def logsumexp(*xs):
    top = max(xs)
    return top + ln(sum(exp(x - top) for x in xs))


def logsumexp_second(*xs):
    w = weights(*xs)
    return tuple(w[i] * (sum(w[:i] + w[i + 1:]) if i == j else -w[j])
                 for i, j in combinations_with_replacement(range(len(xs)), 2))


def softmax_first(*xs):
    """Derivatives of the first weight p: p (1 - p) by its own argument, -p q by the argument of weight q."""
    w = weights(*xs)
    return tuple(w[0] * (sum(w[1:]) if i == 0 else -w[i]) for i in range(len(xs)))


def softmax_second(*xs):
    w = weights(*xs)

    def entry(i, j):
        others = sum(w[1:])
        if i == j == 0:
            return w[0] * others * (others - w[0])
        if i == 0:
            return w[0] * w[j] * (w[0] - others)
        rest = sum(w[:i] + w[i + 1:])
        return w[0] * w[i] * (w[i] - rest if i == j else 2 * w[j])
    return tuple(entry(i, j) for i, j in combinations_with_replacement(range(len(xs)), 2))


def power_first(x, y):
    return y * x ** (y - 1), (x ** y * ln(x) if x > 0 else NONE)


def power_second(x, y):
    by_xx = y * (y - 1) * x ** (y - 2)
    return (by_xx, x ** (y - 1) * (1 + y * ln(x)), x ** y * ln(x) ** 2) if x > 0 else (by_xx, NONE, NONE)





def exprel_derivative(n, x):
    """The integral of t^n exp(t x) from 0 to 1, by its series."""
    n = int(n)
    with workdps(2 * mp.dps + int(fabs(x)) + 20):
        total, k, term = mpf(0), 0, mpf(1)
        while k <= 2 * fabs(x) + 10 or fabs(term) > mpf(10) ** -(mp.dps + int(fabs(x)) + 10):
            total += term / (n + 1 + k)
            k += 1
            term *= x / k
    return +total




def mish_parts(x):
    """tanh and sech^2 of softplus(x), sigmoid(x), sigmoid(-x)."""
    s = ln(1 + exp(x)) if x < 1000 else x
    t = ((1 + exp(x)) ** 2 - 1) / ((1 + exp(x)) ** 2 + 1) if x < 1000 else mpf(1)
    return t, 1 - t * t, sigmoid(x), sigmoid(-x)


def mish_first(x):
    t, u, p, q = mish_parts(x)
    return t + x * u * p


def mish_second(x):
    t, u, p, q = mish_parts(x)
    return 2 * u * p + x * (u * p * q - 2 * t * u * p * p)


def mod_quotient(x, y):
    return math.floor(rational(x) / rational(y))






def gamma_p(a, x):
    """DLMF 8.7.1"""
    with workdps(2 * mp.dps + 30):
        total, k, term = mpf(0), 0, mpf(1)
        while term > total * mpf(10) ** -(2 * mp.dps + 20) or k < x:
            total += term
            k += 1
            term *= x / (a + k)
        result = exp(a * ln(x) - x - loggamma(a + 1)) * total
    return result




def lbeta(a, b):
    with workdps(mp.dps + 60):
        result = loggamma(a) + loggamma(b) - loggamma(a + b)
    return +result




def erfcx(x):
    return exp(x * x) * erfc(x)
