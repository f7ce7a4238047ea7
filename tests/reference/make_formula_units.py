#!/usr/bin/env python3
"""Writes C++ units that compile the formulas of a folder of reference figures as formula<"..."> and check their values
and derivatives.

    make_formula_units.py REFERENCE_DATA RULES OUTPUT

REFERENCE_DATA holds feynman/feynman.json, nist_strd/json/*.json with nist_strd/csv, and derivatives/derivatives.json; a
set that is missing is left out. RULES is include/leibniz/rules: a formula is taken if the functions in it stand there,
by name or alias. OUTPUT receives formulas_*.cpp, which include formula_check.hpp; files that would not change are not
touched. The program made of them prints what it checked and what was left out, and ends with 1 if a figure is wrong.
"""

import ast
import csv
import json
import math
import pathlib
import re
import sys

# Points at which no formula in double precision holds 10 digits of the derivative.
UNSOUND = {
    ("RU062", "2.1"): "1 - u^2 of u = 1 - 1e-7",
    ("RU314", "-0.4 -0.4"): "0/0 in the chain rule, of a derivative that has a limit there",
}
BATCH = 25  # formulas per unit: the library's headers are read once for each unit


# ----------------------------------------------------------------------------------------------- the vocabulary

class Vocabulary:
    """The functions and constants of the table, as the library's sources state them."""

    ARITY = {"nullary": 0, "unary": 1, "binary": 2, "ternary": 3}

    def __init__(self, rules):
        listed = set(re.findall(r"\w+", (rules / "all.hpp").read_text()))
        self.functions = {}  # name: (arity, whether it takes more arguments)
        self.constants = set()
        source = "".join(path.read_text() for path in sorted(rules.glob("*.hpp")))
        for block, kind, body in re.findall(r"^struct (\w+) : (\w+) \{(.*?)^\};", source, re.M | re.S):
            if block not in listed or kind not in self.ARITY:
                continue
            texts = " ".join(re.findall(r'\b(?:text|aliases) = "([^"]*)"', body)).split()
            for text in texts:
                if self.ARITY[kind] == 0:
                    self.constants.add(text)
                else:
                    self.functions[text] = (self.ARITY[kind], "any_number = true" in body or "any_number{" in body)

    def missing(self, formula, variables):
        """What the table lacks of a formula in Python's notation."""
        tree = ast.parse(formula, mode="eval")
        called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        lacks = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                arity, more = self.functions.get(node.func.id, (None, False))
                if arity is None:
                    lacks.add(node.func.id)
                elif len(node.args) != arity and not (more and len(node.args) > arity):
                    lacks.add(f"{node.func.id} of {len(node.args)}")
            elif isinstance(node, ast.Name) and id(node) not in called:
                if node.id not in variables and node.id not in self.constants:
                    lacks.add(node.id)
        return lacks


def variables_of(formula, variables):
    used = {node.id for node in ast.walk(ast.parse(formula, mode="eval")) if isinstance(node, ast.Name)}
    return [v for v in variables if v in used]


# -------------------------------------------------------------------------------------------------- writing C++

def number(text):
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text} is no finite number")
    return repr(value) if abs(value) != 0 else "0.0"


def table(name, rows):
    lines = ",\n".join("        {" + ", ".join(number(v) for v in row) + "}" for row in rows)
    return f"    static constexpr double {name}[][{len(rows[0])}] = {{\n{lines},\n    }};\n"


def symbols(variables):
    """Symbols v0, v1, ...: names such as gamma or y0 are the C library's."""
    return "".join(f'    constexpr symbol<"{v}"> v{i};\n' for i, v in enumerate(variables))


def bindings(variables, used, row="p"):
    return ", ".join(f"v{i} = {row}[{i}]" for i, v in enumerate(variables) if v in used)


def value_and_derivatives(label, formula, variables, by, rows, second=False):
    """Rows: the variables, the value, the derivatives by the variables in `by`, and with `second` the upper triangle of
    the Hessian by rows."""
    wanted = [variables.index(v) for v in by]
    every = ", ".join(f"v{k}" for k in wanted)
    result = "{\n" + symbols(variables)
    result += f'    constexpr auto f = formula<"{formula}">;\n' + table("points", rows)
    result += "    for (auto const& p : points) {\n"
    result += f"        auto const [value, g{', h' if second else ''}] = evaluate(outputs(f, gradient(f, wrt({every}))"
    result += (f", hessian(f, wrt({every}))" if second else "") + "), " + bindings(variables, variables) + ");\n"
    at = len(variables)
    result += f'        t.compare("{label}", "the value", value, p[{at}]);\n'
    for i, k in enumerate(wanted):
        result += f'        t.compare("{label}", "the derivative by {variables[k]}", g[v{k}], p[{at + 1 + i}]);\n'
    at += 1 + len(wanted)
    for i, k in enumerate(wanted if second else []):
        for j in wanted[i:]:
            what = f"the second derivative by {variables[k]} and {variables[j]}"
            result += f'        t.compare_second("{label}", "{what}", h(v{k}, v{j}), h(v{j}, v{k}), p[{at}]);\n'
            at += 1
    return result + "        ++t.points;\n    }\n    ++t.formulas;\n}\n"


