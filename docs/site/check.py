"""Checks the pages without the generator: docs/site/check.py. Each line of its output is a fault; the last one counts what was looked at.

    python3 docs/site/check.py            links, blocks of code, messages, the table of functions, the contents of the site
    python3 docs/site/check.py --site DIR the links of the built site
"""
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

sys.dont_write_bytecode = True
import headers
import messages

ROOT, DOCS = headers.ROOT, headers.ROOT / "docs"
faults = []


def fault(text):
    faults.append(text)
    print(text)


def pages():
    roots = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"]
    return [ROOT / name for name in roots] + sorted(DOCS.rglob("*.md")) + sorted((ROOT / "examples").rglob("*.md"))


def anchors(text):
    """The anchors of the headings of a page, as GitHub and the site make them."""
    found, counts = set(), {}
    for heading in re.findall(r"^#+ (.+?) *$", re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S), flags=re.M):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
        anchor = re.sub(r"[^\w\- ]", "", words).strip().replace(" ", "-")
        counts[anchor] = counts.get(anchor, -1) + 1
        found.add(anchor if counts[anchor] == 0 else f"{anchor}-{counts[anchor]}")
    return found


def check_links():
    count = 0
    for page in pages():
        text = re.sub(r"^```.*?^```$", "", page.read_text(), flags=re.M | re.S)
        text = re.sub(r"`[^`\n]*`", lambda place: "`" + " " * (len(place[0]) - 2) + "`", text)
        for address in re.findall(r"\]\(([^)\s]+)\)", text):
            if re.match(r"[a-z]+:", address):
                continue
            count += 1
            name, _, anchor = address.partition("#")
            to = (page.parent / name).resolve() if name else page
            if not to.exists():
                fault(f"{page.relative_to(ROOT)}: links to {address}, which does not exist")
            elif anchor and to.suffix == ".md" and anchor not in anchors(to.read_text()):
                fault(f"{page.relative_to(ROOT)}: links to {address}, which is no heading there")
    return f"{count} links"


# What is no C++ is run by other tests (gdb: tests/package/debugger), or is no program.
OTHER_LANGUAGES = {"text", "console", "sh", "cmake", "gdb"}


def flat(text):
    return "\n" + re.sub(r"\n +", "\n", text) + "\n"


def check_blocks():
    """Each paragraph of C++ stands in a file that is compiled, what is printed in a file that is compared."""
    sources = flat("\n".join(f.read_text() for folder in ["examples", "include", "tests/package"] for f in sorted((ROOT / folder).rglob("*.[ch]pp"))))
    printed = "\n" + "\n".join(f.read_text() for f in sorted((ROOT / "examples").rglob("*expected")))
    count = 0
    for page in pages():
        for language, block in re.findall(r"^ *```(\w*)\n(.*?)^ *```$", page.read_text(), flags=re.M | re.S):
            count += 1
            where = f"{page.relative_to(ROOT)}: a block"
            if language == "cpp":
                for paragraph in block.split("\n\n"):
                    if flat(paragraph.strip()) not in sources:
                        fault(f"{where} shows C++ that no test compiles:\n{paragraph}")
            elif language == "text":
                if "\n" + block not in printed:
                    fault(f"{where} shows what no program prints:\n{block}")
            elif language == "console" and page.parent not in (ROOT, DOCS, DOCS / "how_to"):
                fault(f"{where} of commands that no test runs")
            elif language and language not in OTHER_LANGUAGES | {"console"}:
                fault(f"{where} is of {language}, which no test looks at")
    return f"{count} blocks"


def check_how_to():
    """Each page of how_to shows a whole program of its name in examples/how_to, and what it prints."""
    programs = sorted((ROOT / "examples/how_to").glob("*.cpp"))
    for program in programs:
        page = DOCS / "how_to" / (program.stem + ".md")
        expected = program.with_suffix(".expected")
        if not page.exists() or not expected.exists():
            fault(f"{program.relative_to(ROOT)} has no page docs/how_to/{program.stem}.md, or no {expected.name}")
            continue
        for text, language in [(program.read_text(), "cpp"), (expected.read_text(), "text")]:
            if f"```{language}\n{text}```" not in page.read_text():
                fault(f"{page.relative_to(ROOT)} does not show all of {program.relative_to(ROOT)}, or not what it prints")
    return f"{len(programs)} programs of how-to pages"


def check_messages():
    """Each message of compiler or program says what to write, or is shown with its correction."""
    shown = [text for _, expected, _, _ in headers.misuses() for text in expected if len(text) > 20]
    sentences = headers.compile_time_messages()
    for sentence in sentences:
        if "; " not in sentence and not re.search(r"\bwrite\b", sentence) and not any(text in sentence for text in shown):
            fault(f'{sentences[sentence][0]}: "{sentence}" has no remedy: write one behind a semicolon, or a file of tests/fail that expects it')
    remedies = messages.run_time_remedies()
    thrown = headers.run_time_messages()
    for _, sentence, header in thrown:
        try:
            messages.cause_and_cure(sentence, remedies)
        except KeyError:
            fault(f'{header}: "{sentence}" has no remedy: write one behind a semicolon, or a line of docs/site/remedies.txt')
    known = {re.sub(" +", " ", sentence) for _, sentence, _ in thrown}
    for sentence in remedies:
        if sentence not in known:
            fault(f'docs/site/remedies.txt: nothing throws "{sentence}"')
    return f"{len(sentences)} messages of the compiler, {len(thrown)} of exceptions"


def check_contents():
    """Each page of docs stands in the contents of the site, and each entry is a page."""
    listed = re.findall(r"([\w/]+\.md)$", (DOCS / "site/mkdocs.yml").read_text(), flags=re.M)
    made = {"try.md", "messages.md", "contributing.md", "changes.md"} | {name for name in listed if name.startswith("reference/")}
    present = {page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md") if "site" not in page.relative_to(DOCS).parts}
    for name in sorted(present - set(listed)):
        fault(f"docs/site/mkdocs.yml: docs/{name} is missing from the contents")
    for name in listed:
        if name not in present | made:
            fault(f"docs/site/mkdocs.yml: there is no page docs/{name}")
    return f"{len(present)} pages"


class page_reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.ids = [], set()

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                self.ids.add(value)
            elif name in ("href", "src") and value and tag != "base":
                self.links.append((value, tag == "a"))


def check_site(folder):
    read = {}
    for file in sorted(folder.rglob("*.html")):
        read[file.resolve()] = reader = page_reader()
        reader.feed(file.read_text())
    count = 0
    for file, reader in read.items():
        if file.name == "404.html":  # its links are those of the server's root
            continue
        for link, is_followed in reader.links:
            address = urlsplit(link)
            if address.scheme or address.netloc:
                if address.netloc and not is_followed:
                    fault(f"{file.relative_to(folder)}: fetches {link}, which is not of the site")
                continue
            count += 1
            to = (file.parent / unquote(address.path)).resolve() if address.path else file
            if to.is_dir():
                to = to / "index.html"
            if not to.exists():
                fault(f"{file.relative_to(folder)}: {link} leads nowhere")
            elif address.fragment and to in read and unquote(address.fragment) not in read[to].ids:
                fault(f"{file.relative_to(folder)}: {link} is no place of that page")
    return f"{len(read)} pages of the site, {count} links"


if __name__ == "__main__":
    if sys.argv[1:2] == ["--site"]:
        done = [check_site(Path(sys.argv[2]).resolve())]
    else:
        done = [check() for check in (check_links, check_blocks, check_how_to, check_messages, check_contents)]
    print(", ".join(done) + f": {len(faults)} faults")
    sys.exit(len(faults) > 0)
