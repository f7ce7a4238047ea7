"""What the headers say: public declarations with their comments, and the messages of compiler and program."""
import functools
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INCLUDE = ROOT / "include"


def all_headers():
    return sorted(INCLUDE.glob("leibniz/**/*.hpp"))


def name_of(header):
    return header.relative_to(INCLUDE).as_posix()


def end_of_literal(text, at):
    """The place behind the literal that begins at `at`."""
    quote, begin = text[at], at
    at += 1
    while at < len(text) and text[at] != quote:
        at += 2 if text[at] == "\\" else 1
    return at + 1 if at < len(text) else begin + 1


def begins_literal(text, at):
    """Whether a literal begins here; a ' behind a digit separates digits."""
    return text[at] == '"' or (text[at] == "'" and not (at and text[at - 1].isalnum()))


def without_comments(text):
    """The text without comments of whole lines, and blanks in place of others."""
    lines = []
    for line in text.split("\n"):
        if line.lstrip().startswith("//"):
            lines.append("")
            continue
        if "//" not in line:
            lines.append(line)
            continue
        at = 0
        while at < len(line):
            if begins_literal(line, at):
                at = end_of_literal(line, at)
            elif line.startswith("//", at):
                line = line[:at].rstrip()
            else:
                at += 1
        lines.append(line)
    return "\n".join(lines)


def outside_literals(text, at=0):
    """The characters of a text from `at` on that stand in no literal, each behind its place."""
    while at < len(text):
        if begins_literal(text, at):
            at = end_of_literal(text, at)
        else:
            yield at, text[at]
            at += 1


def arguments(text, at):
    """What stands in the brackets that open before `at`, cut at its commas."""
    parts, begin, depth = [], at, 0
    for at, c in outside_literals(text, at):
        if c in "([{":
            depth += 1
        elif c in ")]}":
            if depth == 0:
                return parts + [text[begin:at].strip()]
            depth -= 1
        elif c == "," and depth == 0:
            parts.append(text[begin:at].strip())
            begin = at + 1
    raise ValueError("brackets that do not close: " + text[begin : begin + 60])


LITERAL = r'"(?:\\.|[^"\\])*"'


def unquoted(literals):
    whole = "".join(part[1:-1] for part in re.findall(LITERAL, literals))
    return re.sub(r'\\(["\\])', r"\1", whole)


@functools.cache
def code_of(header):
    return without_comments(header.read_text())


def compile_time_messages():
    """Each sentence of a static_assert, with the headers in which it stands."""
    found = {}
    for header in all_headers():
        text = code_of(header)
        for place in re.finditer(r"\bstatic_assert\s*\(", text):
            last = arguments(text, place.end())[-1]
            if re.fullmatch(rf"(\s*{LITERAL}\s*)+", last):
                found.setdefault(unquoted(last), []).append(name_of(header))
    return found


def with_gaps(expression):
    """The text that an expression of literals, numbers and names comes to, with … for what is known at run time only."""
    expression = re.sub(r"\bstd::string\(\s*(" + LITERAL + r")\s*\)", r"\1", expression)
    choice = rf"\(?[^+\"(]*(?:\([^()]*\)[^+\"(]*)?\?\s*({LITERAL})\s*:\s*(?:[^+\"(]*\?\s*{LITERAL}\s*:\s*)?({LITERAL})\)?"
    expression = re.sub(choice, lambda m: '"' + (m[1][1:-1] + " / " + m[2][1:-1]).strip(" /") + '"', expression)
    result, at = "", 0
    for part in re.finditer(rf"(?:{LITERAL}\s*)+", expression):
        between = expression[at : part.start()]
        if re.search(r"\w", between):
            result += "…"
        result += unquoted(part[0])
        at = part.end()
    if re.search(r"\w", expression[at:]):
        result += "…"
    return re.sub("…+", "…", result)


# The exceptions that functions throw for failure_kind of parse/outcome.hpp.
KINDS = {"syntax": "syntax_error", "domain": "std::domain_error", "size": "std::length_error", "overflow": "std::overflow_error", "range": "std::out_of_range"}


def run_time_messages():
    """Each exception that a header throws: its type, its sentence with … for names and numbers, the header."""
    found = []
    for header in all_headers():
        text = code_of(header)
        for place in re.finditer(r"\bthrow\s+([\w:]+)\s*\(|\brefuse<([\w:]+)>\s*\(|\bfailure_kind::(\w+)\s*,|\b(refuse_fit)\s*\(", text):
            if place[4] and "void" in text[max(0, place.start() - 8) : place.start()]:
                continue
            first = arguments(text, place.end())[0]
            if '"' not in first:
                continue
            kind = place[1] or place[2] or KINDS.get(place[3]) or "std::invalid_argument"
            entry = (kind, ("fit: " if place[4] else "") + with_gaps(first), name_of(header))
            if entry not in found:
                found.append(entry)
        for place in re.finditer(r"\bsnprintf\s*\((?=[^;]*;\s*throw ([\w:]+)\()", text):  # a sentence without std::string
            sentence = re.sub(r"(%[.*\d]*(ll)?[a-z])+", "…", unquoted(arguments(text, place.end())[2]))
            found.append((re.match(r"[^;]*;\s*throw ([\w:]+)\(", text[place.end() :])[1], sentence, name_of(header)))
    return found


