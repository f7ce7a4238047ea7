"""Writes debugger/leibniz.py with the functions that the headers have: python3 names.py SOURCE [--check]"""

import pathlib
import re
import sys

source = pathlib.Path(sys.argv[1])
names = {}
for header in ["rules/functions", "rules/special_functions", "rules/bessel", "rules/conditions", "matrix/functions", "matrix/row_functions"]:
    for block, body in re.findall(r"struct (\w+)\s*:[^{;]*\{(.*?)\n\};", (source / "include/leibniz" / (header + ".hpp")).read_text(), re.S):
        text = re.search(r'\*\s*text = "([^"]*)"', body)
        if text:
            names[block] = text.group(1)
if len(names) < 130:
    sys.exit("only %d functions with a text were found" % len(names))

lines, line = [], "   "
for item in ('"%s": "%s",' % pair for pair in names.items()):
    if len(line) + len(item) > 138:
        lines.append(line)
        line = "   "
    line += " " + item
lines.append(line)
file = source / "debugger/leibniz.py"
before = file.read_text()
after = re.sub(r"(    # begin\n).*?(    # end\n)", lambda m: m.group(1) + "\n".join(lines) + "\n" + m.group(2), before, flags=re.S)
if "--check" not in sys.argv:
    file.write_text(after)
elif after != before:
    sys.exit("debugger/leibniz.py does not have the functions of the headers: run tests/package/debugger/names.py")
