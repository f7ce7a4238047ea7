"""Formulas in gdb and lldb: `p loss` prints (w*x - y)^2, and a result its numbers beside their symbols.

gdb finds this file by itself where it stands in share/gdb/python/gdb/printer of its own prefix, as the package for Debian has it; else:
    source PREFIX/share/gdb/python/gdb/printer/leibniz.py             in ~/.config/gdb/gdbinit
    command script import PREFIX/share/gdb/python/gdb/printer/leibniz.py   in ~/.lldbinit

A model is an empty type, so its formula is read from the name of the type; the program is neither run nor changed.
"""

import re

# What is written for a function: its block's `text`, from include/leibniz. scripts/function_names writes it.
FUNCTIONS = {
    # begin
    "addition": "+", "subtraction": "-", "negation": "-", "multiplication": "*", "division": "/", "power": "^", "circle_constant": "pi",
    "absolute_value": "abs", "signum": "sign", "square_function": "square", "square_root": "sqrt", "cube_root": "cbrt",
    "hypotenuse": "hypot", "exponential": "exp", "power_of_two": "exp2", "exponential_minus_one": "expm1", "logarithm": "log",
    "binary_logarithm": "log2", "decimal_logarithm": "log10", "logarithm_one_plus": "log1p", "log_odds": "logit",
    "relative_exponential": "exprel", "relative_exponential_derivative": "exprel_derivative", "sine": "sin", "cosine": "cos",
    "tangent": "tan", "cotangent": "cot", "secant": "sec", "cosecant": "csc", "cardinal_sine": "sinc",
    "spherical_bessel_function": "sph_bessel", "arc_sine": "asin", "arc_cosine": "acos", "arc_tangent": "atan", "arc_cotangent": "acot",
    "arc_secant": "asec", "arc_cosecant": "acsc", "angle": "atan2", "hyperbolic_sine": "sinh", "hyperbolic_cosine": "cosh",
    "hyperbolic_tangent": "tanh", "hyperbolic_cotangent": "coth", "hyperbolic_secant": "sech", "hyperbolic_cosecant": "csch",
    "inverse_hyperbolic_sine": "asinh", "inverse_hyperbolic_cosine": "acosh", "inverse_hyperbolic_tangent": "atanh",
    "inverse_hyperbolic_cotangent": "acoth", "inverse_hyperbolic_secant": "asech", "inverse_hyperbolic_cosecant": "acsch",
    "error_function": "erf", "complementary_error_function": "erfc", "normal_cumulative": "normcdf", "gamma_function": "tgamma",
    "log_gamma": "lgamma", "factorial_function": "factorial", "digamma_function": "digamma", "polygamma_function": "polygamma",
    "minimum": "min", "maximum": "max", "clamped": "clamp", "rounded_down": "floor", "rounded_up": "ceil", "rounded": "round",
    "truncated": "trunc", "remainder_of_division": "fmod", "floored_modulo": "mod", "unit_step": "step", "logistic": "sigmoid",
    "soft_plus": "softplus", "rectifier": "relu", "leaky_rectifier": "leaky_relu", "exponential_unit": "elu",
    "scaled_exponential_unit": "selu", "soft_sign": "softsign", "gaussian_unit": "gelu", "sigmoid_linear_unit": "silu",
    "mish_unit": "mish", "log_sum_exp": "logsumexp", "normalized_exponential": "softmax", "product_with_logarithm": "xlogy",
    "held_constant": "stop_gradient", "summation": "sum", "averaging": "mean", "scaled_complementary_error_function": "erfcx",
    "log_normal_distribution": "lognormcdf", "inverse_error_function": "erfinv", "inverse_complementary_error_function": "erfcinv",
    "normal_quantile": "norminv", "log_beta": "lbeta", "log_binomial": "lbinom", "density_of_gamma_distribution": "gamma_density",
    "density_of_beta_distribution": "beta_density", "lower_incomplete_gamma": "gammainc", "upper_incomplete_gamma": "gammaincc",
    "incomplete_beta": "betainc", "bessel_function": "cyl_bessel_j", "neumann_function": "cyl_neumann",
    "modified_bessel_function": "cyl_bessel_i", "macdonald_function": "cyl_bessel_k", "less_than": "<", "at_most": "<=",
    "greater_than": ">", "at_least": ">=", "numbers_equal": "==", "numbers_differ": "!=", "integrality": "integer",
    "logical_conjunction": "and", "logical_disjunction": "or", "logical_negation": "not", "choice": "where", "matrix_variable": "matrix",
    "size_of_dimension": "size", "ones_vector": "ones", "zero_matrix": "zeros", "identity_matrix": "eye", "transposition": "transpose",
    "matrix_product": "*", "entrywise_product": "hadamard", "entrywise_quotient": "./", "entrywise_power": ".^", "power_in_text": "^",
    "linear_solution": "solve", "sum_of_magnitudes": "norm1", "outer_product": "outer", "ones_matrix": "ones", "inner_product": "dot",
    "matrix_inverse": "inv", "determinant_of_matrix": "det", "log_determinant": "logdet", "matrix_trace": "tr",
    "diagonal_of_vector": "diag", "main_diagonal": "diagonal", "sum_of_entries": "sum", "sum_over_rows": "sum_over_rows",
    "mean_over_rows": "mean_over_rows", "euclidean_norm": "norm2", "vector_log_sum_exp": "logsumexp", "vector_softmax": "softmax",
    "log_sum_exp_of_rows": "logsumexp_of_rows", "softmax_of_rows": "softmax_of_rows",
    # end
}
SIGNS = {"addition": 1, "subtraction": 1, "multiplication": 3, "division": 3, "power": 5, "less_than": 0, "at_most": 0, "greater_than": 0,
         "at_least": 0, "numbers_equal": 0, "numbers_differ": 0, "matrix_product": 3}