def misuses():
    """Each file of tests/fail: the sentences that it expects, what is written wrong, and what to write."""
    found = []
    for source in sorted((ROOT / "tests/fail").glob("*.cpp")):
        lines = source.read_text().split("\n")
        expected = [line[len("// expect: ") :] for line in lines if line.startswith("// expect: ")]
        body = [line for line in lines if not re.match(r"// (expect|lines): ", line)]
        found.append((source.name, expected, branch(body, twin=False), branch(body, twin=True)))
    return found


def branch(lines, twin):
    """The lines as the compiler reads them with or without TWIN; the first and last blank ones left out."""
    kept, reading = [], [True]
    for line in lines:
        if re.match(r"#\s*ifdef TWIN", line):
            reading.append(twin)
        elif re.match(r"#\s*ifndef TWIN", line):
            reading.append(not twin)
        elif re.match(r"#\s*if", line):
            reading.append(True)
            kept.append(line)
        elif re.match(r"#\s*else", line):
            reading[-1] = not reading[-1]
        elif re.match(r"#\s*endif", line):
            reading.pop()
        elif all(reading):
            kept.append(line)
    text = "\n".join(kept).strip("\n")
    return re.sub(r"\n{3,}", "\n\n", text)


class declaration:
    """A declaration with a comment: in which class it stands, its text, the lines of the comment, and of what holds nothing but members or
    enumerators also these."""

    def __init__(self, header, inside, text, comment, body):
        self.header, self.inside, self.text, self.comment, self.body = header, inside, text, comment, body


def body_of(lines, head, rest):
    """What stands in the braces behind the head, if that is members of data, or enumerators, and not long; else nothing."""
    if not re.search(r"\b(struct|enum)\b", head) or not rest.startswith("{") or "requires" in head:
        return ""
    text = rest + "\n" + "\n".join(lines)
    at = depth = 0
    while at < len(text) and at < 8000:
        if text.startswith("//", at):
            at = text.find("\n", at)
            continue
        if begins_literal(text, at):
            at = end_of_literal(text, at)
            continue
        depth += (text[at] == "{") - (text[at] == "}")
        if depth == 0:
            body = text[: at + 1]
            is_data = not re.search(r"\)\s*(const)?\s*(\{|:|=)|\btemplate\b|\boperator\b|detail::|\bprivate\b", re.sub(r"//.*", "", body))
            return body if is_data and 0 < body.count("\n") <= 60 or re.search(r"\benum\b", head) and body.count("\n") <= 60 else ""
        at += 1
    return ""


def declarations(header):
    """The public declarations of a header that have a comment, outside of detail."""
    found, inside, comment, statement = [], [], [], []
    lines = header.read_text().split("\n")
    for number, line in enumerate(lines):
        stripped = line.strip()
        if stripped.startswith("///"):
            if not statement:
                comment.append(stripped[3:][1:] if stripped.startswith("/// ") else "")
            continue
        if stripped.startswith("//") or stripped.startswith("#"):
            continue
        code = without_comments(line)
        if not statement and not stripped:
            comment = []
            continue
        statement.append(code)
        text = "\n".join(statement)
        end = end_of_statement(text)
        if end is None:
            continue
        head, rest = text[:end], text[end:]
        shown = all(kind != "hidden" for kind, _, _ in inside)
        if comment and shown and not re.match(r"\s*(namespace|private|public|protected)\b", head):
            body = body_of(lines[number + 1 :], head, rest)
            found.append(declaration(header, [name for kind, name, _ in inside if kind == "class"], head.strip(), comment, body))
        inside = after(head, rest, inside)
        comment, statement = [], []
    return found


def end_of_statement(text):
    """Where the head of a declaration ends, before its { or with its ;, or None. A line that only closes brackets is whole."""
    depth = 0
    for at, c in outside_literals(text):
        if c in "([":
            depth += 1
        elif c in ")]":
            depth -= 1
        elif depth == 0 and c in "{;}":
            return at if c in "{}" else at + 1
        elif depth == 0 and c == ":" and re.fullmatch(r"\s*(public|private|protected)", text[:at]):
            return at + 1
    return None


def after(head, rest, inside):
    """The contexts that are open behind a statement."""
    inside = list(inside)
    access = re.fullmatch(r"\s*(public|private|protected):", head)
    if access and inside:
        kind = "class" if access[1] == "public" else "hidden"
        inside[-1] = (kind, inside[-1][1], inside[-1][2])
    at = 0
    first = True
    while at < len(rest):
        c = rest[at]
        if begins_literal(rest, at):
            at = end_of_literal(rest, at)
            continue
        if c == "{":
            inside.append(context(head) if first else ("hidden", "", ""))
            first = False
        elif c == "}" and inside:
            inside.pop()
        at += 1
    return inside


def context(head):
    if re.match(r"\s*(inline\s+)?namespace\b", head):
        return ("hidden", "", "") if "detail" in head or not re.search(r"namespace\s+\w", head) else ("namespace", "", "")
    kind = re.search(r"\b(struct|class)\s+(?:\[\[\w+\]\]\s*)?([\w:]+)[^()=]*$", head)
    if kind and not re.search(r"\benum\b", head):
        return ("class" if kind[1] == "struct" else "hidden", kind[2], "")
    return ("hidden", "", "")
