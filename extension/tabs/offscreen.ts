import { serveEngine } from "../offscreen/serve-engine";

serveEngine();
