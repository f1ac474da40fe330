import { expect, test } from "vitest";
import { toServer } from "./to-server";

test("toServer() gives each server a unique id", () => {
  const entered = { name: " My Ollama! ", baseUrl: " http://localhost:11434 ", key: "" };
  expect(toServer(entered, [])).toEqual({
    id: "my-ollama",
    name: "My Ollama!",
    baseUrl: "http://localhost:11434",
  });
  expect(toServer(entered, [{ id: "my-ollama" }, { id: "my-ollama-2" }]).id).toBe("my-ollama-3");
  expect(toServer({ ...entered, name: "模型" }, []).id).toBe("server");
});

test("toServer() does not use the reserved id of the companion", () => {
  expect(toServer({ name: "Companion", baseUrl: "http://localhost", key: "" }, []).id).toBe("companion-2");
});
