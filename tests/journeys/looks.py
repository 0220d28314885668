"""What of a page the rules for accessibility can tell apart, so that each is held to them once in a run."""

# The parts of a body as they stand. Hidden fields have other values each time, which no rule reads and nobody sees.
PARTS = """() => [...document.body.children].map((part) => {
    const copy = part.cloneNode(true);
    copy.querySelectorAll("input[type=hidden]").forEach((field) => field.removeAttribute("value"));
    return copy.outerHTML;
})"""

# What the rules ask of elements: of each its attributes, whether it says anything and is labelled, whether it is shown
# or scrolls at this width, what it stands in, and, where that matters, what it holds; then which headings follow each
# other, which landmarks there are twice and which tables are large. Which record a page is about, what a field is
# called, where links lead, how charts are drawn and the words themselves make no difference to a rule; what names
# could hide, `ASTRAY` finds. What is pressed and small is kept for `FIRST_OF`, the first of each shape, and so is all
# that others come so near to that it may be hard to press.
SHAPES = """() => {
    const LEADING = ["href", "src", "action", "value", "datetime"];
    const NAMED = ["id", "name", "for", "headers", "list", "form", "title", "placeholder", "aria-controls",
        "aria-describedby", "aria-errormessage", "aria-label", "aria-owns"];
    const UNASKED = ["d", "points", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "transform",
        "accept", "cols", "rows", "inputmode", "loading", "maxlength"];
    const EXACT = ["tabindex", "colspan", "rowspan", "aria-level"];
    const STATES = ["role", "tabindex", "aria-hidden", "hidden", "inert"];
    const HOLDING = "ul, ol, dl, table, thead, tbody, tr, select, fieldset, label, a, button, summary, [role]";
    const SPEAKING = "a, button, summary, label, legend, caption, th, h1, h2, h3, h4, h5, h6, [role]";
    const PRESSED = "a, button, summary, input, select, textarea";
    const LANDMARKS = "header, nav, main, footer, aside, [role], " +
        ":is(section, form):is([aria-label], [aria-labelledby])";
    const same = (words) => words.replace(/\\d+/g, "0").replace(/\\s+/g, " ").trim();
    const leads = (value) => value.startsWith("#") ? "#" : value ? "somewhere" : "";
    const named = (value) => value.trim() ? "named" : "";
    const text = (id) => document.getElementById(id)?.textContent.trim() || "";
    const told = (ids) => ids.split(/\\s+/).map(text).join(" ").trim();
    const is = ({name, value}) => {
        if (LEADING.includes(name)) return `${name}=${leads(value)}`;
        if (EXACT.includes(name)) return `${name}=${value}`;
        if (NAMED.includes(name)) return `${name}=${named(value)}`;
        return `${name}=${name === "aria-labelledby" ? named(told(value)) : same(value)}`;
    };
    const asked = ({name}) => !UNASKED.includes(name) && !name.startsWith("data-");
    const labelled = (part) => [...part.labels || []].map((label) => named(label.textContent)).join(" ");
    const attributes = (part) => [...part.attributes].filter(asked).map(is).sort().join(" ");
    const says = (part) => [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const renamed = (part) => part.matches("a[aria-label], button[aria-label]");
    const words = (part) => renamed(part) ? same(`${part.ariaLabel}: ${part.textContent}`) : says(part) ? "words" : "";
    const state = (part) => STATES.filter((name) => part.hasAttribute(name)).map((name) => part.getAttribute(name));
    const role = (part) => `${part.localName}.${state(part)}`;
    const kind = (part) => `${role(part)}.${part.getAttribute("class") || ""}`;
    const heard = (part) => [part, ...part.querySelectorAll("*")].some((one) =>
        !one.closest("[aria-hidden=true]") && (says(one) || one.matches("img[alt]:not([alt=''])")));
    const unseen = (part) => part.checkVisibility({visibilityProperty: true}) ? "" : "unseen";
    const speaks = (part) => part.matches(SPEAKING) ? heard(part) ? "speaks" : "silent" : "";
    const is_small = ({width, height}) => width < 24 || height < 24 ? "small" : "";
    const size = (part) => part.matches(PRESSED) ? is_small(part.getBoundingClientRect()) : "";
    const may_scroll = (part) => /auto|scroll/.test(getComputedStyle(part).overflow);
    const has_more = (part) => part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight;
    const scrolls = (part) => has_more(part) && may_scroll(part) ? "scrolls" : "";
    const children = (part) => [...new Set([...part.children].map(role))].join(" ");
    const holds = (part) => part.matches(HOLDING) ? `holds ${children(part)}` : "";
    const told_by = [attributes, words, labelled, speaks, size, unseen, scrolls];
    const own = (part) => [part.localName, ...told_by.map((tell) => tell(part))].join(" ");
    const called = (part) => part.ariaLabel || told(part.getAttribute("aria-labelledby") || "");
    const landmark = (part) => `${part.localName} ${part.getAttribute("role") || ""} ${called(part)}`;
    const known = new Map();
    const step = (part) => part.matches("div, span") && !state(part).length ? "" : `/${role(part)}`;
    const path = (part) => {
        if (!part) return "";
        if (!known.has(part)) known.set(part, path(part.parentElement) + step(part));
        return known.get(part);
    };
    const stands = (part) => `${path(part.parentElement)} ${kind(part.parentElement)}`;
    const all = (selector) => [...document.body.querySelectorAll(selector)];
    const landmarks = all(LANDMARKS).map(landmark);
    const headings = all("h1, h2, h3, h4, h5, h6").filter((part) => !unseen(part)).map((part) => part.localName);
    const is_large = (table) => table.rows.length > 3 && table.rows[0].cells.length > 3;
    const shaped = all("*").map((part) => [`${stands(part)}>${own(part)} ${holds(part)}`, part]);
    const pressed = all(PRESSED).filter((part) => !unseen(part)).map((part) => [part, part.getBoundingClientRect()]);
    const apart = (one, other) => !one.contains(other) && !other.contains(one);
    const middle = ({left, right, top, bottom}) => [(left + right) / 2, (top + bottom) / 2];
    const far = ([x, y], {left, right, top, bottom}) =>
        Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0));
    const overlap = (one, other) => one.left < other.right && other.left < one.right &&
        one.top < other.bottom && other.top < one.bottom;
    const between = (one, other) => Math.hypot(...middle(one).map((at, way) => at - middle(other)[way]));
    const is_near = (one, other) => far(middle(one), other) < 12 || between(one, other) < 24 || overlap(one, other);
    window.crowded = pressed.filter(([part, box]) =>
        pressed.some(([other, near]) => apart(part, other) && is_near(box, near))).map(([part]) => part);
    window.firstSmall = new Map(shaped.filter(([, part]) => size(part)).reverse());
    return [...new Set([
        own(document.documentElement),
        ...shaped.map(([shape]) => shape),
        ...headings.map((level, place) => `${headings[place - 1]} before ${level}`),
        ...landmarks.filter((one, place) => landmarks.indexOf(one) !== place).map((one) => `twice ${one}`),
        ...all("table").filter(is_large).map((table) => `large ${stands(table)}`),
    ])];
}"""

