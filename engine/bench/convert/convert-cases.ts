import { pdfOfPages, pdfOfPictures } from "./cases/pdf-cases";
import type { ConvertCase } from "./convert-case";

/** By the name of their row. */
export const CONVERT_CASES: Readonly<Record<string, ConvertCase>> = {
  "pdf, 500 pages": pdfOfPages,
  "pdf, 50 MB with pictures": pdfOfPictures,
};
