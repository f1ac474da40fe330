const ARCHIVE = "an archive";

/** File name extensions without text, by description. Conversion decides about all others. */
const EXTENSIONS_BY_KIND: Readonly<Record<string, string>> = {
  "a picture": "png jpg jpeg gif webp avif bmp tif tiff ico icns heic heif psd xcf raw cr2 nef dng",
  "a sound file": "mp3 wav flac ogg oga opus m4a aac aiff wma mid midi",
  "a video": "mp4 m4v mov avi mkv webm wmv flv mpg mpeg 3gp ogv",
  // A zip archive is read file by file.
  [ARCHIVE]: "tar gz tgz bz2 tbz xz txz zst 7z rar cab jar war apk ipa xpi crx whl deb rpm",
  "a disk image": "iso dmg img vmdk vdi qcow2",
  "a program": "exe dll so dylib bin o a lib obj class pyc pyo wasm msi sys",
  "a font": "ttf otf woff woff2 eot",
  "a database": "db sqlite sqlite3 mdb accdb parquet",
  "a model": "onnx safetensors pt pth ckpt gguf npy npz pkl h5 tflite",
};

const KIND_BY_EXTENSION: ReadonlyMap<string, string> = new Map(
  Object.entries(EXTENSIONS_BY_KIND).flatMap(([kind, endings]) =>
    endings.split(" ").map((ending): [string, string] => [ending, kind]),
  ),
);

/** Reason, as a sentence, for not opening a file with this name; undefined when it may hold text. */
export function getNoTextReason(name: string): string | undefined {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  const kind = extension && KIND_BY_EXTENSION.get(extension);
  if (!kind) return undefined;
  if (kind === ARCHIVE) return `The file is ${kind} (.${extension}); unpack it, and its files are read`;
  return `The file is ${kind} (.${extension}), which holds no text to index`;
}
