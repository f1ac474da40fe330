/** The part that is used of what tesseract-wasm exports; its package.json hides its own types. */
declare module "tesseract-wasm" {
  export interface OCREngine {
    loadModel(model: Uint8Array | ArrayBuffer): void;
    loadImage(image: ImageBitmap | ImageData): void;
    clearImage(): void;
    /** Reads the image; progress in percent. */
    getHOCR(onProgress?: (percent: number) => void): string;
  }

  export function createOCREngine(options: { wasmBinary: Uint8Array | ArrayBuffer }): Promise<OCREngine>;
}
