"""The page of all messages."""
import re

import headers
from writing import cell, code, escaped, fence, indented


def page():
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
    for line in (headers.ROOT / "docs/site/remedies.txt").read_text().split("\n"):
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