ATOM = 6
NAMED = re.compile(r'^name<[0-9]+[uUlL]*>\{(?:char ?\[[0-9]+\])?\{?(?:"((?:\\.|[^"\\])*)"|((?:\(char\)[0-9]+(?:, )?)*))\}?\}$')
EXPRESSIONS = ("symbol", "symbols", "column", "constant", "call", "named", "derivative", "formula_of", "gradient_of", "hessian_of", "jacobian_of",
               "outputs_of", "matrix", "symmetric", "directional_derivative")
OF_LIBRARY = "leibniz::(?:v[0-9]+_[0-9]+::)?"
EXPRESSION = re.compile(OF_LIBRARY + "(?:" + "|".join(EXPRESSIONS) + "|variables|binding)<")


def end_of(name, start):
    """The place behind the bracket that closes what opens before `start`; -1 if none does."""
    depth, quoted, i = 1, False, start
    while i < len(name):
        c = name[i]
        if quoted:
            i += c == "\\"
            quoted = c != '"'
        elif c == '"':
            quoted = True
        elif c in "<{(":
            depth += 1
        elif c in ">})":
            depth -= 1
            if depth == 0:
                return i + 1
        i += 1
    return -1


def parts(name):
    """The template's name without namespaces, and its arguments: "call", ["power", "symbol<...>", ...]."""
    name = re.sub(r"^(const |volatile |class |struct )+", "", name.strip())
    name = re.sub("^" + OF_LIBRARY + "(?:detail::)?", "", name)
    begin = name.find("<")
    if begin < 0 or name.startswith("name<"):
        return name, []
    arguments, i, first = [], begin + 1, begin + 1
    end = end_of(name, begin + 1) - 1
    while i < end:
        if name[i] in "<{(":
            i = end_of(name, i + 1)
            continue
        if name[i] == '"':
            i = name.index('"', i + 1)
        elif name[i] == ",":
            arguments.append(name[first:i].strip())
            first = i + 1
        i += 1
    if name[first:end].strip():
        arguments.append(name[first:end].strip())
    return name[:begin], arguments


