/** The encodings of code pages, as the web platform names them. Unknown ones are read as Windows-1252. */
export function encodingOfCodePage(codePage: number): string {
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  return ENCODING_BY_CODE_PAGE[codePage] ?? "windows-1252";
}

const ENCODING_BY_CODE_PAGE: Readonly<Record<number, string>> = {
  866: "ibm866",
  874: "windows-874",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  10000: "macintosh",
  10007: "x-mac-cyrillic",
  28605: "iso-8859-15",
  54936: "gb18030",
  65001: "utf-8",
};

/** The code page of a font's character set (`\fcharset`); undefined for the document's own and for symbols. */
export function codePageOfCharset(charset: number): number | undefined {
  return CODE_PAGE_BY_CHARSET[charset];
}

const CODE_PAGE_BY_CHARSET: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};
