"""Drives the page in a browser: check.py PAGE.html NATIVE [REFERENCE_DATA]. NATIVE is the engine as a program of this machine; both must
answer alike. Says `skipped:` where there is no browser. With LEIBNIZ_PICTURES=FOLDER it leaves pictures of the page there."""
import base64
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

from browser import Browser, found

page, native = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
reference = pathlib.Path(sys.argv[3]) / "derivatives/derivatives.json" if len(sys.argv) > 3 and sys.argv[3] else None
pictures = os.environ.get("LEIBNIZ_PICTURES")
if not found():
    print("skipped: needs chromium")
    sys.exit(0)
faults = []


def expect(true, words):
    if not true:
        faults.append(words)
        print("FAULT:", words)


def link(**fields):
    return page.as_uri() + "#" + urllib.parse.urlencode(fields)


def opened(**fields):
    b.open(link(**fields))
    b.wait("document.readyState === 'complete' && !!document.documentElement.dataset.done")


def done():
    b.wait("!!document.documentElement.dataset.done")


def figures():
    return {f["name"]: f for f in json.loads(b.evaluate("document.documentElement.dataset.figures"))}


def text_of(selector):
    return b.evaluate(f"document.querySelector({json.dumps(selector)}).innerText")


def question(**fields):
    return "\x1f".join(name + "=" + value for name, value in fields.items())


b = Browser()

# The first lesson stands there before anything is typed.
b.open(page.as_uri())
b.wait("document.readyState === 'complete' && !!document.documentElement.dataset.done")
expect(figures()["d/dw"]["text"] == "2*x*(w*x - y)" and figures()["d/dw"]["value"] == "-8", "the first screen is not lesson 1: " + str(figures()))
print("first answer after", b.evaluate("document.documentElement.dataset.firstAnswer"), "ms")
for section in ("derivatives", "steps", "calculation", "plot", "check", "code"):
    expect(len(text_of(f"#{section} .answer")) > 20, section + " is empty")
expect("∂L" in text_of("#calculation .answer") or b.evaluate("document.querySelectorAll('#calculation math').length > 10"), "no hand calculation")
expect(b.evaluate("document.querySelectorAll('#calculation svg.graph .box').length") == 6, "the graph has not 6 boxes")
expect(b.evaluate("document.querySelectorAll('#plot svg.plot polyline').length") >= 3, "the plot has not 3 lines")
for code in ("constexpr auto f = formula<\"(w*x - y)^2\">;", "void model(double w, double x, double y, double *out)", "def model(w, x, y):"):
    expect(code in text_of("#code .answer"), "the code lacks " + code)
if compiler := shutil.which(os.environ.get("CXX", "c++")):
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder) / "model.cpp"
        program.write_text(b.evaluate("document.querySelector('#code pre').textContent"))
        include = pathlib.Path(__file__).parent.parent.parent / "include"
        subprocess.run([compiler, "-std=c++20", "-I", include, program, "-o", program.with_suffix("")], check=True)
        said = subprocess.run([program.with_suffix("")], capture_output=True, text=True, check=True).stdout
        expect(said.split()[-1] == "-8", "the C++ of the page says " + said)

# Every word is answered; errors stand under the character.
b.evaluate("document.getElementById('formula').focus(); document.getElementById('formula').select()")
for letter in "sin(w*x)^2":
    b.write(letter)
done()
expect(figures()["d/dw"]["text"] == "2*cos(w*x)*x*sin(w*x)" or "cos(w*x)" in figures()["d/dw"]["text"], "typing is not answered: " + str(figures()))
expect(urllib.parse.unquote_plus(b.evaluate("new Promise(r => setTimeout(() => r(location.hash), 600))")).startswith("#model=sin(w*x)^2"), "the link does not carry the model")
b.evaluate("document.getElementById('formula').select()")
b.write("2*(x + ")
done()
error = text_of("#formula-error")
expect("At character 8" in error and "2*(x + \n       ^" in error, "no caret under the character: " + error)
expect(b.evaluate("document.getElementById('formula').getAttribute('aria-invalid')") == "true", "the field is not marked")
b.evaluate("document.getElementById('formula').select()")
b.write("x^3")
done()
expect(text_of("#formula-error") == "" and figures()["d/dx"]["text"] == "3*x^2", "the error stays")
opened(model="x/y", at="x=1;y=zwei")
expect("zwei" in text_of("#symbols") and b.evaluate("document.querySelectorAll('#symbols [aria-invalid]').length") == 1, "no error beside the value")

