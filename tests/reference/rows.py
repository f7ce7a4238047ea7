"""The table: each function with its derivatives by formula and the points at which they are computed."""

from mpmath import (acos, acosh, asin, asinh, atan, atan2, atanh, besselj, bessely, ceil, cos, cosh, cot, csc, csch,
                    digamma, erf, erfc, exp, expm1, fabs, floor, gamma, hypot, inf, ln, log1p, loggamma, mpf, pi, psi,
                    sec, sech, sign, sin, sinh, sqrt, tan, tanh)

from digits import NONE
import functions as f
from functions import (bessel_i, bessel_j, bessel_k, bessel_y, cbrt, fmod_quotient, log_abs_gamma, logsumexp,
                       logsumexp_second, normal_density, normal_distribution, power_first, power_second,
                       round_half_away, sigmoid, softmax_first, softmax_second, weights)
from points import (ABOVE_1, ALL, BELOW_1, BESSEL_Y, ERF, EXPONENTS, GAMMA, GAMMA_SHARES, HUGE, INSIDE, MODERATE,
                    NOT_INTEGER, OUTSIDE, PAIRS, POSITIVE, ROUNDED, SHAPES, TAILS, TINY, TRIPLES, TURNS, both, near,
                    positive, zero_of)


class Row:
    """A function: its value, its derivatives by formula, the points of the table.

    Of its points, one in `every` is compared with differences, whose relative step is 10^-step. `ends` maps end points
    of the domain to the derivatives there.
    """

    def __init__(self, value, first, second, points, every=1, step=60, ends=None):
        self.value, self.first, self.second = value, first, second
        self.points = sorted({p if isinstance(p, tuple) else (p,) for p in points})
        self.ends = {p if isinstance(p, tuple) else (p,): d for p, d in (ends or {}).items()}
        self.points += sorted(set(self.ends) - set(self.points))
        self.every, self.step = every, step


def bessel(f, points):
    """f(n, x): derivatives by DLMF 10.6.1."""
    return Row(f, lambda n, x: (NONE, (f(n - 1, x) - f(n + 1, x)) / 2),
               lambda n, x: (NONE, NONE, (f(n - 2, x) - 2 * f(n, x) + f(n + 2, x)) / 4), points, every=6)


def modified_bessel(f, sign, points):
    """f(n, x), of I with the sign 1, of K with -1: derivatives by DLMF 10.29.1."""
    return Row(f, lambda n, x: (NONE, sign * (f(n - 1, x) + f(n + 1, x)) / 2),
               lambda n, x: (NONE, NONE, (f(n - 2, x) + 2 * f(n, x) + f(n + 2, x)) / 4), points, every=6)


def bessel_of_order(n, f, points):
    return Row(lambda x: f(n, x), lambda x: (f(n - 1, x) - f(n + 1, x)) / 2,
               lambda x: (f(n - 2, x) - 2 * f(n, x) + f(n + 2, x)) / 4, points, every=6)


