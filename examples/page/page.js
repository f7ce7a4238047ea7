"use strict";
const start = performance.now();
const limit = 3000; // milliseconds for one answer
const find = (id) => document.getElementById(id);
const formula = find("formula"), answer = find("answer");
const sections = ["derivatives", "steps", "calculation", "plot", "check", "code"];

// ---- The engine: questions one after the other, the newest first; what takes too long is ended.

let worker = null, ready = null, waiting = null, number = 0;
const launch = () => {
    const address = URL.createObjectURL(new Blob([find("worker").textContent], { type: "text/javascript" }));
    worker = new Worker(address);
    URL.revokeObjectURL(address);
    ready = new Promise((done, failed) => {
        worker.onmessage = ({ data }) => {
            if (data.ready) return done();
            if (data.number === undefined) return failed(new Error(data.broken));
            if (waiting && data.number === waiting.number) waiting.done(data.broken ? { broken: data.broken } : data.answer);
        };
        worker.onerror = (event) => failed(new Error(event.message));
    });
    ready.catch(() => {}); // whoever asks is told
    worker.postMessage({ packed: find("engine").textContent.trim() });
};
const ask = async (fields) => {
    await ready;
    const question = Object.entries(fields).filter(([, value]) => value !== "").map(([name, value]) => name + "=" + value).join("\x1f");
    const result = await new Promise((done) => {
        waiting = { number: ++number, done };
        const clock = setTimeout(() => done({ late: true }), limit);
        waiting.done = (value) => { clearTimeout(clock); done(value); };
        worker.postMessage({ number, question });
    });
    waiting = null;
    if (result.late || result.broken) {
        worker.terminate();
        launch();
    }
    if (result.late) return { error: "This takes longer than " + limit / 1000 + " seconds; write a smaller formula, or choose fewer symbols.", field: "formula" };
    if (result.broken) return { error: "The engine gave up: " + result.broken, field: "formula" };
    return result;
};

// ---- What is on the page.

const values = new Map();    // of the symbols, as they are typed
let chosen = null;           // the symbols to differentiate by; null: all
let symbols = [];

const list = (all) => all.join("\x1e");
const at = () => list([...values].filter(([, value]) => value).map(([name, value]) => name + "=" + value));
const fields = (what) => ({
    what, formula: formula.value, by: chosen ? list(chosen) : "", at: at(), rate: find("rate").value.trim(),
    detail: document.querySelector("[name=detail]:checked").value,
    ...(what === "plot" && { over: find("over").value, from: find("from").value.trim(), to: find("to").value.trim() }),
    ...(what === "check" && { by: find("checked").value, answer: answer.value, assume: find("assume").value.trim() }),
});

const element = (tag, properties, ...children) => {
    const e = Object.assign(document.createElement(tag), properties);
    e.append(...children);
    return e;
};

/// The symbols with a box and a value each; those that stay keep theirs, and the keyboard's place.
const showSymbols = (names) => {
    if (names.join("\n") === symbols.join("\n")) return;
    symbols = names;
    const active = document.activeElement && document.activeElement.id;
    find("symbols").replaceChildren(...names.map((name, k) => {
        const box = element("input", { type: "checkbox", id: "by-" + k, checked: !chosen || chosen.includes(name) });
        const value = element("input", { id: "at-" + k, value: values.get(name) || "1", spellcheck: false, inputMode: "decimal" });
        value.setAttribute("aria-label", "value of " + name);
        value.setAttribute("aria-describedby", "at-" + k + "-error");
        box.onchange = () => {
            chosen = symbols.filter((_, i) => find("by-" + i).checked);
            if (chosen.length === 0 || chosen.length === symbols.length) chosen = null;
            if (!chosen) symbols.forEach((_, i) => (find("by-" + i).checked = true));
            changed();
        };
        value.oninput = () => { values.set(name, value.value.trim()); changed(); };
        const label = element("label", { htmlFor: "by-" + k }, box, name);
        const error = element("span", { className: "error", id: "at-" + k + "-error" });
        error.setAttribute("role", "alert");
        return element("div", {}, label, value, error);
    }));
    for (const id of ["over", "checked"]) {
        const select = find(id), before = select.value;
        select.replaceChildren(...names.map((name) => element("option", { value: name }, name)));
        if (names.includes(before)) select.value = before;
        else if (chosen && chosen.length) select.value = chosen[0];
    }
    if (active && find(active)) find(active).focus();
};