def number(arguments):
    """A constant as text, and how tightly it binds."""
    n, d, exponent = [int(a.rstrip("uUlL")) for a in arguments + ["1", "0"][len(arguments) - 1:]]
    if d < 0:  # of more than 18 digits, packed
        return "constant<%d, %d, %d>" % (n, d, exponent), ATOM
    if exponent:
        return "%de%d" % (n, exponent), 2 if n < 0 else ATOM
    rest = d
    for p in (2, 5):
        while rest % p == 0:
            rest //= p
    if d == 1 or (rest == 1 and d <= 10000):
        return repr(n / d) if d > 1 else str(n), 2 if n < 0 else ATOM
    return "%d/%d" % (n, d), 2 if n < 0 else 3


def spelled(argument):
    """The characters of a `name`, or the number of a dimension. gdb has them as a string, or as codes in the name of a function; lldb 19 does
    not have them."""
    argument = re.sub("^" + OF_LIBRARY, "", argument.strip())
    found = NAMED.match(argument)
    if not found:
        return "?" if argument.startswith("name<") else argument
    if found.group(1) is not None:
        return found.group(1)
    return bytes(int(code) for code in re.findall("[0-9]+", found.group(2))).decode(errors="replace")


def formula(name):
    """The formula of a type, and how tightly its outermost operation binds: 1 a sum, 2 a sign, 3 a product, 5 a power, 6 anything in
    parentheses or without."""
    head, arguments = parts(name)
    if head in ("symbol", "symbols", "column", "matrix", "symmetric") and arguments:
        return spelled(arguments[0]), ATOM
    if head == "constant":
        return number(arguments)
    if head == "named":
        return formula(arguments[1])
    if head == "formula_of":
        return spelled(arguments[0]), 0
    if head == "binding":
        return "%s = %s" % (text(arguments[0]), arguments[1]), 0
    if head == "variables":
        return "wrt(%s)" % ", ".join(text(a) for a in arguments), ATOM
    if head in ("derivative", "directional_derivative"):
        return "%s(%s)" % ("diff" if head == "derivative" else "jvp", ", ".join(text(a) for a in arguments)), ATOM
    if head in ("gradient_of", "hessian_of"):
        return "%s(%s, wrt(%s))" % (head[:-3], text(arguments[0]), ", ".join(text(a) for a in arguments[1:])), ATOM
    if head.endswith("_of"):
        return "%s(%s)" % (head[:-3], ", ".join(text(a) for a in arguments)), ATOM
    if head != "call":
        return name.strip(), ATOM

    function = parts(arguments[0])[0]
    operands = [formula(a) for a in arguments[1:]]
    sign = FUNCTIONS.get(function, function)
    if function in SIGNS and len(operands) == 2:
        binds = SIGNS[function]
        below = {1: (1, 3), 3: (2, 4), 5: (6, 6), 0: (1, 1)}[binds]
        left, right = ["(%s)" % t if b < least else t for (t, b), least in zip(operands, below)]
        between = sign if binds > 1 else " %s " % sign
        return left + between + right, binds
    if function in ("negation", "logical_negation") and len(operands) == 1:
        operand, binds = operands[0]
        before = "-" if function == "negation" else "not "
        return before + ("(%s)" % operand if binds < 3 else operand), 2
    if function in ("logical_conjunction", "logical_disjunction"):
        return (" %s " % sign).join("(%s)" % t if b < 0 else t for t, b in operands), -1
    if function == "transposition":
        operand, binds = operands[0]
        return ("(%s)'" % operand if binds < ATOM else operand + "'"), ATOM
    if not operands:
        return sign, ATOM
    return "%s(%s)" % (sign, ", ".join(t for t, _ in operands)), ATOM


def text(name):
    return formula(name)[0]


def shortened(name):
    """A name in which each type of an expression is replaced by its formula."""
    while True:
        found = EXPRESSION.search(name)
        if not found:
            return re.sub(OF_LIBRARY, "leibniz::", name)
        end = end_of(name, found.end())
        if end < 0:
            return name
        name = name[:found.start()] + text(name[found.start():end]) + name[end:]


