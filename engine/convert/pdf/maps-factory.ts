/** What pdf.js asks for that is in no PDF. */
interface BinaryRequest {
  readonly kind: string;
  readonly filename: string;
}

/** pdf.js's source of tables outside the file: there are none, and the character maps it asks for are remembered. */
export function mapsFactory(missing: Set<string>) {
  return class {
    async fetch({ kind, filename }: BinaryRequest): Promise<Uint8Array> {
      if (kind === "cMapUrl") missing.add(filename);
      throw new Error(`Cannot load ${filename}`);
    }
  };
}
