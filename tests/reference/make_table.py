#!/usr/bin/env python3
"""Writes functions.txt: values and derivatives of every function to 40 digits, at arguments that are exactly doubles.

Needs mpmath (Debian: python3-mpmath). Run by hand after a change here, some minutes: tests/reference/make_table.py

One line per point, fields separated by |:

    function arguments | value | first partial derivatives | second partial derivatives

Arguments are hexadecimal doubles. The second derivatives of f(a, b) are those by aa, ab, bb; of f(a, b, c) by aa, ab,
ac, bb, bc, cc. `nan` marks a derivative that does not exist, or the one by an order n, which is an integer. At the end
of a domain (sqrt(0), asin(1)) derivatives are one-sided limits. Magnitudes beyond 10^10000 are written inf, those below
10^-10000 as 0, for no floating-point type can tell the difference.

Every entry is computed with 200, 400, 800, ... digits until two successive results agree to 60, so no cancellation
reaches the table. Every derivative is given by a formula and compared with differences of the values.
"""

import multiprocessing
import pathlib
import sys
from itertools import combinations_with_replacement

from mpmath import besseli, besselk, bessely, fabs, mpf, workdps

from digits import agree, difference, DIGITS, hexadecimal, NONE, settled, text, vanishes
from functions import bessel_i, bessel_k, bessel_y
from rows import ROWS


def listed(derivatives):
    return list(derivatives) if isinstance(derivatives, tuple) else [derivatives]


def line(name, row, at, compared):
    exact = [mpf(x) for x in at]
    arity = len(at)
    pairs = list(combinations_with_replacement(range(arity), 2))
    value = settled(lambda: row.value(*exact))
    if at in row.ends:
        first, second = map(listed, row.ends[at])
    else:
        first = [settled(lambda i=i: listed(row.first(*exact))[i]) for i in range(arity)]
        second = [settled(lambda i=i: listed(row.second(*exact))[i]) for i in range(len(pairs))]
        for by, formula in zip([(i,) for i in range(arity)] + pairs, first + second) if compared else ():
            if formula is NONE:
                continue
            if vanishes(formula):
                with workdps(max(2000, 6 * row.step)):
                    same = fabs(difference(row.value, exact, by, row.step)) < mpf(10) ** (-1.5 * row.step)
            else:
                same = agree(settled(lambda: difference(row.value, exact, by, row.step)), formula, DIGITS + 2)
            assert same, f"{name}{at}: the derivative by {by} is not {text(formula)}"
    return " | ".join([" ".join([name, *map(hexadecimal, at)]), text(value), " ".join(map(text, first)),
                       " ".join(map(text, second))])


def lines(name):
    row = ROWS[name]
    return [line(name, row, at, i % row.every == 0) for i, at in enumerate(row.points)]


def check_bessel():
    with workdps(40):
        for n in (0, 1, 2, 7):
            for x in (0.01, 1.3, 20.0):
                assert agree(bessel_y(n, mpf(x)), bessely(n, mpf(x)), 35)
                assert agree(bessel_i(n, mpf(x)), besseli(n, mpf(x)), 35)
                assert agree(bessel_k(n, mpf(x)), besselk(n, mpf(x)), 35)


if __name__ == "__main__":
    check_bessel()
    names = sys.argv[1:] or list(ROWS)
    with multiprocessing.Pool(2) as pool:
        table = pool.map(lines, names, chunksize=1)
    if sys.argv[1:]:
        print("\n".join(sum(table, [])))
    else:
        pathlib.Path(__file__).with_name("functions.txt").write_text("\n".join(sum(table, [])) + "\n")
        for name, rows in zip(names, table):
            print(f"{name:12}{len(rows):4}")
