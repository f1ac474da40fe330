import { anthropic } from "./anthropic";
import { google } from "./google";
import { groq } from "./groq";
import { mistral } from "./mistral";
import { openai } from "./openai";
import type { Vendor } from "./vendor";

/** All supported vendors. A new one is a file like its neighbours and a line here. */
export const VENDORS: readonly Vendor[] = [openai, anthropic, google, groq, mistral];
