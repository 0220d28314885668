"""What of a page the rules for accessibility can tell apart, so that each is held to them once in a run."""

# The parts of a body as they stand. Hidden fields have other values each time, which no rule reads and nobody sees.
PARTS = """() => [...document.body.children].map((part) => {
    const copy = part.cloneNode(true);
    copy.querySelectorAll("input[type=hidden]").forEach((field) => field.removeAttribute("value"));
    return copy.outerHTML;
})"""

# What the rules ask of elements: of each its attributes, whether it says anything and is labelled, what it stands in,
# and, where that matters, what it holds; then which headings follow each other, which landmarks there are twice and
# which tables are large. Which record a page is about, what a field is called, where links lead, how charts are drawn
# and the words themselves make no difference to a rule; what names could hide, `ASTRAY` finds.
SHAPES = """() => {
    const LEADING = ["href", "src", "action", "value", "datetime"];
    const NAMED = ["id", "name", "for", "headers", "list", "form", "title", "placeholder", "aria-controls",
        "aria-describedby", "aria-errormessage", "aria-label", "aria-owns"];
    const UNASKED = ["d", "points", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "transform",
        "accept", "cols", "rows", "inputmode", "loading", "maxlength"];
    const HOLDING = "ul, ol, dl, table, thead, tbody, tr, select, fieldset, label, a, button, summary, [role]";
    const LANDMARKS = "header, nav, main, footer, aside, section[aria-label], section[aria-labelledby], [role]";
    const same = (words) => words.replace(/\\d+/g, "0").replace(/\\s+/g, " ").trim();
    const leads = (value) => value.startsWith("#") ? "#" : value ? "somewhere" : "";
    const named = (value) => value.trim() ? "named" : "";
    const text = (id) => document.getElementById(id)?.textContent.trim() || "";
    const told = (ids) => ids.split(/\\s+/).map(text).join(" ").trim();
    const is = ({name, value}) => {
        if (LEADING.includes(name)) return `${name}=${leads(value)}`;
        if (NAMED.includes(name)) return `${name}=${named(value)}`;
        return `${name}=${name === "aria-labelledby" ? named(told(value)) : same(value)}`;
    };
    const asked = ({name}) => !UNASKED.includes(name) && !name.startsWith("data-");
    const labelled = (part) => [...part.labels || []].map((label) => named(label.textContent)).join(" ");
    const attributes = (part) => [...part.attributes].filter(asked).map(is).sort().join(" ");
    const says = (part) => [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const renamed = (part) => part.matches("a[aria-label], button[aria-label]");
    const words = (part) => renamed(part) ? same(`${part.ariaLabel}: ${part.textContent}`) : says(part) ? "words" : "";
    const kind = (part) => `${part.localName}.${part.getAttribute("class") || ""}.${part.getAttribute("role") || ""}`;
    const role = (part) => `${part.localName}.${part.getAttribute("role") || ""}`;
    const children = (part) => [...new Set([...part.children].map(role))].join(" ");
    const holds = (part) => part.matches(HOLDING) ? `holds ${children(part)}` : "";
    const own = (part) => `${part.localName} ${attributes(part)} ${words(part)} ${labelled(part)}`;
    const called = (part) => part.ariaLabel || told(part.getAttribute("aria-labelledby") || "");
    const landmark = (part) => `${part.localName} ${part.getAttribute("role") || ""} ${called(part)}`;
    const known = new Map();
    const step = (part) => part.matches("div:not([role]), span:not([role])") ? "" : `/${role(part)}`;
    const path = (part) => {
        if (!part) return "";
        if (!known.has(part)) known.set(part, path(part.parentElement) + step(part));
        return known.get(part);
    };
    const stands = (part) => `${path(part.parentElement)} ${kind(part.parentElement)}`;
    const all = (selector) => [...document.body.querySelectorAll(selector)];
    const landmarks = all(LANDMARKS).map(landmark);
    const headings = all("h1, h2, h3, h4, h5, h6").map((part) => part.localName);
    const is_large = (table) => table.rows.length > 3 && table.rows[0].cells.length > 3;
    return [...new Set([
        own(document.documentElement),
        ...all("*").map((part) => `${stands(part)}>${own(part)} ${holds(part)}`),
        ...headings.map((level, place) => `${headings[place - 1]} before ${level}`),
        ...landmarks.filter((one, place) => landmarks.indexOf(one) !== place).map((one) => `twice ${one}`),
        ...all("table").filter(is_large).map((table) => `large ${path(table)}`),
    ])];
}"""

# What colours of a page are held to: of each element with words of its own, its colour, size and weight, what it lies
# on, and of a link how it stands out from the words around it.
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
    const around = (part) => part.closest("a") ? looks(part.closest("a").parentElement) : "";
    const says = (part) => [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const seen = (part) => part.checkVisibility({visibilityProperty: true});
    const all = [...document.body.querySelectorAll("*")].filter(seen);
    const coloured = all.filter((part) => says(part) || part.matches("input, select, textarea"));
    return [...new Set(coloured.map((part) => `${looks(part)} on ${ground(part)} in ${around(part)}`))];
}"""

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
