"""Numbers of as many digits as it takes: values that settle, differences, and how the table writes them."""

from mpmath import fabs, inf, isfinite, mp, mpf, nstr, workdps

DIGITS = 40
NONE = None  # a derivative that does not exist


def agree(a, b, digits):
    return a == b or (isfinite(a) and isfinite(b) and fabs(a - b) <= fabs(b) * mpf(10) ** -digits)


def settled(compute):
    """compute() to more than 60 digits: the precision is doubled until that changes nothing.

    A zero is believed only with 6000 digits, unless compute() says by an int that it is exact.
    """
    digits, previous = 200, None
    while digits < 20000:
        with workdps(digits):
            result = compute()
            if result is NONE or isinstance(result, int):
                return result
            if previous is not None and agree(previous, result, 60) and (result != 0 or digits > 6000):
                return result
        digits, previous = 2 * digits, result
    raise ArithmeticError("the value does not settle")


def vanishes(number):
    """Whether number is too small for any floating-point type."""
    return number == 0 or mp.mag(number) < -33219  # 10^-10000


def text(number):
    if number is NONE:
        return "nan"
    if number == inf or number == -inf:
        return "inf" if number > 0 else "-inf"
    if vanishes(number):
        return "0"
    if mp.mag(number) > 33219:
        return "inf" if number > 0 else "-inf"
    with workdps(60):
        mantissa, e, exponent = nstr(mpf(number), DIGITS).partition("e")
        return mantissa.removesuffix(".0") + e + exponent


def hexadecimal(number):
    mantissa, p, exponent = float(number).hex().partition("p")
    return (mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa) + p + exponent


def difference(value, at, by, step):
    """The derivative of value by the arguments listed in `by` (one or two), from central differences."""
    tiny = mpf(10) ** -step
    steps = [tiny * (min(fabs(x), 1) if x else 1) for x in at]

    def moved(*signs):
        point = list(at)
        for i, s in zip(by, signs):
            point[i] = point[i] + s * steps[i]
        return value(*point)

    if len(by) == 1:
        return (moved(1) - moved(-1)) / (2 * steps[by[0]])
    corners = moved(1, 1) - moved(1, -1) - moved(-1, 1) + moved(-1, -1)
    return corners / (4 * steps[by[0]] * steps[by[1]])
