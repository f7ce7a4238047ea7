"""Writes the pages that the generator of the site reads: those of docs, and what is made of the sources.

    python3 docs/site/pages.py FOLDER [--single-header ADDRESS] [--try PAGE] [--lessons PAGE]

FOLDER gets Markdown. ADDRESS is where the single headers are on line, such as https://example.org/leibniz/0.2.0: programs
that need nothing else then have a link that opens them in Compiler Explorer. PAGE is a page that was built: the one to try
formulas on, and that of the lessons.
"""
import argparse
import base64
import json
import re
import shutil
import sys
from pathlib import Path

sys.dont_write_bytecode = True
import headers

ROOT = headers.ROOT
DOCS = ROOT / "docs"
TEXTS = {".md"}
PICTURES = {".svg", ".png"}
LANGUAGES = {".hpp": "cpp", ".cpp": "cpp", ".py": "python", ".cmake": "cmake", ".sh": "sh", ".txt": "text", ".csv": "text", ".md": "md"}

# Folders of include/leibniz, by what a reader looks for.
REFERENCE = [
    ("models", "Models", ["language", "rules"]),
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


class links:
    """Links to files of the repository, which become pages of the site where they are none of docs."""

    def __init__(self, folder):
        self.folder, self.wanted = folder, []

    def rewrite(self, text, page, written_as):
        """The text of the file `page` of the repository, for the page `written_as` of the site."""
        depth = "../" * written_as.count("/")

        def target(place):
            address, anchor = (place[2].split("#", 1) + [""])[:2]
            if re.match(r"[a-z]+:", place[2]) or not address:
                return place[0]
            file = (page.parent / address).resolve()
            if not file.exists():
                raise SystemExit(f"docs/site/pages.py: {page.relative_to(ROOT)} links to {address}, which does not exist")
            return place[1] + depth + self.place_of(file) + ("#" + anchor if anchor else "") + ")"

        return outside_code(text, lambda part: re.sub(r"(\]\()([^)\s]+)\)", target, part))

    def place_of(self, file):
        """Where a file or folder of the repository stands on the site."""
        if file.is_relative_to(DOCS) and file.suffix in TEXTS | PICTURES:
            return file.relative_to(DOCS).as_posix()
        name = file.relative_to(ROOT).as_posix()
        if file.suffix in PICTURES:
            copy(file, self.folder / "source" / name)
            return "source/" + name
        if name in PAGES_OF_ROOT:
            return PAGES_OF_ROOT[name]
        self.wanted.append(file)
        return "source/" + name + ("/index.md" if file.is_dir() else ".md")

    def write_wanted(self):
        done = set()
        while self.wanted:
            file = self.wanted.pop()
            if file in done:
                continue
            done.add(file)
            name = file.relative_to(ROOT).as_posix()
            if file.is_dir():
                files = sorted(each for each in file.iterdir() if each.is_file() and not each.name.startswith("."))
                self.wanted += files
                lines = [f"# {name}", ""] + [f"- [{each.name}]({each.name}.md)" for each in files]
                write(self.folder / "source" / name / "index.md", HIDDEN + "\n".join(lines) + "\n")
            elif file.suffix == ".md":
                at = "source/" + name + ".md"
                write(self.folder / at, HIDDEN + self.rewrite(file.read_text(), file, at))
            else:
                write(self.folder / "source" / (name + ".md"), HIDDEN + f"# {name}\n\n{fence(file.read_text(), LANGUAGES.get(file.suffix, 'text'))}")


PAGES_OF_ROOT = {"CONTRIBUTING.md": "contributing.md", "CHANGELOG.md": "changes.md", "README.md": "index.md", "docs": "index.md"}
WITHOUT_COLUMNS = "---\nhide: [navigation, toc]\n---\n"
HIDDEN = "---\nsearch:\n  exclude: true\n---\n"


def outside_code(text, change):
    """The text with what stands outside of fenced blocks and of code in a line changed."""
    parts = re.split(r"(^```.*?^```$)", text, flags=re.M | re.S)
    for k in range(0, len(parts), 2):
        parts[k] = change(parts[k])
    return "".join(parts)


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def copy(file, to):
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(file, to)


def fence(text, language):
    marks = "```" if "```" not in text else "````"
    return f"{marks}{language}\n{text.rstrip()}\n{marks}\n"


# --- Compiler Explorer -----------------------------------------------------------------------------------------------

SINGLE = {
    "leibniz/leibniz.hpp": "leibniz.single.hpp",
    "leibniz/eigen.hpp": "leibniz.eigen.single.hpp",
    "leibniz/notation.hpp": "leibniz.notation.single.hpp",
    "leibniz/algebra.hpp": "leibniz.notation.single.hpp",
    "leibniz/calculus.hpp": "leibniz.notation.single.hpp",
    "leibniz/derivation.hpp": "leibniz.notation.single.hpp",
    "leibniz/backpropagation.hpp": "leibniz.notation.single.hpp",
    "leibniz/page.hpp": "leibniz.notation.single.hpp",
}


def with_single_headers(program, address):
    """The program with single headers in place of the library's, or None where there is none for all of them."""
    names = re.findall(r"^#include <(leibniz/[^>]+)>", program, flags=re.M)
    if not names or any(name not in SINGLE for name in names):
        return None
    written = set()

    def single(place):
        name = SINGLE[place[1]]
        if name in written:
            return ""
        written.add(name)
        return f"#include <{address.rstrip('/')}/{name}>\n"

    return re.sub(r"^#include <(leibniz/[^>]+)>\n", single, program, flags=re.M)


def compiler_explorer(program):
    """A link that opens a program in Compiler Explorer: its state as JSON, in base 64."""
    compiler = {"id": "g122", "options": "-std=c++20 -O1", "libs": [{"id": "eigen", "ver": "340"}, {"id": "boost", "ver": "183"}]}
    state = {"sessions": [{"id": 1, "language": "c++", "source": program, "compilers": [], "executors": [{"compiler": compiler, "compilerVisible": True}]}]}
    return "https://godbolt.org/clientstate/" + base64.urlsafe_b64encode(json.dumps(state).encode()).decode()


def with_buttons(text, address):
    """The text with a link behind each whole program."""
    if not address:
        return text

    def button(place):
        program = with_single_headers(place[1], address)
        if program is None or "int main()" not in program:
            return place[0]
        return place[0] + f"\n\n[Change this]({compiler_explorer(program)}){{ .md-button .change-this }}"

    return re.sub(r"^```cpp\n(.*?)^```$", button, text, flags=re.M | re.S)


# --- what is made of the sources -------------------------------------------------------------------------------------

def messages():
    """The page of all messages."""
    sentences = headers.compile_time_messages()
    found = {sentence: [] for sentence in sentences}
    for name, expected, wrong, right in headers.misuses():
        for sentence in sentences:
            if any(sentence.startswith(text) or text in sentence for text in expected if len(text) > 20):
                found[sentence].append((name, wrong, right))
    lines = [
        "# All messages",
        "",
        "Each sentence that the compiler or a program says, and what to do about it; this page is made of the headers, of the misuses in",
        "`tests/fail`, which the tests compile, and of their corrected twins. What exceptions are for, and when they are thrown:",
        "[Errors](errors.md).",
        "",
        "## While compiling",
        "",
    ]
    by_subject = {}
    for sentence in sorted(sentences, key=str.lower):
        subject = sentence.split(":")[0].split("(")[0].strip() if re.match(r"[\w<>:, .()\[\]]{1,40}: ", sentence) else "others"
        by_subject.setdefault(subject.lower(), []).append(sentence)
    for subject in sorted(by_subject, key=lambda s: (s == "others", s)):
        lines += [f"### {code(subject) if subject != 'others' else 'Others'}", ""]
        for sentence in by_subject[subject]:
            lines += [f"??? quote \"{escaped(sentence)}\"", ""]
            if found[sentence]:
                name, wrong, right = found[sentence][0]
                lines += indented(f"In place of\n\n{fence(wrong, 'cpp')}\nwrite\n\n{fence(right, 'cpp')}\n<small>`tests/fail/{name}`</small>\n")
            else:
                lines += indented(remedy(sentence) + "\n")
    lines += ["", "## While running", "", "… stands for names and numbers.", "", "| sentence | remedy | exception |", "|---|---|---|"]
    remedies = run_time_remedies()
    seen = set()
    for kind, sentence, _ in sorted(headers.run_time_messages(), key=lambda entry: entry[1].lower()):
        if (kind, sentence) in seen:
            continue
        seen.add((kind, sentence))
        cause, cure = cause_and_cure(sentence, remedies)
        lines.append(f"| {cell(cause)} | {cell(cure)} | `{kind}` |")
    lines += ["", "A `syntax_error` of `parse` says one of the sentences that begin with `formula` above, with the position, and shows the place.", ""]
    return "\n".join(lines)


def run_time_remedies():
    pairs = {}
    for line in (DOCS / "site/remedies.txt").read_text().split("\n"):
        if line and not line.startswith("#"):
            sentence, cure = line.rsplit(" | ", 1)
            pairs[sentence] = cure
    return pairs


def cause_and_cure(sentence, remedies):
    sentence = re.sub(r" +", " ", sentence)
    if "; " in sentence:
        return tuple(sentence.split("; ", 1))
    return sentence, remedies[sentence]


def remedy(sentence):
    """What a sentence says to write, where no file of tests/fail shows it."""
    cure = re.split(r"; |\? ", sentence, maxsplit=1)
    return f"To mend it: {cure[1]}." if len(cure) > 1 else sentence


def cell(text):
    return re.sub(r"([|<>*_\[\]])", r"\\\1", text)


def escaped(text):
    return re.sub(r'(["\\*_<>\[\]])', r"\\\1", text).replace('\\"', "&quot;").replace("\\<", "&lt;").replace("\\>", "&gt;")


def code(text):
    return f"`{text}`"


def indented(text):
    return ["    " + line if line else "" for line in text.split("\n")]


def reference(title, folders):
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


SHOWN_CLASSES = {"model", "document", "fit_result", "accumulator", "prose", "operation_counts", "row_accumulator", "exact_sum", "text_view", "workspace"}


def name_declared(text):
    """The name that a declaration declares."""
    text = re.sub(r"requires\s*\(.*?\)\s*(?=\w|\[)", "", re.sub(r"\[\[\w+::\w+\]\]", "", text), flags=re.S)
    patterns = [r"\boperator\s*(\(\)|\[\]|\"\" ?\w+|[^\s(]+)", r"\b(?:concept|using)\s+(\w+)", r"\b(?:enum class|enum|struct|class)\s+(\w+)(?!\s*[>,.])\b(?=[^<>]*$|\s*[:;]|$|<)",
                r"(\w+)\s*\((?!.*\boperator\b)", r"\b(\w+)\s*(?:=|<|;|$)"]
    for k, pattern in enumerate(patterns):
        if (found := re.search(pattern, text)) and found[1] != "decltype":
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


def prose_of(text):
    """A comment as Markdown: what looks like HTML or emphasis and is neither stays as it is."""
    parts = re.split(r"(`[^`]*`)", text)
    for k in range(0, len(parts), 2):
        parts[k] = re.sub(r"([<>*_\[\]])", r"\\\1", parts[k])
    return "".join(parts)


# --- all of it -------------------------------------------------------------------------------------------------------

def try_page(page, lessons):
    lines = ["# Try it", ""]
    if page:
        lines += ["Type a model: [the page](page.md) derives, explains and draws it. Nothing that you type leaves your browser.", "",
                  '<p><a class="md-button md-button--primary" href="../page/leibniz.html">Open it on a page of its own</a></p>', "",
                  '<iframe class="try" src="../page/leibniz.html" title="Leibniz in the browser"></iframe>', ""]
    else:
        lines += ["[The page](page.md) on which formulas are derived in the browser was not built with this site: `scripts/page` builds it.", ""]
    if lessons:
        lines += ["## Lessons", "", '<p><a class="md-button" href="../page/lessons.html">Fifteen lessons in back-propagation, calculated by hand</a></p>', ""]
    return "\n".join(lines)


def main():
    arguments = argparse.ArgumentParser(prog="pages.py")
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--single-header", default="")
    arguments.add_argument("--try", dest="page", type=Path)
    arguments.add_argument("--lessons", type=Path)
    options = arguments.parse_args()
    folder = options.folder.resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)

    to = links(folder)
    for file in sorted(DOCS.rglob("*")):
        name = file.relative_to(DOCS).as_posix()
        if name.startswith("site/"):
            continue
        if file.suffix in TEXTS:
            text = to.rewrite(with_buttons(file.read_text(), options.single_header), file, name)
            write(folder / name, WITHOUT_COLUMNS + text if name == "index.md" else text)
        elif file.suffix in PICTURES:
            copy(file, folder / name)
    for name, page in PAGES_OF_ROOT.items():
        if name.endswith(".md") and page != "index.md":
            write(folder / page, to.rewrite((ROOT / name).read_text(), ROOT / name, page))
    for name, title, folders in REFERENCE:
        write(folder / "reference" / f"{name}.md", reference(title, folders))
    write(folder / "messages.md", messages())
    write(folder / "try.md", try_page(options.page, options.lessons))
    if options.page:
        copy(options.page, folder / "page/leibniz.html")
    if options.lessons:
        copy(options.lessons, folder / "page/lessons.html")
    for file in sorted((DOCS / "site/theme").iterdir()):
        copy(file, folder / "theme" / file.name)
    to.write_wanted()


if __name__ == "__main__":
    main()