# Answers that are checked.
opened(model="(w*x - y)^2", checked="w", answer="2*(w*x - y)*x\n2*w*x^2 - 2*x*y")
expect("every line equals the derivative" in text_of("#check .answer"), "right lines: " + text_of("#check .answer"))
opened(model="(w*x - y)^2", checked="w", answer="2*(w*x - y)*x\n= 2*w*x^2 + 2*x*y\n2*x")
expect("Line 2 is the first that differs" in text_of("#check .answer") and "different at" in text_of("#check .answer"), "a slip: " + text_of("#check .answer"))
opened(model="cos(x)", checked="x", answer="f'(x) = sin(x)")
expect("other sign" in text_of("#check .answer"), "a sign: " + text_of("#check .answer"))
opened(model="log(x^2)", checked="x", answer="2/x +")
expect("At character" in text_of("#answer-error"), "no error under the answer")

# Text of strangers: neither the page nor its engine stops.
for hostile in ("(" * 4000, "exp(" * 900 + "x" + ")" * 900, "x^" * 2000 + "x", "+".join(f"sin(x{k}*y)" for k in range(300)),
                "((((a+b)^99+c)^99+d)^99+e)^99", "9" * 4000, "<img src=x onerror=alert(1)>", "\u202e\ufffd'\";--", "x[1]=&model=", "*".join(f"(a{k}+b{k})" for k in range(200)),
                "tgamma(" * 40 + "x" + ")" * 40):
    opened(model=hostile)
    expect(b.evaluate("document.querySelectorAll('img, main script').length") == 0, "text became an element")
opened(model="x^2")
expect(figures()["d/dx"]["text"] == "2*x", "the engine is gone")

# What takes too long is ended, and the page goes on.
with tempfile.TemporaryDirectory() as folder:
    copy = pathlib.Path(folder) / "endless.html"
    copy.write_text(page.read_text().replace("number: data.number, answer:", "number: data.question.includes('endless') ? (() => { for (;;); })() : data.number, answer:"))
    b.open(copy.as_uri() + "#model=endless")
    b.wait("document.readyState === 'complete' && document.getElementById('formula-error').innerText.includes('takes longer')")
    b.evaluate("document.getElementById('formula').value = 'x^2'; document.getElementById('formula').oninput()")
    done()
    expect(figures()["d/dx"]["text"] == "2*x", "no answer after an endless one")

# Both engines answer alike.
with_numbers = [("derivatives", "(w*x + b - y)^2"), ("steps", "(sigmoid(w*x) - y)^2"), ("calculation", "h := sigmoid(w*x); (h - y)^2"), ("code", "exp(-x^2)*erf(y)"),
                ("plot", "1/x"), ("check", "x^2"), ("derivatives", "max(x, y)*abs(x)")]
questions = [question(what=what, formula=formula, answer="2*x") for what, formula in with_numbers]
pairs = []
if reference and reference.exists():
    for entry in json.loads(reference.read_text()):
        if len(entry["wrt"]) != 1 or entry["wrt"][0][1] != 1:
            continue
        if entry["wrt"][0][0] not in re.findall(r"\w+", entry["f"]):
            continue  # the page offers the symbols of a formula
        for values in entry["points"]:
            pairs.append((entry["id"], values["df"], len(questions)))
            questions.append(question(what="derivatives", formula=re.sub(r"\bE\b", "exp(1)", entry["f"]), by=entry["wrt"][0][0], at="\x1e".join(f"{n}={v}" for n, v in values["at"].items())))
theirs = b.evaluate("(async () => { const all = []; for (const question of " + json.dumps(questions) +
                    ") { worker.postMessage({ number: 0, question }); all.push(await new Promise((done) => worker.addEventListener('message', ({ data }) => done(data.answer), { once: true }))); } return all; })()")
ours = [json.loads(line) for line in subprocess.run([native], input="\n".join(questions) + "\n", capture_output=True, text=True, check=True).stdout.splitlines()]
expect(len(theirs) == len(ours) == len(questions), "answers are missing")


def in_any_order(html):
    """The count of operations names functions in the order of the program, which depends on the compiler."""
    return re.sub("take (.*?), common", lambda counts: "take " + ", ".join(sorted(counts[1].split(", "))), html or "")


alike = 0
for asked, there, here in zip(questions, theirs, ours):
    numbers = [(float(x.pop("value")), float(y.pop("value"))) for x, y in zip(there.get("figures", []), here.get("figures", []))]
    close = all(x == y or (x != x and y != y) or abs(x - y) <= 1e-13 * abs(y) for x, y in numbers)
    there["html"], here["html"] = in_any_order(there.get("html")), in_any_order(here.get("html"))
    alike += close and there == here
    there["numbers"] = [x for x, _ in numbers]
    expect(close and (there.get("error"), there.get("figures"), there.get("html")) == (here.get("error"), here.get("figures"), here.get("html")), "the engines differ: " + asked.replace("\x1f", " "))
