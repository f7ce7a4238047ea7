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
import messages
import reference
from writing import fence

ROOT = headers.ROOT
DOCS = ROOT / "docs"
TEXTS = {".md"}
PICTURES = {".svg", ".png"}
LANGUAGES = {".hpp": "cpp", ".cpp": "cpp", ".py": "python", ".cmake": "cmake", ".sh": "sh", ".txt": "text", ".csv": "text", ".md": "md"}


def visible(name):
    """The generator leaves out files whose names begin with a dot."""
    return re.sub(r"(^|/)\.", r"\1", name)


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
        return "source/" + visible(name) + ("/index.md" if file.is_dir() else ".md")

    def write_wanted(self):
        done = set()
        while self.wanted:
            file = self.wanted.pop()
            if file in done:
                continue
            done.add(file)
            name = visible(file.relative_to(ROOT).as_posix())
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
    for name, title, folders in reference.REFERENCE:
        write(folder / "reference" / f"{name}.md", reference.page(title, folders))
    write(folder / "messages.md", messages.page())
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
