/** The part of voy-search's wasm-bindgen glue that is used; the package types only its bundler entry. */
declare module "voy-search/voy_search_bg.js" {
  export { Voy } from "voy-search";
  export function __wbg_set_wasm(exports: WebAssembly.Exports): void;
}
