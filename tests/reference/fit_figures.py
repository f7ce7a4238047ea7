"""Prints tests/fit/figures.hpp: three linear and three nonlinear fits with standard errors and 95 % bands, calculated with 50 decimal
digits, by Gauss and Newton from derivatives that are written by hand here, and normal equations. Nothing but Python's library."""
import csv
import math
import os
from decimal import Decimal as D, getcontext

getcontext().prec = 50
ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')


def solve(a, columns):
    """The solutions of a*x = c for each c, by Gauss' elimination."""
    n = len(a)
    m = [list(a[i]) + [c[i] for c in columns] for i in range(n)]
    for k in range(n):
        p = max(range(k, n), key=lambda i: abs(m[i][k]))
        m[k], m[p] = m[p], m[k]
        m[k] = [v / m[k][k] for v in m[k]]
        for i in range(n):
            if i != k:
                m[i] = [v - m[i][k] * w for v, w in zip(m[i], m[k])]
    return [[m[i][n + c] for i in range(n)] for c in range(len(columns))]


def incomplete_beta(a, b, x):
    """I_x(a, b) by the continued fraction of DLMF 8.17.22."""
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(b, a, 1 - x)
    front = math.exp(a * math.log(x) + b * math.log1p(-x) + math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)) / a
    f = 1.0
    for m in range(400, 0, -1):
        k = m // 2
        d = k * (b - k) * x / ((a + m - 1) * (a + m)) if m % 2 == 0 else -(a + k) * (a + b + k) * x / ((a + m - 1) * (a + m))
        f = 1 + d / f
    return front / f


def student(p, degrees):
    low, high = 0.0, 1000.0
    for _ in range(200):
        t = (low + high) / 2
        if 1 - incomplete_beta(degrees / 2, 0.5, degrees / (degrees + t * t)) / 2 < p:
            low = t
        else:
            high = t
    return D(repr((low + high) / 2))


def fit(model, start, xs, ys):
    """model(b, x): the value and its derivatives by b."""
    b = [D(s) for s in start]
    for _ in range(60):
        rows = [model(b, x) for x in xs]
        j = [r[1] for r in rows]
        res = [y - r[0] for y, r in zip(ys, rows)]
        n = len(b)
        normal = [[sum(r[i] * r[k] for r in j) for k in range(n)] for i in range(n)]
        step = solve(normal, [[sum(r[i] * e for r, e in zip(j, res)) for i in range(n)]])[0]
        b = [v + s for v, s in zip(b, step)]
        if all(abs(s) <= abs(v) * D('1e-30') for v, s in zip(b, step)):
            break
    total = sum(e * e for e in res)
    variance = total / (len(ys) - n)
    unit = [[D(int(i == k)) for i in range(n)] for k in range(n)]
    inverse = solve(normal, unit)
    return b, variance, inverse, total


def polynomial(b, x):
    return sum(v * x**k if k else v for k, v in enumerate(b)), [x**k if k else D(1) for k in range(len(b))]


def several(b, x):
    row = [D(1)] + list(x)
    return sum(u * v for u, v in zip(b, row)), row


def rising(b, x):
    e = (-b[1] * x).exp()
    return b[0] * (1 - e), [1 - e, b[0] * x * e]


def logistic(b, x):
    e = (b[1] - b[2] * x).exp()
    d = 1 + e
    return b[0] / d, [1 / d, -b[0] * e / d**2, b[0] * e * x / d**2]


def columns(path):
    with open(os.path.join(ROOT, path)) as f:
        rows = [r for r in csv.reader(f) if r and not r[0].startswith('#')]
    return rows[0], [[D(v) for v in r] for r in rows[1:]]


def split(text):
    return [D(v) for v in text.split()]


MISRA_X = split('77.6 114.9 141.1 190.8 239.9 289.0 332.8 378.4 434.8 477.3 536.8 593.1 689.1 760.0')
MISRA_Y = split('10.07 14.73 17.94 23.93 29.61 35.18 40.02 44.82 50.76 55.05 61.01 66.40 75.47 81.78')
BOX_X, BOX_Y = split('1 2 3 5 7 10'), split('109 149 149 191 213 224')
RAT_X = split('9 14 21 28 42 57 63 70 79')
RAT_Y = split('8.930 10.800 18.590 22.330 39.350 56.110 61.730 64.620 67.080')


def show(values):
    return '{' + ', '.join('%.15e' % v for v in values) + '}'


def emit(name, model, start, xs, ys, at, note):
    b, variance, inverse, total = fit(model, start, xs, ys)
    n = len(b)
    t = student(0.975, len(ys) - n)
    errors = [(variance * inverse[k][k]).sqrt() for k in range(n)]
    fitted, confidence, prediction = [], [], []
    for x in at:
        value, slope = model(b, x)
        s = variance * sum(slope[i] * inverse[i][k] * slope[k] for i in range(n) for k in range(n))
        fitted.append(value)
        confidence.append(t * s.sqrt())
        prediction.append(t * (s + variance).sqrt())
    print('// ' + note)
    print('inline figures const %s{\n    %s,\n    %s,\n    %.15e,\n    %s,\n    %s,\n    %s};\n' % (
        name, show(b), show(errors), total, show(fitted), show(confidence), show(prediction)))


print('''#pragma once

// Written by tests/reference/fit_figures.py, which calculates with 50 digits. Do not edit.
#include <vector>

namespace reference {

struct figures {
    std::vector<double> parameters, standard_errors;
    double squares;
    std::vector<double> fitted, confidence, prediction;  // at the rows that the note names; half widths of the 95 % bands
};
''')
head, rows = columns('examples/train/norris.csv')
xi, yi = head.index('x'), head.index('y')
emit('norris', polynomial, ['0', '1'], [r[xi] for r in rows], [r[yi] for r in rows], split('0 500 1000'),
     'y = b1 + b2*x, NIST Norris; x = 0, 500, 1000')
head, rows = columns('examples/ridge_regression/longley.csv')
emit('longley', several, ['0'] * 7, [r[:-1] for r in rows], [r[-1] for r in rows], [rows[0][:-1], rows[15][:-1]],
     'y = b1 + b2*x1 + ... + b7*x6, NIST Longley; its first and its last row')
emit('quadratic', polynomial, ['0'] * 3, MISRA_X, MISRA_Y, split('0 400 800'), 'y = b1 + b2*x + b3*x^2 on the data of NIST Misra1a; x = 0, 400, 800')
emit('misra1a', rising, ['238.9', '0.00055'], MISRA_X, MISRA_Y, split('50 400 1000'), 'y = b1*(1 - exp(-b2*x)), NIST Misra1a; x = 50, 400, 1000')
emit('boxbod', rising, ['213.8', '0.547'], BOX_X, BOX_Y, split('0.5 4 20'), 'y = b1*(1 - exp(-b2*x)), NIST BoxBOD; x = 0.5, 4, 20')
emit('rat42', logistic, ['72.5', '2.6', '0.067'], RAT_X, RAT_Y, split('5 45 100'), 'y = b1/(1 + exp(b2 - b3*x)), NIST Rat42; x = 5, 45, 100')
print('}  // namespace reference')
