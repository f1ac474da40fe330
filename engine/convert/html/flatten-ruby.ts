/** Writes readings after the words they belong to: "東京（とうきょう）", so that neither is cut. */
export function flattenRuby(root: Element): void {
  for (const ruby of root.querySelectorAll("ruby")) {
    let reading = "";
    for (const part of ruby.querySelectorAll("rt")) reading += part.textContent ?? "";
    for (const part of ruby.querySelectorAll("rt, rp, rtc")) part.remove();
    const shown = reading.trim() === "" ? "" : `（${reading.trim()}）`;
    ruby.replaceWith(`${(ruby.textContent ?? "").trim()}${shown}`);
  }
}
