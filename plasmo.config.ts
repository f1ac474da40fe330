import { connectors } from "./engine/connectors/registry";
import packageJson from "./package.json" with { type: "json" };

/** Web sites Atlas may be allowed to read, one by one or all, only when the person says so. */
export const OPTIONAL_HOSTS = ["https://*/*", "http://*/*"];

/**
 * Google's own sign-in of Chrome works only for a client registered for this very extension. The build takes its id
 * from ATLAS_GOOGLE_CLIENT_ID; without one the other ways to sign in are offered.
 */
const googleClientId = process.env.ATLAS_GOOGLE_CLIENT_ID;

/**
 * The one place for manifest and build. Plasmo generates entries from the files in extension/; the build
 * script lays these fields over its manifest.
 */
export const plasmoConfig = {
  /** Folder of the Plasmo sources, and the build target whose name is the output folder. */
  sourcePath: "extension",
  target: "chrome-mv3",
  output: "build/chrome-mv3-prod",

  /** Bundled by esbuild, because Parcel can bundle neither WASM nor ONNX Runtime's loader. */
  engine: {
    entry: "extension/offscreen/engine-worker.ts",
    output: "assets/engine",
    /** A worker of its own for models that run on the graphics card: their runtime is large. */
    webLlm: "extension/offscreen/llm/web-llm-worker.ts",
    /** A worker of its own for small models, which run on any computer. */
    transformersJs: "extension/offscreen/llm/transformers-js-worker.ts",
    /** A worker of its own that reads pictures, ended when it is idle. */
    ocr: "extension/offscreen/ocr/ocr-worker.ts",
    /** The models' libraries, fetched before packaging, and their checksums. */
    libraries: "assets/model-libraries",
    pinnedLibraries: "extension/scripts/model-library-pins.json",
  },

  /** Copied into the build as they are; never web-accessible. */
  copies: [
    { from: "assets/engine", to: "engine" },
    { from: "assets/models", to: "models" },
    { from: "node_modules/voy-search/voy_search_bg.wasm", to: "engine/voy.wasm" },
    // The one build of ONNX Runtime that computes on graphics cards and processors in Chrome 124, too.
    ...["mjs", "wasm"].map((kind) => ({
      from: `node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.asyncify.${kind}`,
      to: `engine/onnx-runtime/ort-wasm-simd-threaded.asyncify.${kind}`,
    })),
    { from: "node_modules/tesseract-wasm/dist/tesseract-core.wasm", to: "engine/ocr/tesseract.wasm" },
    {
      from: "node_modules/@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz",
      to: "engine/ocr/eng.traineddata.gz",
    },
  ],

  manifest: {
    name: "Atlas",
    version: packageJson.version,
    description: packageJson.description,
    minimum_chrome_version: "124",
    permissions: [
      "activeTab",
      "alarms",
      "contextMenus",
      "offscreen",
      "scripting",
      "sidePanel",
      "storage",
      "unlimitedStorage",
    ],
    // Those that sources declare; `idle` and `identity` are asked for by other parts.
    optional_permissions: [
      ...new Set(["idle", "identity", ...connectors.flatMap(({ declaration }) => declaration.permissions)]),
    ].sort(),
    host_permissions: [],
    optional_host_permissions: OPTIONAL_HOSTS,
    // The scopes are those of each sign-in; Chrome wants the key all the same.
    ...(googleClientId && { oauth2: { client_id: googleClientId, scopes: ["openid"] } }),
    // What a person does in an incognito window is never read, whatever they allow.
    incognito: "not_allowed",
    omnibox: { keyword: "atlas" },
    action: { default_title: "Ask Atlas" },
    content_security_policy: {
      // 'wasm-unsafe-eval' is what WebAssembly needs; scripts come from the package alone.
      extension_pages:
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; " +
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-src 'self' blob:; " +
        "connect-src 'self' https: http:; base-uri 'none'; form-action 'none'",
    },
    // Together these make the pages cross-origin isolated, which WASM threads need.
    cross_origin_embedder_policy: { value: "require-corp" },
    cross_origin_opener_policy: { value: "same-origin" },
  },
} as const;