# What colours of a page are held to: of each element with words of its own, its colour, size and weight, what it lies
# on, and of a link how it stands out from the words around it. The first of each, or its link, is kept for `FIRST_OF`.
COLOURED = """() => {
    const CLEAR = "rgba(0, 0, 0, 0)";
    const known = new Map();
    const ground = (part) => {
        if (!part) return "";
        if (!known.has(part)) {
            const {backgroundColor, backgroundImage, opacity, filter, mixBlendMode} = getComputedStyle(part);
            const layer = [backgroundColor, backgroundImage, opacity, filter, mixBlendMode].join(" ");
            const is_bare = layer === `${CLEAR} none 1 none normal`;
            known.set(part, is_bare ? ground(part.parentElement) : `${ground(part.parentElement)}/${layer}`);
        }
        return known.get(part);
    };
    const looks = (part) => {
        const {color, fontSize, fontWeight, textDecorationLine, textShadow} = getComputedStyle(part);
        return [color, fontSize, fontWeight, textDecorationLine, textShadow].join(" ");
    };
    const says = (part) => [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const stands_out = (link) => {
        const {borderBottom, backgroundColor, display} = getComputedStyle(link);
        const block = link.parentElement;
        const among = says(block) ? looks(block) : "nothing";
        const links = [...block.querySelectorAll("a")].map((one) => one.textContent.length);
        const words = block.textContent.length - links.reduce((sum, length) => sum + length, 0);
        const is_longer = words > link.textContent.length ? "more words" : "";
        return `${looks(link)} ${borderBottom} ${backgroundColor} ${display} among ${among} ${is_longer}`;
    };
    const around = (part) => part.closest("a") ? stands_out(part.closest("a")) : "";
    const is_for_off = (label) => label && label.control && label.control.disabled;
    const is_off = (part) => part.closest(":disabled, [aria-disabled=true]") || is_for_off(part.closest("label"));
    const is_hidden = (part) => part.closest(".govuk-visually-hidden");
    const seen = (part) => part.checkVisibility({visibilityProperty: true}) && !is_hidden(part) && !is_off(part);
    const all = [...document.body.querySelectorAll("*")].filter(seen);
    const coloured = all.filter((part) => says(part) || part.matches("input, select, textarea"));
    // A single letter is not held to a rule.
    const is_word = (part) => part.textContent.trim().length === 1 ? "a letter" : "words";
    const told = coloured.map((part) =>
        [`${is_word(part)} ${looks(part)} on ${ground(part)} in ${around(part)}`, part.closest("a") || part]);
    window.firstColoured = new Map(told.reverse());
    return [...window.firstColoured.keys()];
}"""

# The elements that are the first of these shapes and colours on the page that was just told of, and all in a crowd.
FIRST_OF = """(told) => [...new Set([window.firstSmall, window.firstColoured].flatMap((first) =>
    told.map((one) => first?.get(one)).filter(Boolean)).concat(window.crowded || []))]"""

# Two elements of one shape may still have one address, or name a field, label or hint that is not on the page.
ASTRAY = """() => {
    const NAMING = ["for", "headers", "list", "form", "aria-controls", "aria-describedby", "aria-errormessage"];
    const ids = [...document.querySelectorAll("[id]")].map((part) => part.id);
    const known = new Set(ids);
    const named = [...NAMING, "aria-labelledby", "aria-owns"].flatMap((name) =>
        [...document.querySelectorAll(`[${name}]`)].flatMap((part) =>
            part.getAttribute(name).split(/\\s+/).filter(Boolean).map((id) => [id, `${name}=${id}`])));
    return [
        ...ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `id=${id} twice`),
        ...named.filter(([id]) => !known.has(id)).map(([, said]) => `${said} leads nowhere`),
    ];
}"""
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
