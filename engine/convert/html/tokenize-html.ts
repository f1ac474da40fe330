import { Tokenizer } from "htmlparser2";

/** Receives the parts of a page; names are lower case, and character references in text are decoded. */
export interface HtmlHandler {
  open?(name: string): void;
  close?(name: string): void;
  /** The element just opened ends with `/>`. */
  selfClose?(): void;
  text?(text: string): void;
}

/**
 * Tokenises HTML as a flat sequence of tags and text. Takes linear time, without a tree or recursion, so no page can
 * overflow the stack. Script and style content is not reported as text.
 */
export function tokenizeHtml(html: string, handler: HtmlHandler): void {
  let hidden: string | undefined;
  const nothing = () => {};
  const text = (value: string) => {
    if (!hidden) handler.text?.(value);
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: handler.text !== undefined },
    {
      onopentagname(start, end) {
        const name = html.slice(start, end).toLowerCase();
        if (name === "script" || name === "style") hidden = name;
        handler.open?.(name);
      },
      onclosetag(start, end) {
        const name = html.slice(start, end).toLowerCase();
        if (name === hidden) hidden = undefined;
        handler.close?.(name);
      },
      ontext: (start, end) => text(html.slice(start, end)),
      ontextentity: (codePoint) => text(String.fromCodePoint(codePoint)),
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      onopentagend: nothing,
      onselfclosingtag: () => handler.selfClose?.(),
      onend: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
