import { expect, test } from "vitest";
import { localityOf } from "./locality-of";

test.each([
  ["http://localhost:11434", "device"],
  ["http://models.localhost", "device"],
  ["http://127.0.0.1:8080", "device"],
  ["http://127.8.9.10", "device"],
  ["http://2130706433", "device"],
  ["http://0.0.0.0:11434", "device"],
  ["http://[::1]:1234", "device"],
  ["http://[::ffff:127.0.0.1]", "device"],
  ["http://10.1.2.3", "network"],
  ["http://172.16.0.1", "network"],
  ["http://172.31.255.1", "network"],
  ["http://192.168.1.20:8000/v1", "network"],
  ["http://169.254.10.1", "network"],
  ["http://[fd12:3456::1]", "network"],
  ["http://[fe80::1]", "network"],
  ["http://[::ffff:192.168.1.20]", "network"],
  ["http://nas:11434", "network"],
  ["http://studio.local", "network"],
  ["http://box.home.arpa", "network"],
  ["https://llm.corp.internal", "network"],
  ["https://api.openai.com/v1", "cloud"],
  ["http://172.32.0.1", "cloud"],
  ["http://100.64.0.1", "cloud"],
  ["http://192.169.1.1", "cloud"],
  ["http://[2001:db8::1]", "cloud"],
  ["http://[::ffff:8.8.8.8]", "cloud"],
  ["https://localhost.example.com", "cloud"],
  ["https://127.0.0.1.nip.io", "cloud"],
  ["https://notlocal", "network"],
])("localityOf() puts %s on %s", (url, locality) => {
  expect(localityOf(new URL(url).hostname)).toBe(locality);
});
