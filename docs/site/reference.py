"""The pages of the reference."""
import re

import headers
from writing import fence, prose_of

# Folders of include/leibniz, by what a reader looks for.
REFERENCE = [
    ("models", "Models", ["language", "reading", "rules"]),
    ("derivatives", "Derivatives", ["calculus"]),
    ("algebra", "Algebra and proofs", ["algebra", "proofs"]),
    ("values", "Values", ["evaluate"]),
    ("columns", "Columns", ["eigen"]),
    ("matrices", "Vectors and matrices", ["matrix"]),
    ("notation", "Text and other forms", ["notation", "export"]),
    ("explanations", "Hand calculations and derivations", ["backpropagation", "derivation", "document"]),
    ("run_time", "Formulas that are read at run time", ["parse"]),
    ("fitting", "Fitting", ["fit"]),
    ("solvers", "Solvers", ["solvers"]),
]
# The table of functions is a page of its own.
NOT_SHOWN = re.compile(r"rules/(functions|conditions|special_functions|bessel|stable_forms|identities|recognition|all|listed)\.hpp")
SHOWN_CLASSES = {"model", "document", "fit_result", "accumulator", "prose", "operation_counts", "row_accumulator", "exact_sum", "text_view", "workspace"}


def page(title, folders):
    """A page of the reference: the declarations with their comments, header by header."""
    lines = [f"# {title}", "", "Made of the comments in the headers; each example is compiled and run by a test.", ""]
    for header in headers.all_headers():
        name = headers.name_of(header)
        if not any(name.startswith(f"leibniz/{folder}/") for folder in folders) or NOT_SHOWN.search(name):
            continue
        found = headers.declarations(header)
        if not any(has_example(each) for each in found) and not re.search(r"/(fit|solvers)/", name):
            continue
        found = [each for each in found if is_for_users(each)]
        if not found:
            continue
        lines += [f"## `{name[len('leibniz/'):]}`", ""]
        before = ""
        for each in found:
            if (name := name_declared(each.text)) != before:
                lines += [f"### `{name}`", ""]
                before = name
            lines += entry(each)
    return "\n".join(lines) + "\n"


def has_example(declaration):
    return any(line.startswith("    ") for line in declaration.comment)


def is_for_users(declaration):
    if re.search(r"\bgraph\s*&|\bterm\s*\*|matrix_builder|\bdetail::\w+\s*(const)?&\s*\w+\)$", declaration.text) and not has_example(declaration):
        return False
    return not declaration.inside or declaration.inside[-1].split("::")[-1] in SHOWN_CLASSES


def name_declared(text):
    """The name that a declaration declares."""
    text = re.sub(r"requires\s*\(.*?\)\s*(?=\w|\[)", "", re.sub(r"\[\[\w+::\w+\]\]", "", text), flags=re.S)
    patterns = [r"\boperator\s*(\(\)|\[\]|\"\" ?\w+|[^\s(]+)", r"\b(?:concept|using)\s+(\w+)", r"\b(?:enum class|enum|struct|class)\s+(\w+)(?!\s*[>,.])\b(?=[^<>]*$|\s*[:;]|$|<)",
                r"\bauto\s+(\w+)\s*=", r"(\w+)\s*\((?!.*\boperator\b)", r"\b(\w+)\s*(?:=|<|;|$)"]
    for k, pattern in enumerate(patterns):
        if (found := re.search(pattern, text)):
            return ("operator" if k == 0 else "") + found[1]
    return text.split()[-1]


def entry(declaration):
    text = re.sub(r"\[\[\w+::\w+\]\]\s*", "", declaration.text)
    text = re.sub(r"\n\s*", "\n    ", text)
    text = re.sub(r"(?m)^(template <.*>)\n    ", r"\1\n", text)
    text = re.sub(r"\b(constexpr|inline|consteval)\s+", "", text)
    words, example = [], []
    for line in declaration.comment:
        (example if line.startswith("    ") else words).append(line[4:] if line.startswith("    ") else line)
    text = text.rstrip(" {") + (" " + declaration.body + ";" if declaration.body else "")
    result = [fence(text, "cpp")]
    if words:
        result += [prose_of(" ".join(words)), ""]
    if example:
        result += [fence("\n".join(example), "cpp")]
    return result
