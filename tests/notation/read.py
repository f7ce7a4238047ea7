"""read.py mathml|json FILE: whether a reader of that form takes what was written, and finds in it what there should be."""
import json
import sys
import xml.etree.ElementTree as tree

kind, path = sys.argv[1:]
if kind == "mathml":
    formulas = list(tree.parse(path).getroot())
    assert len(formulas) > 100
    for formula in formulas:
        assert formula.tag == "math" and len(formula) > 0
        for element in formula.iter():
            assert len(element) == {"msup": 2, "msub": 2, "mfrac": 2}.get(element.tag, len(element)), tree.tostring(element)
else:
    with open(path, encoding="utf-8") as text:
        graphs = json.load(text)
    assert len(graphs) > 100
    for graph in graphs:
        nodes = graph["nodes"]
        assert graph["results"] and all(0 <= result < len(nodes) for result in graph["results"])
        for place, node in enumerate(nodes):
            assert all(0 <= operand < place for operand in node.get("operands", [])), node