# ------------------------------------------------------------------------------------------------- the three sets

def feynman(data, vocabulary, left_out):
    for entry in json.loads((data / "feynman/feynman.json").read_text()):
        names = [v["name"] for v in entry["variables"]]
        lacks = vocabulary.missing(entry["formula"], names)
        if lacks:
            left_out.append(lacks)
            continue
        names = variables_of(entry["formula"], names)
        places = [[v["name"] for v in entry["variables"]].index(v) for v in names]
        triangle = [(i, j) for n, i in enumerate(places) for j in places[n:]]
        rows = [[p["at"][v] for v in names] + [p["f"]] + [p["grad"][v] for v in names] + [p["hess"][i][j] for i, j in triangle]
                for p in entry["points"]]
        yield value_and_derivatives(f"{entry['id']}: {entry['formula']}", entry["formula"], names, names, rows, second=True)


def nist_strd(data, vocabulary, left_out):
    for path in sorted((data / "nist_strd/json").glob("*.json")):
        entry = json.loads(path.read_text())
        parameters = [f"b{i + 1}" for i in range(entry["n_params"])]
        predictors = entry["predictors"]
        names = parameters + predictors
        lacks = vocabulary.missing(entry["model_formula"], names) | vocabulary.missing(entry["response"], ["y"])
        if lacks:
            left_out.append(lacks)
            continue
        with open(data / "nist_strd/csv" / f"{entry['name']}.csv") as file:
            table_rows = [row for row in csv.DictReader(file)]
        first, last = table_rows[0], table_rows[-1]
        oracle = entry["oracle_60digit"]
        rows, losses = [], []
        for place in ("at_start1", "at_start2", "at_certified"):
            at = oracle[place]
            for which, row in (("first", first), ("last", last)):
                rows.append(at["b"] + [row[x] for x in predictors] +
                            [at[f"model_at_{which}_row"]] + at[f"jac_at_{which}_row"])
            if place != "at_certified":  # there the residuals cancel, and with them their figures
                losses.append(at["b"] + [at["rss"]] + at["grad_rss"])
        label = f"{entry['name']}: {entry['model_formula']}"
        code = value_and_derivatives(label, entry["model_formula"], names, parameters, rows)
        yield "{\n" + code + residual_sum(label, entry, parameters, table_rows, losses) + "}\n"


def residual_sum(label, entry, parameters, table_rows, losses):
    """The sum of squares over all rows and its gradient, from the model's text and Eigen's columns."""
    columns = entry["predictors"] + ["y"]
    count, model, response = len(parameters), entry["model_formula"], entry["response"]
    result = "{\n" + symbols(parameters) + "".join(f'    constexpr column<"{c}"> c{i};\n' for i, c in enumerate(columns))
    named = ", ".join(f'"{c}"' for c in columns)
    result += f'    constexpr auto f = formula<"sum(({response} - ({model}))**2)", columns<{named}>>;\n'
    for i, c in enumerate(columns):
        data = ", ".join(number(row[c]) for row in table_rows)
        result += f"    static constexpr double data{i}[] = {{{data}}};\n"
        result += f"    Eigen::Map<Eigen::ArrayXd const> const m{i}(data{i}, {len(table_rows)});\n"
    result += table("points", losses)
    every = ", ".join(f"v{i}" for i in range(count))
    bound = bindings(parameters, parameters) + "".join(f", c{i} = m{i}" for i in range(len(columns)))
    result += f"    for (auto const& p : points) {{\n        auto const [value, g] = evaluate(outputs(f, gradient(f, wrt({every}))), {bound});\n"
    result += f'        t.compare("{label}", "the residual sum of squares", value, p[{count}]);\n'
    for i, name in enumerate(parameters):
        result += f'        t.compare("{label}", "its derivative by {name}", g[v{i}], p[{count + 1 + i}]);\n'
    return result + "    }\n}\n"


