"""What of a page the rules for accessibility can tell apart, so that each is held to them once in a run."""

# The parts of a body as they stand. Hidden fields have other values each time, which no rule reads and nobody sees.
PARTS = """() => [...document.body.children].map((part) => {
    const copy = part.cloneNode(true);
    copy.querySelectorAll("input[type=hidden]").forEach((field) => field.removeAttribute("value"));
    return copy.outerHTML;
})"""

# What the rules ask of elements: of each its attributes, whether it says anything, what it stands in and what it
# holds; then which headings follow each other, which landmarks there are twice and which tables are large. Which
# record a page is about, where links lead, how charts are drawn and the words themselves make no difference to a rule;
# what numbers in addresses within the page could hide, `ASTRAY` finds.
SHAPES = """() => {
    const LEADING = ["href", "src", "action", "value", "datetime"];
    const DRAWN = ["d", "points", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "transform"];
    const LANDMARKS = "header, nav, main, footer, aside, section[aria-label], section[aria-labelledby], [role]";
    const same = (words) => words.replace(/\\d+/g, "0").replace(/\\s+/g, " ").trim();
    const leads = (value) => value.startsWith("#") ? "#" : value ? "somewhere" : "";
    const is = ({name, value}) => `${name}=${LEADING.includes(name) ? leads(value) : same(value)}`;
    const asked = ({name}) => !DRAWN.includes(name);
    const attributes = (part) => [...part.attributes].filter(asked).map(is).sort().join(" ");
    const says = (part) => [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const renamed = (part) => part.matches("a[aria-label], button[aria-label]");
    const words = (part) => renamed(part) ? same(part.textContent) : says(part) ? "words" : "";
    const kind = (part) => `${part.localName}.${part.getAttribute("class") || ""}.${part.getAttribute("role") || ""}`;
    const holds = (part) => [...new Set([...part.children].map(kind))].join(" ");
    const own = (part) => `${part.localName} ${attributes(part)} ${words(part)}`;
    const known = new Map();
    const path = (part) => {
        if (!part) return "";
        if (!known.has(part)) known.set(part, path(part.parentElement) + "/" + kind(part));
        return known.get(part);
    };
    const all = (selector) => [...document.body.querySelectorAll(selector)];
    const landmarks = all(LANDMARKS).map(own);
    const headings = all("h1, h2, h3, h4, h5, h6").map((part) => part.localName);
    const is_large = (table) => table.rows.length > 3 && table.rows[0].cells.length > 3;
    return [...new Set([
        own(document.documentElement),
        ...all("*").map((part) => `${path(part.parentElement)}>${own(part)}[${holds(part)}]`),
        ...headings.map((level, place) => `${headings[place - 1]} before ${level}`),
        ...landmarks.filter((one, place) => landmarks.indexOf(one) !== place).map((one) => `twice ${one}`),
        ...all("table").filter(is_large).map((table) => `large ${path(table)}`),
    ])];
}"""

# What colours of a page hang on: of each element with words of its own, what style sheets can ask of it and of what it
# stands in. Where all of that was held to the rules before, other words have the same colours.
COLOURED = """() => {
    const looks = (part) => [part.localName, part.className, part.type, part.open, part.disabled, part.checked,
        part.getAttribute("aria-current"), part.getAttribute("style")].join(" ");
    const known = new Map();
    const path = (part) => {
        if (!part || part === document.documentElement) return "";
        if (!known.has(part)) known.set(part, path(part.parentElement) + "/" + looks(part));
        return known.get(part);
    };
    const says = (part) => [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const seen = (part) => part.checkVisibility({visibilityProperty: true});
    const all = [...document.body.querySelectorAll("*")].filter(seen);
    return [...new Set(all.filter((part) => says(part) || part.matches("input, select, textarea, svg *")).map(path))];
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
