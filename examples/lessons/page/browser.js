// Appended to a copy of the page: writes what a reader meets into the document around it, one line for each fault.
addEventListener("load", () => {
    const faults = [];
    const fault = (words) => faults.push(words);
    const all = (selector) => [...document.querySelectorAll(selector)];
    const ids = new Set();
    for (const e of all("[id]")) {
        if (ids.has(e.id)) fault("two elements are called " + e.id);
        ids.add(e.id);
    }

    const root = document.documentElement;
    if (!root.lang) fault("the page does not say its language");
    if (!document.title.trim()) fault("the page has no title");
    if (root.scrollWidth > innerWidth) fault("the page is " + root.scrollWidth + " wide in a window of " + innerWidth);
    for (const e of all("main *"))
        if (!e.closest(".wide, pre") && e.getBoundingClientRect().right > innerWidth + 1) fault(e.tagName + " leaves the window: " + e.textContent.slice(0, 40));
    if (all("[src], [srcset], link:not([href^='data:']), style:not(head style), [href]:not([href^='#'], [href^='data:'])").length || /url\(|@import/.test(document.head.textContent)) fault("the page loads something");

    const formulas = all("math");
    for (const m of formulas) {
        const box = m.getBoundingClientRect();
        if (box.width < 2 || box.height < 2) fault("a formula has no size: " + m.textContent);
        if (m.namespaceURI !== "http://www.w3.org/1998/Math/MathML") fault("a formula is no MathML");
    }
    for (const f of all("mfrac")) {
        const above = f.firstElementChild.getBoundingClientRect(), below = f.lastElementChild.getBoundingClientRect();
        if (!(above.bottom <= below.top + 1)) fault("a fraction is not stacked: " + f.textContent);
    }
    if (all("merror").length) fault("a formula has an error");
    for (const p of all("pre")) if (p.innerText.trim() !== p.textContent.trim()) fault("a listing is not shown: " + p.textContent.slice(0, 40));

    let level = 0;
    for (const h of all("h1, h2, h3, h4, h5, h6")) {
        const next = Number(h.tagName[1]);
        if (next > level + 1) fault("a heading skips a level: " + h.textContent);
        if (!h.textContent.trim()) fault("a heading is empty");
        level = next;
    }
    if (all("h1").length !== 1) fault("there is not one heading of level 1");

    for (const t of all("table")) {
        if (!t.caption || !t.caption.textContent.trim()) fault("a table has no caption");
        const columns = t.tHead.rows[0].cells.length;
        for (const row of t.rows) if (row.cells.length !== columns) fault("a row has another number of cells: " + row.textContent);
    }
    for (const th of all("th")) if (!th.scope) fault("a header says not what it is the header of: " + th.textContent);

    const pictures = all("svg");
    for (const s of pictures) {
        const named = (s.getAttribute("aria-labelledby") || "").split(" ");
        if (s.getAttribute("role") !== "img") fault("a picture is not marked as one");
        if (named.length !== 2 || named.some((id) => !document.getElementById(id) || !document.getElementById(id).textContent.trim())) fault("a picture has no name or no description");
        const box = s.getBoundingClientRect();
        if (box.width < 50 || box.height < 50) fault("a picture has no size");
        for (const t of s.querySelectorAll("text")) {
            const inside = t.getBoundingClientRect();
            if (inside.left < box.left - 1 || inside.right > box.right + 1 || inside.top < box.top - 1 || inside.bottom > box.bottom + 1) fault("words leave their picture: " + t.textContent);
        }
    }

    for (const e of all("main *"))
        if (e.scrollWidth > e.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(e).overflowX) && e.tabIndex < 0) fault("what scrolls cannot be reached by keyboard");
    for (const a of all("a[href^='#']")) if (!ids.has(decodeURIComponent(a.getAttribute("href").slice(1)))) fault("a link leads nowhere: " + a.href);

    // Contrast, by the rule of WCAG: at least 4.5 between text and what it stands on.
    const light = (color) => {
        const [r, g, b] = color.match(/[\d.]+/g).slice(0, 3).map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
    const paper = getComputedStyle(document.body).backgroundColor, soft = getComputedStyle(document.querySelector("pre")).backgroundColor;
    for (const [selector, property] of [["body", "color"], ["caption", "color"], ["a", "color"], ["pre", "color"], ["svg .value", "fill"], ["svg .derivative", "fill"], ["svg .name", "fill"]]) {
        const color = getComputedStyle(document.querySelector(selector))[property];
        for (const ground of [paper, soft]) if (contrast(color, ground) < 4.5) fault(selector + " is hard to read: " + color + " on " + ground);
    }

    const note = document.createElement("pre");
    const dark = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    note.textContent = ["", "width " + innerWidth + ", " + dark + ": " + formulas.length + " formulas, " + pictures.length + " pictures, " + all("table").length + " tables, " + faults.length + " faults",
                        ...faults.slice(0, 40), "end of findings", ""].join("\n");
    (parent === window ? document : parent.document).body.append(note);
});
