"""Puts the page into one file: assemble.py ENGINE.wasm.gz PAGE.html. Its styles are those of the library's documents, then its own."""
import base64
import pathlib
import re
import sys

here = pathlib.Path(__file__).parent
documents = here.parent.parent / "include/leibniz/document"


def read(name):
    return (here / name).read_text()


def style_in(header):
    return re.search(r'R"css\((.*?)\)css"', (documents / header).read_text(), re.S).group(1)


parts = {
    "STYLE": style_in("picture_style.hpp") + style_in("html_style.hpp") + read("style.css"),
    "WORKER": read("worker.js"),
    "SCRIPT": read("page.js").replace("@LESSONS@", read("lessons.json").strip()),
    "ENGINE": base64.b64encode(pathlib.Path(sys.argv[1]).read_bytes()).decode(),
}
pathlib.Path(sys.argv[2]).write_text(re.sub("@([A-Z]+)@", lambda place: parts[place[1]], read("page.html")))
