/** Control words that stand for a character. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: "\t",
  line: "\n",
  emdash: "—",
  endash: "–",
  emspace: " ",
  enspace: " ",
  qmspace: " ",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  "~": " ",
  _: "-",
  "-": "",
  "{": "{",
  "}": "}",
  "\\": "\\",
  nestcell: "; ",
  nestrow: "; ",
};

/** What the group of a destination is read as. Others that begin with `\*` are not shown and are skipped. */
export type Destination =
  | "text"
  | "skip"
  | "fonts"
  | "styles"
  | "title"
  | "author"
  | "marker"
  | "footnote"
  | "header"
  | "footer"
  | "comment"
  | "commenter"
  | "picture"
  | "address";

export const DESTINATIONS: Readonly<Record<string, Destination>> = {
  fonttbl: "fonts",
  stylesheet: "styles",
  info: "skip",
  title: "title",
  author: "author",
  listtext: "marker",
  pntext: "marker",
  footnote: "footnote",
  header: "header",
  headerl: "header",
  headerr: "header",
  headerf: "header",
  footer: "footer",
  footerl: "footer",
  footerr: "footer",
  footerf: "footer",
  annotation: "comment",
  atnauthor: "commenter",
  pict: "picture",
  fldinst: "address",
  shpinst: "text",
  shptxt: "text",
  result: "text",
  fldrslt: "text",
  shprslt: "skip",
  nonshppict: "skip",
  ...Object.fromEntries(
    "colortbl filetbl listtable listoverridetable revtbl rsidtbl themedata colorschememapping datastore latentstyles generator xmlnstbl mmathPr objdata objclass sp atnid atnref atndate atntime bkmkstart bkmkend pgptbl pnseclvl operator subject keywords comment doccomm company manager category template listname nesttableprops tc xe rxe private panose falt fontemb wgrffmtfilter xmlopen xmlclose"
      .split(" ")
      .map((word) => [word, "skip"] as const),
  ),
};
