"""Sees that include/leibniz/leibniz.cppm exports every function of the tables, and nothing twice: python3 module_names.py SOURCE"""

import pathlib
import re
import sys

headers = pathlib.Path(sys.argv[1]) / "include/leibniz"
exported = re.findall(r"^using leibniz::([^;]+);", (headers / "leibniz.cppm").read_text(), re.M)
functions = set()
for table in ["rules/functions.hpp", "rules/special_functions.hpp", "matrix/symbols.hpp", "algebra/expand.hpp", "algebra/factor.hpp"]:
    declared = r"^template <[^\n]*?> *(?:requires[^\n]*)?\n?(?:static )?constexpr (?:auto|applied<[^;{]*?>|call<[^;{]*?>) (\w+)\("
    before_detail = re.sub(r"\nnamespace detail \{.*?\n\}  // namespace detail", "", (headers / table).read_text(), flags=re.S)
    functions.update(re.findall(declared, before_detail, re.M))
if len(functions) < 95:
    sys.exit("only %d functions were found" % len(functions))
missing = sorted(functions - set(exported))
twice = sorted({name for name in exported if exported.count(name) > 1})
if missing or twice:
    sys.exit("leibniz.cppm does not export %s, and exports twice %s" % (missing, twice))