def without_parameters(name):
    """The name of a function without the types of its parameters: the debugger shows the arguments behind it."""
    depth = 0
    for i in range(len(name) - 1, -1, -1):
        depth += (name[i] == ")") - (name[i] == "(")
        if depth == 0:
            return name[:i] if name[i] == "(" and i > 0 else name
    return name


def labels(type_name):
    """What the values of a record, or of a table of results, are called."""
    head, arguments = parts(type_name)

    def of(keys):
        inner, names = parts(keys)
        found = [text(n) for n in names]
        return found if inner == "variables" and "?" not in found else None

    rows = of(arguments[0])
    if head == "record":
        count = len(arguments) - 1
        return rows if rows and len(rows) == count else [str(i) for i in range(count)]
    columns = of(arguments[1])
    count = len(arguments) - 3
    width = int(arguments[2].rstrip("uUlL")) or 1
    rows = rows or [str(i) for i in range(count // width)]
    columns = columns or [str(i) for i in range(width)]
    return ["(%s, %s)" % (r, c) for r in rows for c in columns][:count]


try:
    import gdb
    import gdb.printing
except ImportError:
    gdb = None

if gdb:
    class Formula:
        def __init__(self, value):
            self.value = value

        def to_string(self):
            return text(str(self.value.type.strip_typedefs().unqualified()))

    class Binding(Formula):
        def to_string(self):
            symbol = parts(str(self.value.type.strip_typedefs().unqualified()))[1][0]
            return "%s = %s" % (text(symbol), self.value["value"])

    class Results(Formula):
        def to_string(self):
            return None

        def children(self):
            values = self.value["values"]
            if values.type.strip_typedefs().code == gdb.TYPE_CODE_ARRAY:
                low, high = values.type.strip_typedefs().range()
                found = [values[i] for i in range(low, high + 1)]
            else:  # a tuple, each value in a base of its own
                inner = values[values.type.fields()[0]]
                found = [inner[f]["data_"] for f in inner.type.fields() if f.is_base_class]
            return iter(list(zip(labels(str(self.value.type.strip_typedefs().unqualified())), found)))

    class Frame(gdb.FrameDecorator.FrameDecorator if hasattr(gdb, "FrameDecorator") else object):
        def function(self):
            name = super().function()
            return without_parameters(shortened(name)) if isinstance(name, str) else name

    class Frames:
        name, priority, enabled = "leibniz", 100, True

        def filter(self, frames):
            return (Frame(f) for f in frames)

    printers = gdb.printing.RegexpCollectionPrettyPrinter("leibniz")
    printers.add_printer("formula", "^" + OF_LIBRARY + "(" + "|".join(EXPRESSIONS) + ")<", Formula)
    printers.add_printer("binding", "^" + OF_LIBRARY + "binding<", Binding)
    printers.add_printer("results", "^" + OF_LIBRARY + "(record|table_of_results)<", Results)
    gdb.printing.register_pretty_printer(None, printers, replace=True)
    gdb.frame_filters["leibniz"] = Frames()


def lldb_formula(value, _):
    return text(value.GetType().GetCanonicalType().GetUnqualifiedType().GetName())


def lldb_results(value, _):
    name = value.GetType().GetCanonicalType().GetUnqualifiedType().GetName()
    values = value.GetNonSyntheticValue().GetChildMemberWithName("values")
    found = [values.GetChildAtIndex(i) for i in range(values.GetNumChildren())]
    shown = [v.GetValue() or v.GetSummary() or "{...}" for v in found]
    return "{%s}" % ", ".join("%s = %s" % pair for pair in zip(labels(name), shown))


def __lldb_init_module(debugger, _):
    for function, types in (("lldb_formula", "|".join(EXPRESSIONS)), ("lldb_results", "record|table_of_results")):
        debugger.HandleCommand('type summary add -w leibniz -F %s.%s -x "^(const )?%s(%s)<"' % (__name__, function, OF_LIBRARY.replace("?:", ""), types))
    debugger.HandleCommand("type category enable leibniz")
