export { rescoreCodes } from "./rescore-codes";
export { scanSigns } from "./scan-signs";
export { selectTop } from "./select-top";