ill_conditioned = ("RU062", "RU314")  # a difference that cancels near 1; 0/0 where x = a
right = read = 0
for name, df, place in pairs:
    numbers = theirs[place]["numbers"]
    read += bool(numbers) or not theirs[place].get("error")
    if numbers:
        close = abs(numbers[0] - float(df)) <= 1e-11 * max(1, abs(float(df)))
        right += close
        expect(close or name in ill_conditioned, f"{name}: {numbers[0]} in place of {df}")
print(f"{alike} of {len(questions)} answers alike; {right} of {len(pairs)} figures of the reference data right, {len(pairs) - read} not read")

# What a reader meets on a phone, a tablet and a desk, in the light and in the dark, and in print.
finder = (pathlib.Path(__file__).parent.parent / "lessons/page/browser.js").read_text()
models = {"one": dict(model="(w*x - y)^2", by="w", at="w=1;x=2;y=4", checked="w", answer="x*(w*x - y)"),
          "network": dict(model="h1 := sigmoid(w1*x1 + w3*x2); h2 := sigmoid(w2*x1 + w4*x2);\no1 := sigmoid(w5*h1 + w7*h2); o2 := sigmoid(w6*h1 + w8*h2);\n(o1 - y1)^2/2 + (o2 - y2)^2/2", by="w1,w2", rate="1")}
for name, fields in models.items():
    for width in (320, 768, 1280):
        for dark in (False, True):
            b.size(width)
            b.media(dark=dark)
            opened(**fields)
            if pictures:
                height = b.evaluate("document.documentElement.scrollHeight")
                b.size(width, min(height, 6000))
                shot = b.call("Page.captureScreenshot", captureBeyondViewport=False)
                pathlib.Path(pictures, f"{name}-{width}-{'dark' if dark else 'light'}.png").write_bytes(base64.b64decode(shot["data"]))
                b.size(width)
            b.evaluate(finder + "\ndispatchEvent(new Event('load'));")
            note = b.evaluate("document.body.lastElementChild.textContent")
            expect(", 0 faults" in note, name + note)
b.media("print")
b.size(800)
opened(**models["one"])
expect(b.evaluate("getComputedStyle(document.getElementById('panel')).display") == "none", "the panel is printed")
if pictures:
    printed = b.call("Page.printToPDF", printBackground=True)
    pathlib.Path(pictures, "print.pdf").write_bytes(base64.b64decode(printed["data"]))
b.media()

# Keyboard and screen reader: all that can be used is reached, in the order of the page, and has a name.
b.size(1280)
opened(**models["one"])
b.evaluate("document.activeElement.blur()")
reached = []
for _ in range(60):
    b.press("Tab", 9)
    reached.append(b.evaluate("document.activeElement.id || document.activeElement.textContent.trim().slice(0, 20)"))
order = [name for name in ("To the results", "lesson", "formula", "by-0", "at-0", "rate", "share", "over", "from", "checked", "answer") if name in reached]
expect(len(order) == 11 and sorted(order, key=reached.index) == order, "the order of the keyboard: " + str(reached))
for node in b.call("Accessibility.getFullAXTree")["nodes"]:
    role = node.get("role", {}).get("value")
    if not node.get("ignored") and role in ("textbox", "combobox", "checkbox", "radio", "button", "link", "region", "img", "navigation", "radiogroup"):
        expect(node.get("name", {}).get("value", "").strip(), f"a {role} has no name")
expect(b.evaluate("new Promise(r => setTimeout(() => r(document.getElementById('status').textContent), 900))").startswith("d/dw = 2*x*(w*x - y)"), "the status does not say the derivative")

# How long an answer takes, for who reads this.
for formula in ("(w*x + b - y)^2", "sin(w*x)^2", "b1*(1 - exp(-b2*x))", models["network"]["model"]):
    times = []
    for k in range(8):
        b.evaluate(f"document.getElementById('formula').value = {json.dumps(formula)} + ' + {k}'; document.getElementById('formula').oninput()")
        done()
        times.append([float(b.evaluate("document.documentElement.dataset." + which)) for which in ("lastAnswer", "all")])
    times.sort()
    print(f"derivatives {times[4][0]:.0f} ms, all sections {times[4][1]:.0f} ms after a keystroke: {formula[:40]!r}")

expect(all(r.startswith((page.as_uri(), "blob:", "data:", "about:", "file:")) for r in b.requests), "the page loads something: " + str(set(b.requests)))
expect(not b.complaints, "the browser complains: " + str(b.complaints[:5]))
b.close()
print(f"{len(faults)} faults")
sys.exit(bool(faults))