// ---- Errors stand where they belong: the sentence, and the text with a caret under the character.

const errorFields = () => ["formula", "answer", "rate", "plot", "assume", ...symbols.map((_, k) => "at-" + k)];
const placeOf = (field) => field === "to" || field === "from" ? "plot" : field.startsWith("at-") ? "at-" + symbols.indexOf(field.slice(3)) : field;
const showError = (place, message) => {
    const where = find(place + "-error") || find("formula-error");
    const [sentence, ...excerpt] = message.split("\n");
    const text = sentence.replace(/^formula: at character (\d+): /, "At character $1: ");
    where.replaceChildren(...(excerpt.length ? [element("pre", { tabIndex: 0 }, excerpt.map((line) => line.replace(/^ {2}/, "")).join("\n"))] : []), text.charAt(0).toUpperCase() + text.slice(1) + (/[.?]$/.test(text) ? "" : "."));
    const input = find(place === "plot" ? "to" : place);
    if (input) input.setAttribute("aria-invalid", "true");
};
const clearErrors = (places) => {
    for (const place of places) {
        if (find(place + "-error")) find(place + "-error").replaceChildren();
        for (const id of place === "plot" ? ["from", "to"] : [place]) if (find(id)) find(id).removeAttribute("aria-invalid");
    }
};

// ---- Answers, section by section; a change starts again, and what is out of date is not shown.

const show = (what, html) => {
    const place = find(what).querySelector(".answer");
    place.setAttribute("aria-busy", "false");
    if (place.shown === html) return;
    place.shown = html;
    place.innerHTML = html;
    if (what === "code") for (const block of place.querySelectorAll("pre")) {
        const copy = element("button", { type: "button" }, "Copy");
        copy.onclick = () => navigator.clipboard.writeText(block.innerText).then(() => (copy.textContent = "Copied"), () => getSelection().selectAllChildren(block));
        const title = block.previousElementSibling;
        if (title) copy.setAttribute("aria-label", "Copy the code: " + title.textContent);
        const frame = element("div", { className: "code" });
        block.replaceWith(frame);
        frame.append(block, copy);
    }
};

let wanted = new Set(), running = false, changedAt = 0, speech = 0;
const say = (words) => { clearTimeout(speech); speech = setTimeout(() => (find("status").textContent = words), 600); };

