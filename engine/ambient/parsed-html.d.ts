// The tree that linkedom makes of a page: data, without a document that is shown anywhere. These are the members the
// engine reads; the values (`document`, `window`) do not exist here.

interface Node {
  readonly nodeName: string;
  readonly nodeType: number;
  readonly parentElement: Element | null;
  readonly childNodes: Iterable<Node>;
  readonly firstChild: Node | null;
  readonly nextSibling: Node | null;
  textContent: string | null;
  normalize(): void;
}
interface Element extends Node {
  readonly tagName: string;
  readonly ownerDocument: Document;
  cloneNode(deep: true): Element;
  readonly children: Iterable<Element> & { readonly length: number; readonly [index: number]: Element };
  readonly firstElementChild: Element | null;
  readonly attributes: Iterable<{ readonly name: string; value: string }>;
  id: string;
  className: string;
  innerHTML: string;
  readonly outerHTML: string;
  readonly classList: { contains(name: string): boolean };
  append(...nodes: (Node | string)[]): void;
  closest(selector: string): Element | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  matches(selector: string): boolean;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element> & { readonly length: number };
  remove(): void;
  removeAttribute(name: string): void;
  replaceChildren(...nodes: (Node | string)[]): void;
  replaceWith(...nodes: (Node | string)[]): void;
  setAttribute(name: string, value: string): void;
}
interface HTMLElement extends Element {
  readonly style?: unknown;
}
interface Document extends Node {
  readonly URL: string;
  title: string;
  readonly body: HTMLElement;
  readonly head: HTMLElement;
  readonly documentElement: HTMLElement;
  createElement(name: string): HTMLElement;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element> & { readonly length: number };
}
