/** Kinds that are text once their bytes are decoded. */
export type TextKind = "html" | "markdown" | "plain" | "code" | "table" | "calendar" | "contacts";

/** Kinds with a container format of their own. */
const BINARY_KINDS = [
  "pdf",
  "docx",
  "xlsx",
  "pptx",
  "odf",
  "epub",
  "rtf",
  "mail",
  "mailbox",
  "msg",
  "zipped",
] as const;

export type BinaryKind = (typeof BINARY_KINDS)[number];

export type ContentKind = TextKind | BinaryKind;

export function isBinaryKind(kind: ContentKind): kind is BinaryKind {
  return (BINARY_KINDS as readonly ContentKind[]).includes(kind);
}

/** Kinds that are stored in a general container. What the container holds tells them apart, else the name. */
const KINDS_IN_CONTAINER: Readonly<Record<"zip" | "ole", readonly ContentKind[]>> = {
  zip: ["docx", "xlsx", "pptx", "odf", "epub", "zipped"],
  // Office files in it are encrypted with a password.
  ole: ["docx", "xlsx", "pptx", "msg"],
};

export function isKindIn(container: "zip" | "ole", kind: ContentKind): boolean {
  return KINDS_IN_CONTAINER[container].includes(kind);
}

/** The kind by a name or a media type: how to read it, or in words why it is skipped. */
export type DetectedKind = { readonly kind: ContentKind } | { readonly unreadable: string };

/** The reason for skipping a picture, which `isImage` in `detect-kind.ts` looks for. */
export const IMAGE_DESCRIPTION = "an image";

/** Detects the kind of a file by its name: the whole name first (`Makefile`), then its ending. */
export function kindOfFileName(fileName: string): DetectedKind | undefined {
  const name = fileName.toLowerCase();
  const byName = KIND_BY_NAME.get(name);
  if (byName) return { kind: byName };
  const dot = name.lastIndexOf(".");
  if (dot < 0) return undefined;
  return KIND_BY_ENDING.get(name.slice(dot + 1));
}

/** Detects the kind by media type. Generic types (`application/octet-stream`, `text/plain`) give undefined. */
export function kindOfMediaType(mediaType: string): DetectedKind | undefined {
  const type = (mediaType.split(";")[0] ?? "").trim().toLowerCase();
  const exact = KIND_BY_MEDIA_TYPE.get(type);
  if (exact) return { kind: exact };
  const [group = ""] = type.split("/");
  const unreadable = UNREADABLE_GROUPS.get(group) ?? UNREADABLE_MEDIA_TYPES.get(type);
  if (unreadable) return { unreadable };
  if (/[/+](json|xml|yaml|javascript|typescript)$/.test(type) || type.startsWith("text/x-"))
    return { kind: "code" };
  return undefined;
}

const ENDINGS: Readonly<Record<ContentKind, string>> = {
  html: "html htm xhtml shtml",
  markdown: "md markdown mdx mdown mkd rmd qmd",
  plain: "txt text log rst adoc asciidoc org tex srt vtt textile pod rtfd nfo",
  code:
    "ts tsx mts cts js jsx mjs cjs json jsonc json5 jsonl ndjson ipynb geojson webmanifest map vue svelte astro " +
    "css scss sass less styl py pyi pyx rb erb php phtml pl pm lua r jl java kt kts scala groovy gradle clj cljs " +
    "edn c h cc cpp cxx hpp hh hxx m mm cs fs fsx fsi vb go rs swift zig nim d dart hs lhs ml mli elm ex exs erl " +
    "hrl lisp el scm rkt sh bash zsh fish bat cmd ps1 psm1 sql graphql gql proto thrift xml xsd xsl xslt plist " +
    "yaml yml toml ini cfg conf properties env editorconfig lock opml diff patch tf tfvars hcl nix cmake make mk " +
    "dockerfile vim asm s f f90 f95 for pas sol wat wgsl glsl hlsl vert frag bib cls sty tcl awk sed csproj sln",
  table: "csv tsv tab psv",
  pdf: "pdf",
  docx: "docx docm dotx dotm",
  xlsx: "xlsx xlsm xltx xltm",
  pptx: "pptx pptm ppsx ppsm potx potm",
  odf: "odt ott odm fodt ods ots fods odp otp fodp odg fodg",
  epub: "epub",
  rtf: "rtf",
  mail: "eml emlx mht mhtml",
  mailbox: "mbox mbx",
  msg: "msg oft",
  zipped: "zip",
  calendar: "ics ical icalendar ifb",
  contacts: "vcf vcard",
};

/** Office formats from before 2007, which are OLE containers. */
export const OLD_FORMATS = {
  word: "in the old Word format (DOC); open it in Word or LibreOffice and save it as DOCX",
  excel: "in the old Excel format (XLS); open it in Excel or LibreOffice and save it as XLSX",
  powerpoint: "in the old PowerPoint format (PPT); open it in PowerPoint or LibreOffice and save it as PPTX",
} as const;

