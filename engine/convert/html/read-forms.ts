/** Fields whose value nobody reads. */
const NO_VALUE = new Set([
  "hidden",
  "password",
  "submit",
  "button",
  "reset",
  "image",
  "file",
  "range",
  "color",
]);
/** A list of countries says nothing beyond the chosen one. */
const MAX_OPTIONS = 30;

/** Replaces the fields of forms by what they show: "Gate code: 4711". A button that opens something is its heading. */
export function readForms(page: Document): void {
  for (const list of page.querySelectorAll("datalist")) list.remove();
  for (const input of page.querySelectorAll("input")) readInput(input, page);
  for (const area of page.querySelectorAll("textarea"))
    replaceByValue(area, (area.textContent ?? "").trim(), page);
  for (const select of page.querySelectorAll("select")) replaceByValue(select, chosenOptions(select), page);
  for (const button of page.querySelectorAll(OPENING_BUTTON)) renameTo("span", button);
  // Extraction leaves out every form and label.
  for (const form of page.querySelectorAll("form"))
    if (form.querySelector(`[${VALUE}]`)) renameTo("div", form);
  for (const label of page.querySelectorAll("label")) if (!label.closest("form")) renameTo("span", label);
}

/** Marks a value that stood in a field. */
const VALUE = "data-field-value";

function renameTo(name: string, element: Element): void {
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

const OPENING_BUTTON =
  "h1 button, h2 button, h3 button, h4 button, h5 button, h6 button, dt button, summary button, button[aria-controls], button[aria-expanded]";

function readInput(input: Element, page: Document): void {
  const type = (input.getAttribute("type") ?? "text").toLowerCase();
  if (type === "checkbox" || type === "radio") {
    const box = page.createElement("span");
    if (input.hasAttribute("checked")) box.setAttribute(VALUE, "");
    box.textContent = input.hasAttribute("checked") ? "☑ " : "☐ ";
    input.replaceWith(box);
    return;
  }
  replaceByValue(input, NO_VALUE.has(type) ? "" : (input.getAttribute("value") ?? "").trim(), page);
}

function replaceByValue(field: Element, value: string, page: Document): void {
  if (value === "") {
    field.remove();
    return;
  }
  const label = labelOf(field, page);
  const name = label
    ? ""
    : (field.getAttribute("aria-label") ?? field.getAttribute("placeholder") ?? "").trim();
  if (label && !/[:：?]\s*$/.test(label.textContent ?? "")) label.append(":");
  const shown = page.createElement(field.nodeName === "TEXTAREA" ? "p" : "span");
  shown.setAttribute(VALUE, "");
  shown.textContent = name === "" ? value : `${name}: ${value}`;
  field.replaceWith(" ", shown, " ");
}

/** The label that stands beside a field. */
function labelOf(field: Element, page: Document): Element | undefined {
  const { id } = field;
  if (id === "" || /["\\]/.test(id)) return undefined;
  return page.querySelector(`label[for="${id}"]`) ?? undefined;
}

/** "Dock A (also: Dock B, Dock C)" */
function chosenOptions(select: Element): string {
  const options = [...select.querySelectorAll("option")];
  const words = (option: Element) => (option.textContent ?? "").replace(/\s+/g, " ").trim();
  const selected = options.filter((option) => option.hasAttribute("selected"));
  const isMultiple = select.hasAttribute("multiple");
  const chosen = selected.length > 0 || isMultiple ? selected : options.slice(0, 1);
  const others = options.filter((option) => !chosen.includes(option) && words(option) !== "");
  const also =
    others.length > MAX_OPTIONS ? `one of ${options.length}` : `also: ${others.map(words).join(", ")}`;
  return chosen.map(words).join(", ") + (others.length > 0 ? ` (${also})` : "");
}