ROWS = {
    "abs": Row(fabs, lambda x: int(sign(x)), lambda x: 0, ALL),
    "sign": Row(sign, lambda x: 0, lambda x: 0, ALL),
    "sqrt": Row(sqrt, lambda x: 1 / (2 * sqrt(x)), lambda x: -1 / (4 * x * sqrt(x)), POSITIVE, ends={0.0: (inf, -inf)}),
    "cbrt": Row(cbrt, lambda x: 1 / (3 * cbrt(x) ** 2), lambda x: -2 / (9 * x * cbrt(x) ** 2),
                ALL + both(8.0, 27.0, 1e-5)),
    "hypot": Row(hypot, lambda x, y: (x / hypot(x, y), y / hypot(x, y)),
                 lambda x, y: (y * y / hypot(x, y) ** 3, -x * y / hypot(x, y) ** 3, x * x / hypot(x, y) ** 3),
                 PAIRS + [(5.0, 12.0), (-8.0, 15.0), (1e-160, 1e-160), (1e160, 1e160)]),
    "pow": Row(lambda x, y: x ** y, power_first, power_second,
               [(x, y) for x in (0.5, 0.9999, 1.0, 1.25, 3.0, 10.0) for y in (-2.0, -0.5, 0.0, 0.3, 1.0, 2.0, 7.5)]
               + [(-2.0, 3.0), (-2.0, -3.0), (-8.0, 2.0), (-0.5, 5.0), (-1.0, 1e15 + 1), (-1.5, 0.0), (-3.0, 1.0),
                  (-1e10, -7.0), (1e-310, 0.5), (1e-300, 1.0), (1e-300, -1.0), (1e300, 1.0), (1e300, -1.0),
                  (1e300, 0.001), (ABOVE_1, 1e17), (BELOW_1, 1e17), (1.0000001, 1e9), (0.5, 1074.0), (2.0, 1023.5),
                  (2.0, -1060.5), (10.0, 308.0), (10.0, -320.0), (123.4, 1e-20), (0.7, -1e-300), (7.0, 40.0)],
               ends={(0.0, y): ((0, 0), (2 if y == 2 else 0, 0, 0)) for y in (2.0, 2.5, 3.0, 10.0)}),
    "exp": Row(exp, exp, exp, TINY + MODERATE + TAILS + [0.0, 709.78, -708.4, -745.1, -1e3, -1e5, -1e300]),
    "exp2": Row(lambda x: 2 ** x, lambda x: 2 ** x * ln(2), lambda x: 2 ** x * ln(2) ** 2,
                TINY + MODERATE + both(50.5, 100.0, 300.0, 800.0, 1000.0)
                + [0.0, 1023.0, 1023.9, -1022.0, -1022.5, -1073.5, -1074.0, -1080.0]),
    "expm1": Row(expm1, exp, exp, TINY + MODERATE + TAILS + [0.0, 709.78, -36.5, -37.5, -1e5, -1e300]
                 + near(lambda: ln(2))),
    "log": Row(ln, lambda x: 1 / x, lambda x: -1 / x ** 2, POSITIVE + near(lambda: mpf(1))),
    "log2": Row(lambda x: ln(x) / ln(2), lambda x: 1 / (x * ln(2)), lambda x: -1 / (x ** 2 * ln(2)),
                POSITIVE + near(lambda: mpf(1)) + [2.0 ** 40, 2.0 ** -40]),
    "log10": Row(lambda x: ln(x) / ln(10), lambda x: 1 / (x * ln(10)), lambda x: -1 / (x ** 2 * ln(10)),
                 POSITIVE + near(lambda: mpf(1))),
    "log1p": Row(log1p, lambda x: 1 / (1 + x), lambda x: -1 / (1 + x) ** 2,
                 [x for x in POSITIVE + TINY + INSIDE if x > -1] + [0.0]),

    "sin": Row(sin, cos, lambda x: -sin(x), ALL + TURNS + [0.0]),
    "cos": Row(cos, lambda x: -sin(x), lambda x: -cos(x), ALL + TURNS + [0.0]),
    "tan": Row(tan, lambda x: sec(x) ** 2, lambda x: 2 * sec(x) ** 2 * tan(x), ALL + TURNS + [0.0]),
    "cot": Row(cot, lambda x: -csc(x) ** 2, lambda x: 2 * csc(x) ** 2 * cot(x), ALL + TURNS),
    "sec": Row(sec, lambda x: sec(x) * tan(x), lambda x: sec(x) * (1 + 2 * tan(x) ** 2), ALL + TURNS + [0.0]),
    "csc": Row(csc, lambda x: -csc(x) * cot(x), lambda x: csc(x) * (1 + 2 * cot(x) ** 2), ALL + TURNS),

    "asin": Row(asin, lambda x: 1 / sqrt(1 - x * x), lambda x: x / sqrt(1 - x * x) ** 3, INSIDE + [0.0],
                ends={1.0: (inf, inf), -1.0: (inf, -inf)}),
    "acos": Row(acos, lambda x: -1 / sqrt(1 - x * x), lambda x: -x / sqrt(1 - x * x) ** 3, INSIDE + [0.0],
                ends={1.0: (-inf, -inf), -1.0: (-inf, inf)}),
    "atan": Row(atan, lambda x: 1 / (1 + x * x), lambda x: -2 * x / (1 + x * x) ** 2, ALL + [0.0]),
    "acot": Row(lambda x: atan(1 / x), lambda x: -1 / (1 + x * x), lambda x: 2 * x / (1 + x * x) ** 2, ALL),
    "asec": Row(lambda x: acos(1 / x), lambda x: 1 / sqrt(x ** 4 - x ** 2),
                lambda x: -(2 * x ** 3 - x) / sqrt(x ** 4 - x ** 2) ** 3, OUTSIDE,
                ends={1.0: (inf, -inf), -1.0: (inf, inf)}),
    "acsc": Row(lambda x: asin(1 / x), lambda x: -1 / sqrt(x ** 4 - x ** 2),
                lambda x: (2 * x ** 3 - x) / sqrt(x ** 4 - x ** 2) ** 3, OUTSIDE,
                ends={1.0: (-inf, inf), -1.0: (-inf, -inf)}),
    "atan2": Row(atan2, lambda y, x: (x / (x * x + y * y), -y / (x * x + y * y)),
                 lambda y, x: (-2 * x * y / (x * x + y * y) ** 2, (y * y - x * x) / (x * x + y * y) ** 2,
                               2 * x * y / (x * x + y * y) ** 2),
                 PAIRS + [(1e-310, -1.0), (-1e-310, -1.0), (1.0, 1.0), (-1.0, -1.0), (2.0, -2.0), (-1e-8, -2.0)]),

    "sinh": Row(sinh, cosh, sinh, TINY + MODERATE + TAILS + [0.0] + both(710.4, 22.0)),
    "cosh": Row(cosh, sinh, cosh, TINY + MODERATE + TAILS + [0.0] + both(710.4, 22.0)),
    "tanh": Row(tanh, lambda x: sech(x) ** 2, lambda x: -2 * sech(x) ** 2 * tanh(x),
                TINY + MODERATE + TAILS + HUGE + [0.0] + both(0.55, 18.4, 19.06, 22.0, 354.5)),
    "coth": Row(lambda x: cosh(x) / sinh(x), lambda x: -csch(x) ** 2, lambda x: 2 * csch(x) ** 2 * cosh(x) / sinh(x),
                TINY + MODERATE + TAILS + both(18.4, 19.06, 22.0, 354.5)),
    "sech": Row(sech, lambda x: -sech(x) * tanh(x), lambda x: sech(x) * (tanh(x) - sech(x)) * (tanh(x) + sech(x)),
                TINY + MODERATE + TAILS + [0.0] + near(lambda: asinh(mpf(1)))),
    "csch": Row(csch, lambda x: -csch(x) * cosh(x) / sinh(x), lambda x: csch(x) * (1 + 2 * csch(x) ** 2),
                TINY + MODERATE + TAILS),
    "asinh": Row(asinh, lambda x: 1 / sqrt(1 + x * x), lambda x: -x / sqrt(1 + x * x) ** 3, ALL + [0.0]),
    "acosh": Row(acosh, lambda x: 1 / sqrt((x - 1) * (x + 1)), lambda x: -x / sqrt((x - 1) * (x + 1)) ** 3,
                 positive(OUTSIDE) + [1.0001, 1.05, 1.2, 1.3, 1.4, 1.7, 1.75, 2.2, 3.5, 4.0, 6.0, 8.5, 15.0, 30.7,
                                      400.0, 2.0 ** 27, 2.0 ** 29],
                 ends={1.0: (inf, -inf)}),
    "atanh": Row(atanh, lambda x: 1 / (1 - x * x), lambda x: 2 * x / (1 - x * x) ** 2, INSIDE + [0.0]),
    "acoth": Row(lambda x: atanh(1 / x), lambda x: 1 / (1 - x * x), lambda x: 2 * x / (1 - x * x) ** 2, OUTSIDE),
    "asech": Row(lambda x: acosh(1 / x), lambda x: -1 / (x * sqrt(1 - x * x)),
                 lambda x: (1 - 2 * x * x) / (x ** 2 * sqrt(1 - x * x) ** 3),
                 positive(INSIDE) + [1e-200, 1e-50, 1e-12, 1e-5, 0.05, 0.15, 0.2, 0.35, 0.4, 0.45, 0.55, 0.65, 0.85,
                                     0.97, 0.9999, 1 - 1e-13]
                 + near(lambda: 1 / sqrt(mpf(2))), ends={1.0: (-inf, -inf)}),
    "acsch": Row(lambda x: asinh(1 / x), lambda x: -1 / (fabs(x) * sqrt(1 + x * x)),
                 lambda x: (1 + 2 * x * x) / (x * fabs(x) * sqrt(1 + x * x) ** 3), ALL),

    "erf": Row(erf, lambda x: 2 / sqrt(pi) * exp(-x * x), lambda x: -4 * x / sqrt(pi) * exp(-x * x),
               TINY + MODERATE + ERF + [0.0]),
    "erfc": Row(erfc, lambda x: -2 / sqrt(pi) * exp(-x * x), lambda x: 4 * x / sqrt(pi) * exp(-x * x),
                TINY + MODERATE + ERF + [0.0, 26.0, 26.5, 27.2, 28.0, 100.0]),
    "tgamma": Row(gamma, lambda x: gamma(x) * psi(0, x), lambda x: gamma(x) * (psi(0, x) ** 2 + psi(1, x)),
                  TINY + GAMMA + [50.5, 100.0, 140.3, 170.0, 171.6, 172.0, -100.5, -170.5, -177.25, -184.2]
                  + near(zero_of(digamma, 1.46))),
    "lgamma": Row(log_abs_gamma, lambda x: psi(0, x), lambda x: psi(1, x),
                  TINY + GAMMA + positive(HUGE) + near(lambda: mpf(1)) + near(lambda: mpf(2))
                  + [100.0, 171.6, 1e305, -100.5, -1000.3]
                  + near(zero_of(lambda x: gamma(x) + 1, -2.7476)) + near(zero_of(lambda x: gamma(x) + 1, -2.457))
                  + near(zero_of(lambda x: gamma(x) - 1, -3.9552))),
    "digamma": Row(digamma, lambda x: psi(1, x), lambda x: psi(2, x),
                   TINY + GAMMA + positive(HUGE) + near(zero_of(digamma, 1.46)) + near(zero_of(digamma, -0.504))
                   + near(zero_of(digamma, -1.573))),
    "trigamma": Row(lambda x: psi(1, x), lambda x: psi(2, x), lambda x: psi(3, x), TINY + GAMMA + positive(HUGE)),
    "polygamma": Row(lambda n, x: psi(int(n), x), lambda n, x: (NONE, psi(int(n) + 1, x)),
                     lambda n, x: (NONE, NONE, psi(int(n) + 2, x)),
                     [(n, x) for n in (2.0, 3.0) for x in GAMMA + both(1e-50, 1e-8) + [1e3, 1e10, 1e50]], every=2),

    "min": Row(min, lambda x, y: (int(x < y), int(y < x)), lambda x, y: (0, 0, 0), PAIRS),
    "max": Row(max, lambda x, y: (int(x > y), int(y > x)), lambda x, y: (0, 0, 0), PAIRS),
    "clamp": Row(lambda x, low, high: min(max(x, low), high),
                 lambda x, low, high: (int(low < x < high), int(x < low), int(high < x)), lambda x, low, high: (0,) * 6,
                 [(x, low, high) for x in both(1e-310, 0.1, 0.3, 1.1, 3.0, 30.7, 1e300) for low, high in
                  ((-1.0, 1.0), (0.25, 0.75), (-2.0, -0.5), (-1e10, 5e-324))]),
    "floor": Row(floor, lambda x: 0, lambda x: 0, NOT_INTEGER),
    "ceil": Row(ceil, lambda x: 0, lambda x: 0, NOT_INTEGER),
    "round": Row(round_half_away, lambda x: 0, lambda x: 0,
                 [x for x in ALL if (2 * abs(x)) % 2 != 1] + ROUNDED + [0.0]),
    "trunc": Row(lambda x: sign(x) * floor(fabs(x)), lambda x: 0, lambda x: 0, NOT_INTEGER + [0.0]),
    "fmod": Row(lambda x, y: x - y * fmod_quotient(x, y), lambda x, y: (1, -fmod_quotient(x, y)),
                lambda x, y: (0, 0, 0),
                [(x, y) for x in both(0.3, 1.7, 5.25, 10.1, 99.99, 1e10 + 0.5) for y in (0.7, 2.0, -3.3)]
                + [(1e300, 7.0), (-1e300, 0.7), (1e-300, 1.0), (-1e-310, 1e-3), (1.0, 3e-310), (1.0, BELOW_1),
                   (5.0, 1e300), (1e22, 6.283185307179586)], step=700),
    "step": Row(lambda x: int(x > 0), lambda x: 0, lambda x: 0, ALL),

    "sigmoid": Row(sigmoid, lambda x: sigmoid(x) * sigmoid(-x),
                   lambda x: -sigmoid(x) * sigmoid(-x) * tanh(x / 2),
                   TINY + MODERATE + TAILS + HUGE + [0.0] + both(36.5, 37.5)),
    "softplus": Row(lambda x: max(x, 0) + log1p(exp(-fabs(x))), sigmoid, lambda x: sigmoid(x) * sigmoid(-x),
                    TINY + MODERATE + TAILS + HUGE + [0.0] + both(36.5, 37.5)),
    "relu": Row(lambda x: max(x, 0), lambda x: int(x > 0), lambda x: 0, ALL),
    "leaky_relu": Row(lambda x: x if x > 0 else x / 100, lambda x: 1 if x > 0 else mpf(1) / 100, lambda x: 0, ALL),
    "elu": Row(lambda x: x if x > 0 else expm1(x), lambda x: 1 if x > 0 else exp(x), lambda x: 0 if x > 0 else exp(x),
               ALL + TAILS),
    "gelu": Row(lambda x: x * normal_distribution(x), lambda x: normal_distribution(x) + x * normal_density(x),
                lambda x: normal_density(x) * (2 - x * x),
                TINY + MODERATE + both(37.5, 38.5, 100.0) + [0.0] + near(lambda: sqrt(mpf(2)))
                + near(zero_of(lambda x: normal_distribution(x) + x * normal_density(x), -0.75))),
    "silu": Row(lambda x: x * sigmoid(x), lambda x: sigmoid(x) * (1 + x * sigmoid(-x)),
                lambda x: sigmoid(x) * sigmoid(-x) * (2 - x * tanh(x / 2)),
                TINY + MODERATE + TAILS + [0.0] + near(zero_of(lambda x: 1 + x * sigmoid(-x), -1.278))
                + near(zero_of(lambda x: 2 - x * tanh(x / 2), 2.4))),
    "logsumexp": Row(logsumexp, lambda *xs: tuple(weights(*xs)), logsumexp_second, EXPONENTS + TRIPLES),
    "softmax": Row(lambda *xs: weights(*xs)[0], softmax_first, softmax_second, EXPONENTS + TRIPLES),
    "xlogy": Row(lambda x, y: x * ln(y) if x else 0, lambda x, y: (ln(y), x / y), lambda x, y: (0, 1 / y, -x / y ** 2),
                 [(x, y) for x in (0.0, 1e-300, 0.3, 1.0, -2.5, 40.0)
                  for y in (1e-300, 0.25, BELOW_1, 1.0, ABOVE_1, 3.0, 1e10)]
                 + [(1e300, 2.0), (-1e300, 0.5), (1e-310, 1e300), (0.0, 1e-310), (1e5, 1e-5)]),

    "square": Row(lambda x: x * x, lambda x: 2 * x, lambda x: 2, TINY + MODERATE + both(1e100) + [0.0]),
    "logit": Row(lambda x: ln(x / (1 - x)), lambda x: 1 / (x * (1 - x)), lambda x: (2 * x - 1) / (x * (1 - x)) ** 2,
                 positive(INSIDE) + [1e-200, 1e-50, 1e-12, 1e-5, 0.05, 0.15, 0.2, 0.29, 0.31, 0.4, 0.45, 0.55, 0.65, 0.69, 0.71, 0.85,
                                     0.97, 0.9999, 1 - 1e-13, 0.25, 0.75, 0.0625, 0.9375, 0.333, 0.667, 1e-3, 0.999] + near(lambda: mpf(1) / 2)),
    "exprel": Row(lambda x: expm1(x) / x if x else mpf(1), lambda x: f.exprel_derivative(1, x), lambda x: f.exprel_derivative(2, x),
                  TINY + MODERATE + [0.0, 700.0, 712.0, -700.0, 50.0, -50.0], every=6),
    "exprel_derivative": Row(f.exprel_derivative, lambda n, x: (NONE, f.exprel_derivative(n + 1, x)),
                             lambda n, x: (NONE, NONE, f.exprel_derivative(n + 2, x)),
                             [(n, x) for n in (1.0, 2.0, 3.0, 7.0, 20.0) for x in [0.0, 1e-10, 100.5, -100.5] + MODERATE], every=6),
    "normcdf": Row(normal_distribution, normal_density, lambda x: -x * normal_density(x), TINY + MODERATE + both(37.5, 38.5) + [0.0]),
    "factorial": Row(lambda x: gamma(x + 1), lambda x: gamma(x + 1) * psi(0, x + 1),
                     lambda x: gamma(x + 1) * (psi(0, x + 1) ** 2 + psi(1, x + 1)),
                     [x for x in TINY + GAMMA if x > -1 or x != int(x)] + [0.0, 1.0, 2.0, 5.0, 20.0, 50.5, 100.0, 169.5]),
    "mod": Row(lambda x, y: x - y * f.mod_quotient(x, y), lambda x, y: (1, -f.mod_quotient(x, y)), lambda x, y: (0, 0, 0),
               [(x, y) for x in both(0.3, 1.7, 5.25, 10.1, 99.99, 1e10 + 0.5) for y in (0.7, 2.0, -3.3, -0.9)], step=700),
    "selu": Row(lambda x: mpf("1.0507009873554805") * x if x > 0 else mpf("1.7580993408473766") * expm1(x),
                lambda x: mpf("1.0507009873554805") if x > 0 else mpf("1.7580993408473766") * exp(x),
                lambda x: 0 if x > 0 else mpf("1.7580993408473766") * exp(x), ALL + TAILS),
    "softsign": Row(lambda x: x / (1 + fabs(x)), lambda x: 1 / (1 + fabs(x)) ** 2, lambda x: -2 * sign(x) / (1 + fabs(x)) ** 3,
                    TINY + MODERATE + TAILS),
    "mish": Row(lambda x: x * f.mish_parts(x)[0], f.mish_first, f.mish_second, TINY + MODERATE + [0.0] + both(20.5, 37.5, 100.0)),
    "erfcx": Row(f.erfcx, lambda x: 2 * x * f.erfcx(x) - 2 / sqrt(pi), lambda x: 2 * f.erfcx(x) + 2 * x * (2 * x * f.erfcx(x) - 2 / sqrt(pi)),
                 TINY + MODERATE + [0.0, 3.99, 4.0, 4.01, 7.99, 8.0, 27.5, 100.0, -5.0, -20.0, -26.0]),
    "lognormcdf": Row(lambda x: ln(normal_distribution(x)), lambda x: normal_density(x) / normal_distribution(x),
                      lambda x: -x * normal_density(x) / normal_distribution(x) - (normal_density(x) / normal_distribution(x)) ** 2,
                      TINY + MODERATE + [0.0, 5.0, 8.0, -5.6, -5.7, -10.0, -20.0, -37.5, -38.5, -100.0]),
    "lbeta": Row(f.lbeta, lambda a, b: (psi(0, a) - psi(0, a + b), psi(0, b) - psi(0, a + b)),
                 lambda a, b: (psi(1, a) - psi(1, a + b), -psi(1, a + b), psi(1, b) - psi(1, a + b)),
                 [(a, b) for a in SHAPES for b in SHAPES], every=12),
    "gammainc": Row(f.gamma_p, lambda a, x: (NONE, exp((a - 1) * ln(x) - x - loggamma(a))),
                    lambda a, x: (NONE, NONE, ((a - 1) / x - 1) * exp((a - 1) * ln(x) - x - loggamma(a))), GAMMA_SHARES, every=16),

    "besselj0": bessel_of_order(0, bessel_j, MODERATE + TINY + [0.0] + both(100.5, 1e3, 1e5)
                                + near(zero_of(lambda x: besselj(0, x), 2.4))
                                + near(zero_of(lambda x: besselj(1, x), 3.83))),
    "besselj1": bessel_of_order(1, bessel_j, MODERATE + TINY + [0.0] + both(100.5, 1e3, 1e5)
                                + near(zero_of(lambda x: besselj(1, x), 3.83))
                                + near(zero_of(lambda x: besselj(1, x, 1), 1.84))),
    "bessely0": bessel_of_order(0, bessel_y, BESSEL_Y + near(zero_of(lambda x: bessely(0, x), 0.89))
                                + near(zero_of(lambda x: bessely(1, x), 2.2))),
    "bessely1": bessel_of_order(1, bessel_y, BESSEL_Y + near(zero_of(lambda x: bessely(1, x), 2.2))
                                + near(zero_of(lambda x: bessely(1, x, 1), 3.68))),
    "besselj": bessel(bessel_j, [(n, x) for n in (2.0, 3.0, 7.0, 20.0)
                                 for x in [0.0, 1e-10, 100.5, -2.5] + positive(MODERATE)]),
    "bessely": bessel(bessel_y, [(n, x) for n in (2.0, 3.0, 7.0) for x in [1e-10, 100.5] + positive(MODERATE)]),
    "besseli": modified_bessel(bessel_i, 1,
                               [(n, x) for n in (0.0, 1.0, 2.0, 7.0)
                                for x in [0.0, 1e-10, 100.5, -2.5, 700.0] + positive(MODERATE)]),
    "besselk": modified_bessel(bessel_k, -1,
                               [(n, x) for n in (0.0, 1.0, 2.0, 7.0)
                                for x in [1e-10, 100.5, 700.0] + positive(MODERATE)]),
}