def derivatives(data, vocabulary, left_out):
    for entry in json.loads((data / "derivatives/derivatives.json").read_text()):
        names = entry["vars"]
        f, df = (re.sub(r"\bE\b", "exp(1)", entry[side]) for side in ("f", "df"))  # the reference's name for e
        lacks = vocabulary.missing(f, names)
        if lacks:
            left_out.append(lacks)
            continue
        stated = not vocabulary.missing(df, names)
        by = [name for name, order in entry["wrt"] for _ in range(order)]
        label = f"{entry['id']}: {f}"
        rows = [[p["at"][v] for v in names] + [p["f"], p["df"]] for p in entry["points"]
                if (entry["id"], " ".join(p["at"][v] for v in names)) not in UNSOUND]
        result = "{\n" + symbols(names) + f'    constexpr auto f = formula<"{f}">;\n'
        result += "    constexpr auto d = " + (f"diff(f, {', '.join(f'v{names.index(v)}' for v in by)})" if by else "f") + ";\n"
        if stated:
            result += f'    constexpr auto df = formula<"{df}">;\n'
        result += table("points", rows) + "    for (auto const& p : points) {\n"
        used, count = variables_of(f, names), len(names)
        result += f"        auto const [value, slope] = evaluate(outputs(f, d), {bindings(names, used)});\n"
        result += f'        t.compare("{label}", "the value", value, p[{count}]);\n'
        result += f'        t.compare("{label}", "the derivative", slope, p[{count + 1}]);\n'
        if stated:
            used = variables_of(df, names)  # a number is evaluated by the compiler
            result += f"        {'auto const' if used else 'constexpr double'} stated = evaluate({', '.join(filter(None, ['df', bindings(names, used)]))});\n"
            result += f'        t.compare("{label}", "the derivative as stated", stated, p[{count + 1}]);\n'
        result += "        ++t.points;\n    }\n    ++t.formulas;\n"
        if stated:
            result += "    t.equal += d == df;\n"
        yield result + "}\n"


def proofs(data, vocabulary):
    """A unit that proves the stated derivatives at run time."""
    rows = []
    for entry in json.loads((data / "derivatives/derivatives.json").read_text()):
        f, df = (re.sub(r"\bE\b", "exp(1)", entry[side]) for side in ("f", "df"))
        if vocabulary.missing(f, entry["vars"]) or vocabulary.missing(df, entry["vars"]):
            continue
        by = ", ".join(f'"{name}"' for name, order in entry["wrt"] for _ in range(order))
        rows.append(f'    {{"{entry["id"]}", "{f}", {{{by}}}, "{df}"}},\n')
    return f"""#include "proof_check.hpp"

int prove_derivatives();

int prove_derivatives() {{
    return prove_all({{
{"".join(rows)}    }});
}}
"""


def write(path, text):
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def main(data, rules, output):
    vocabulary = Vocabulary(rules)
    output.mkdir(parents=True, exist_ok=True)
    written = set()
    declarations, calls = "", ""
    for name, made, present in (("feynman", feynman, "feynman/feynman.json"), ("nist_strd", nist_strd, "nist_strd/json"),
                                ("derivatives", derivatives, "derivatives/derivatives.json")):
        if not (data / present).exists():
            continue
        left_out = []
        blocks = list(made(data, vocabulary, left_out))
        calls += f'    {{\n        tally t{{"{name}"}};\n'
        for start in range(0, len(blocks), BATCH):
            unit = f"{name}_{start // BATCH + 1}"
            body = "".join(f"void formula_{start + i}(tally& t) {block}\n" for i, block in enumerate(blocks[start:start + BATCH]))
            every = "".join(f"    formula_{start + i}(t);\n" for i in range(len(blocks[start:start + BATCH])))
            header = "eigen" if name == "nist_strd" else "leibniz"
            path = output / f"formulas_{unit}.cpp"
            write(path, f'#include "formula_check.hpp"\n\n#include <leibniz/{header}.hpp>\n\nusing namespace leibniz;\n\n'
                        f"void {unit}(tally& t);\n\nnamespace {{\n\n{body}}}  // namespace\n\nvoid {unit}(tally& t) {{\n{every}}}\n")
            written.add(path)
            declarations += f"void {unit}(tally& t);\n"
            calls += f"        {unit}(t);\n"
        calls += f'        t.finish({len(left_out)}, "{", ".join(sorted(set().union(*left_out)))}");\n        wrong += t.wrong;\n    }}\n'
        if name == "derivatives":
            path = output / "formulas_proofs.cpp"
            write(path, proofs(data, vocabulary))
            written.add(path)
            declarations += "int prove_derivatives();\n"
            calls += "    wrong += prove_derivatives();\n"
    path = output / "formulas.cpp"
    write(path, f"""#include "formula_check.hpp"

{declarations}
int main() {{
    int wrong = 0;
{calls}    return wrong > 0;
}}
""")
    written.add(path)
    for path in set(output.glob("formulas_*.cpp")) - written:
        path.unlink()


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*(pathlib.Path(argument) for argument in sys.argv[1:]))