const run = async () => {
    if (running) return;
    running = true;
    try {
        while (wanted.size) {
            const what = sections.find((each) => wanted.has(each));
            wanted.delete(what);
            const before = changes, result = await ask(fields(what));
            if (before !== changes && wanted.has(what)) continue; // it has changed since
            clearErrors(what === "derivatives" ? errorFields() : what === "check" ? ["answer", "assume"] : what === "plot" ? ["plot"] : []);
            if (result.symbols) showSymbols(result.symbols);
            if (result.error) {
                const place = placeOf(result.field || "formula");
                if (what === "derivatives") {
                    wanted.clear();
                    showError(place, result.error);
                    say("");
                    break;
                }
                if (result.field === "formula" || !result.field) show(what, element("p", { className: "error" }, result.error.split("\n")[0]).outerHTML);
                else { showError(place, result.error); find(what).querySelector(".answer").setAttribute("aria-busy", "false"); }
                continue;
            }
            show(what, result.html);
            if (what === "derivatives") {
                say(result.figures.slice(0, 6).map((f) => f.name + " = " + (f.text.length < 60 ? f.text + " = " : "") + (+f.value).toPrecision(6).replace(/\.?0+($|e)/, "$1")).join("; "));
                const data = document.documentElement.dataset;
                data.figures = JSON.stringify(result.figures);
                data.firstAnswer = data.firstAnswer || Math.round(performance.now() - start);
                data.lastAnswer = (performance.now() - changedAt).toFixed(1);
            }
        }
        document.documentElement.dataset.all = (performance.now() - changedAt).toFixed(1);
        document.documentElement.dataset.done = changes;
        if (!find("functions").textContent) find("functions").textContent = (await ask({ what: "functions" })).words.join(" ");
    } catch (error) { showError("formula", "This browser cannot run the engine: " + error.message); } finally { running = false; }
    if (wanted.size) run();
};
let changes = 0;
const changed = (which = sections) => {
    ++changes;
    changedAt = performance.now();
    document.documentElement.dataset.done = "";
    for (const each of which) {
        wanted.add(each);
        find(each).querySelector(".answer").setAttribute("aria-busy", "true");
    }
    keep();
    run();
};

// ---- A link carries the model.

const state = () => {
    const all = new URLSearchParams({ model: formula.value });
    if (chosen) all.set("by", chosen.join(","));
    const given = symbols.filter((name) => values.get(name)).map((name) => name + "=" + values.get(name));
    if (given.length) all.set("at", given.join(";"));
    for (const id of ["rate", "over", "from", "to", "checked", "answer", "assume"]) {
        const value = find(id).value.trim();
        if (value && !(id === "over" || id === "checked") || (value && value !== symbols[0])) all.set(id, value);
    }
    return "#" + all;
};
let kept = 0;
const keep = () => { clearTimeout(kept); kept = setTimeout(() => { try { history.replaceState(null, "", state()); } catch { /* a frame without a history */ } }, 250); };
const load = (all) => {
    formula.value = all.get("model") || "";
    chosen = all.get("by") ? all.get("by").split(",") : null;
    values.clear();
    for (const word of (all.get("at") || "").split(";")) if (word.includes("=")) values.set(word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1));
    for (const id of ["rate", "from", "to", "answer", "assume"]) find(id).value = all.get(id) || "";
    symbols = [];
    for (const id of ["over", "checked"]) find(id).replaceChildren(...(all.get(id) ? [element("option", { value: all.get(id) }, all.get(id))] : []));
    changed();
};

const lessons = @LESSONS@;
for (const [group, each] of Object.entries(lessons))
    find("lesson").append(element("optgroup", { label: group }, ...Object.entries(each).map(([name, model]) => element("option", { value: model }, name))));
find("lesson").onchange = ({ target }) => { if (target.value) load(new URLSearchParams(target.value.replaceAll("+", "%2B"))); };

formula.oninput = () => changed();
answer.oninput = find("assume").oninput = find("checked").onchange = () => changed(["check"]);
find("from").oninput = find("to").oninput = find("over").onchange = () => changed(["plot"]);
find("rate").oninput = () => changed(["calculation"]);
for (const each of document.querySelectorAll("[name=detail]")) each.onchange = () => changed(["steps"]);
find("panel").onsubmit = (event) => event.preventDefault();
find("print").onclick = () => print();
find("share").onclick = () => {
    try { history.replaceState(null, "", state()); } catch { /* as above */ }
    navigator.clipboard.writeText(location.href.split("#")[0] + state()).then(() => say("The link is copied."), () => say("The link stands in the address bar."));
};
addEventListener("hashchange", () => { if (location.hash !== state()) load(new URLSearchParams(location.hash.slice(1))); });

launch();
load(new URLSearchParams(location.hash.length > 1 ? location.hash.slice(1) : Object.values(Object.values(lessons)[0])[0].replaceAll("+", "%2B")));