/** A name of the old formats is also given to HTML, RTF and plain tables, which their programs open as well. */
export function isOldFormat(detected: DetectedKind | undefined): boolean {
  const descriptions: readonly string[] = Object.values(OLD_FORMATS);
  return detected !== undefined && "unreadable" in detected && descriptions.includes(detected.unreadable);
}

const UNREADABLE_ENDINGS: Readonly<Record<string, string>> = {
  [IMAGE_DESCRIPTION]:
    "png jpg jpeg gif webp avif bmp tif tiff ico icns svg heic heif psd ai eps raw cr2 nef dng xcf",
  "an audio file": "mp3 wav flac ogg oga opus m4a aac aiff aif wma mid midi",
  "a video": "mp4 m4v mov avi mkv webm wmv flv mpg mpeg 3gp ogv",
  "an archive":
    "tar gz tgz bz2 tbz xz txz zst 7z rar lz lzma cab jar war apk ipa xpi crx whl deb rpm iso dmg asar",
  "a program": "exe dll so dylib bin o a lib obj class pyc pyo wasm msi app com sys node beam elf",
  "a font": "ttf otf woff woff2 eot",
  "a database": "db sqlite sqlite3 mdb accdb parquet feather arrow avro",
  "data of a program": "onnx safetensors pt pth ckpt gguf npy npz pkl pickle h5 hdf5 mat rds rdata tflite",
  [OLD_FORMATS.word]: "doc dot",
  [OLD_FORMATS.excel]: "xls xlt",
  [OLD_FORMATS.powerpoint]: "ppt pps pot",
  "a binary workbook; save it as XLSX": "xlsb",
  "a Numbers spreadsheet; export it as XLSX": "numbers",
  "a Keynote presentation; export it as PPTX": "key",
  "a Pages document; export it as DOCX": "pages",
  "in an old document format; save it as DOCX or PDF": "wpd wps",
  "a Kindle book; convert it to EPUB": "mobi azw azw3",
  "a mailbox of Outlook; export its messages as EML": "pst ost",
};

const KIND_BY_ENDING: ReadonlyMap<string, DetectedKind> = new Map([
  ...Object.entries(UNREADABLE_ENDINGS).flatMap(([unreadable, endings]) =>
    endings.split(" ").map((ending): [string, DetectedKind] => [ending, { unreadable }]),
  ),
  ...(Object.entries(ENDINGS) as [ContentKind, string][]).flatMap(([kind, endings]) =>
    endings.split(" ").map((ending): [string, DetectedKind] => [ending, { kind }]),
  ),
]);

const KIND_BY_NAME: ReadonlyMap<string, ContentKind> = new Map([
  ..."makefile dockerfile containerfile jenkinsfile vagrantfile procfile gemfile rakefile justfile .gitignore .gitattributes .npmrc .dockerignore .env .babelrc .eslintrc .prettierrc .editorconfig .bashrc .zshrc .profile"
    .split(" ")
    .map((name): [string, ContentKind] => [name, "code"]),
]);

const KIND_BY_MEDIA_TYPE: ReadonlyMap<string, ContentKind> = new Map<string, ContentKind>([
  ["text/html", "html"],
  ["application/xhtml+xml", "html"],
  ["text/markdown", "markdown"],
  ["text/x-markdown", "markdown"],
  ["text/csv", "table"],
  ["text/tab-separated-values", "table"],
  ["text/css", "code"],
  ["application/pdf", "pdf"],
  ["application/x-pdf", "pdf"],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"],
  ["application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"],
  ["application/vnd.openxmlformats-officedocument.presentationml.slideshow", "pptx"],
  ["application/vnd.oasis.opendocument.text", "odf"],
  ["application/vnd.oasis.opendocument.spreadsheet", "odf"],
  ["application/vnd.oasis.opendocument.presentation", "odf"],
  ["application/vnd.oasis.opendocument.graphics", "odf"],
  ["application/epub+zip", "epub"],
  ["application/rtf", "rtf"],
  ["text/rtf", "rtf"],
  ["message/rfc822", "mail"],
  ["message/global", "mail"],
  ["application/mbox", "mailbox"],
  ["text/calendar", "calendar"],
  ["application/ics", "calendar"],
  ["text/vcard", "contacts"],
  ["text/x-vcard", "contacts"],
  ["text/directory", "contacts"],
  ["application/vnd.ms-outlook", "msg"],
  ["application/zip", "zipped"],
  ["application/x-zip-compressed", "zipped"],
]);

const UNREADABLE_GROUPS: ReadonlyMap<string, string> = new Map([
  ["image", IMAGE_DESCRIPTION],
  ["audio", "an audio file"],
  ["video", "a video"],
  ["font", "a font"],
]);

const UNREADABLE_MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ["application/gzip", "an archive"],
  ["application/x-gzip", "an archive"],
  ["application/x-tar", "an archive"],
  ["application/x-7z-compressed", "an archive"],
  ["application/vnd.rar", "an archive"],
  ["application/wasm", "a program"],
  ["application/x-msdownload", "a program"],
  ["application/msword", OLD_FORMATS.word],
  ["application/vnd.ms-excel", OLD_FORMATS.excel],
  ["application/vnd.ms-powerpoint", OLD_FORMATS.powerpoint],
]);
