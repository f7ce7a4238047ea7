"""The points of the table: doubles of all sizes, and those about zeros, kinks and ends of domains."""

import math

from mpmath import inf, mp, pi, workdps


def both(*numbers):
    return [s * x for x in numbers for s in (1.0, -1.0)]


def near(number):
    """Doubles about a real number: the nearest, its neighbours, some farther away."""
    with workdps(400):
        middle = float(number())
    return [middle, math.nextafter(middle, inf), math.nextafter(middle, -inf), middle + 1e-8 * max(1.0, abs(middle)),
            middle - 1e-4 * max(1.0, abs(middle))]


def zero_of(f, start):
    def number():
        with workdps(60):
            return mp.findroot(f, start)
    return number


def positive(numbers):
    return [x for x in numbers if x > 0]


TINY = both(1e-310, 1e-300, 1e-100, 1e-20, 1e-8)
MODERATE = both(0.001, 0.1, 0.25, 0.5, 0.7, 1.0, 1.3, 1.5, 2.0, 2.5, 3.0, 4.2, 5.5, 7.0, 10.0, 15.3, 20.0, 30.7, 40.0)
HUGE = both(1e3, 1e5, 1e10, 1e22, 1e100, 1e300)
ALL = TINY + MODERATE + HUGE
BELOW_1, ABOVE_1 = 1 - 2.0 ** -53, 1 + 2.0 ** -52
POSITIVE = positive(ALL) + [1e-200, 1e-5, 0.01, 0.3, 0.9, 0.99, BELOW_1, ABOVE_1, 1.01, 1.1, 1.9, 4.0, 8.0, 9.0, 12.7,
                            100.0, 123456.75, 1e15, 1e200, 1e308, 5e-324, 2.2250738585072014e-308]
INSIDE = TINY + both(0.001, 0.01, 0.1, 0.25, 0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95, 0.99, 0.999999, 1 - 1e-10,
                     BELOW_1)
OUTSIDE = both(ABOVE_1, 1 + 1e-10, 1.001, 1.01, 1.1, 1.25, 1.5, 2.0, 2.5, 3.0, 5.0, 7.7, 10.0, 20.0, 40.0, 100.0, 1e3,
               1e5, 1e8, 1e10, 1e22, 1e100, 1e300)
TAILS = both(50.5, 100.0, 300.0, 700.0, 709.7, 740.0, 745.0, 800.0)
TURNS = sum((near(lambda k=k: k * pi / 2) for k in (1, 2, 3, 4, -1, -2, 200, 355)), [])
ERF = both(0.4769, 0.84375, 1.25, 2.857, 5.9, 6.0, 9.3)
NOT_INTEGER = TINY + [x for x in MODERATE if x != int(x)] + both(
    0.99, 1.01, 2.75, 6.6, 8.9, 12.25, 99.9, 1e3 + 0.3, 12345.7, 1e9 + 0.7, 2.0 ** 40 + 0.1)
ROUNDED = both(0.49999999999999994, 0.51, 1.49, 1.51, 2.499999, 1e15 + 0.25, 2.0 ** 52 + 1, 2.0 ** 51 + 0.25)
GAMMA_NEGATIVE = [-0.001, -0.25, -0.5, -0.75, -1.5, -2.5, -3.3, -4.75, -5.5, -7.1, -10.3, -20.5, -30.7, -40.25,
                  -1 + 1e-10, -1 - 1e-10, -2 + 1e-10, -2.9999, -3.0001]
GAMMA = positive(MODERATE) + GAMMA_NEGATIVE + [0.01, 0.3, 0.9, 1.1, 1.9, 2.1, 6.0, 11.25, 25.0, 33.3]
BESSEL_Y = positive(MODERATE + TINY) + [0.01, 0.05, 0.3, 0.9, 1.1, 1.9, 2.2, 6.3, 8.4, 12.7, 25.0, 33.3, 100.5, 1e3]
PAIRS = [(0.5, 0.25), (0.25, 0.5), (1.0, 2.0), (2.0, 1.0), (3.0, 4.0), (-3.0, 4.0), (3.0, -4.0), (-3.0, -4.0),
         (1.5, -0.7), (-0.7, 1.5), (0.1, 10.0), (10.0, 0.1), (-10.0, 0.1), (-0.1, 10.0), (30.7, 5.5), (40.0, 39.5),
         (0.0, 1.0), (1.0, 0.0), (0.0, 2.5), (2.5, 0.0), (-1.0, 0.0), (-40.0, 41.0), (20.0, -20.0), (-15.3, 15.0),
         (1e-8, 1.0), (1.0, 1e-8), (1e-8, -1.0), (-1e-8, 2.0), (1e-300, 1e-301), (1e-310, 2e-310), (1e-310, 1.0),
         (1.0, 1e-310), (1e-20, -1e-22), (7.0, 6.999999), (1.0, BELOW_1), (ABOVE_1, 1.0), (-1.0, -BELOW_1),
         (100.0, 99.0), (-1e3, 1e3 + 1), (1e10, 3e9), (1e100, -1e99), (1e200, 1e-200), (1e-200, 1e200), (1e300, 1e299),
         (-1e300, 1e299)]
MODERATE_PAIRS = [p for p in PAIRS if max(map(abs, p)) < 1e15]
EXPONENTS = MODERATE_PAIRS + [
    (800.0, -800.0), (-800.0, 800.0), (800.0, 799.0), (-800.0, -801.5), (710.0, 709.5), (-745.2, -745.0), (0.0, 0.001),
    (-0.6931471805599453, -0.6931471805599454), (-0.25, -1.5), (36.5, 0.0), (0.0, 37.5)]
TRIPLES = [(a, b, c) for a, b in ((0.5, 0.25), (-1.0, 2.0), (3.0, -4.0), (7.0, 6.999999), (1e-8, 1e-310), (40.0, -40.0),
                                  (800.0, 799.0), (-800.0, -801.5), (0.0, -1.0986122886681098), (20.0, 10.0))
           for c in (0.0, 0.75, -2.5, a + 0.125)]

# Shapes of beta and gamma distributions, and arguments about their means.
SHAPES = (1e-8, 0.125, 0.75, 1.0, 2.5, 9.75, 12.0, 80.0, 600.0)
GAMMA_SHARES = [(a, a * x) for a in (1e-8, 1e-3, 0.125, 0.75, 1.0, 2.5, 9.75, 12.0, 80.0, 600.0, 5e3)
                for x in (0.0625, 0.5, 0.9375, 1.0, 1.0625, 1.5, 3.0)] + [(a, x) for a in (1e-8, 0.125, 0.75) for x in (0.01, 0.5, 1.4, 1.6, 30.0)]
