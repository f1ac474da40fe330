import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/** Where Transformers.js 4.3.1 would take ONNX Runtime's code from when nobody tells it otherwise. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: that is how it stands in the library
const CDN_URL = "https://cdn.jsdelivr.net/npm/onnxruntime-web@${ONNX_ENV.versions.web}/dist/";

/** Takes the address out, so that there is none in the package even if setting the own one were forgotten. */
export const removeOnnxCdn: Plugin = {
  name: "own-onnx-runtime",
  setup: (build) => {
    build.onLoad(
      { filter: /@xenova[\\/]transformers[\\/]dist[\\/]transformers\.web\.js$/ },
      async ({ path }) => {
        const code = await readFile(path, "utf8");
        if (!code.includes(CDN_URL))
          throw new Error(`Cannot find the address of a CDN in "${path}": look where it went`);
        return { contents: code.replaceAll(CDN_URL, ""), loader: "js" };
      },
    );
  },
};
