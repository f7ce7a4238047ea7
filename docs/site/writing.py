"""Pieces of Markdown."""
import re


def fence(text, language):
    marks = "```" if "```" not in text else "````"
    return f"{marks}{language}\n{text.rstrip()}\n{marks}\n"


def cell(text):
    return re.sub(r"([|<>*_\[\]])", r"\\\1", text)


def escaped(text):
    return re.sub(r'(["\\*_<>\[\]])', r"\\\1", text).replace('\\"', "&quot;").replace("\\<", "&lt;").replace("\\>", "&gt;")


def code(text):
    return f"`{text}`"


def indented(text):
    return ["    " + line if line else "" for line in text.split("\n")]


def prose_of(text):
    """A comment as Markdown: what looks like HTML or emphasis and is neither stays as it is."""
    parts = re.split(r"(`[^`]*`)", text)
    for k in range(0, len(parts), 2):
        parts[k] = re.sub(r"([<>*_\[\]])", r"\\\1", parts[k])
    return "".join(parts)
