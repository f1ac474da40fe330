import { expect, test } from "vitest";
import { ContextOverflowError } from "../../../engine/errors/context-overflow-error";
import { NotFoundError } from "../../../engine/errors/not-found-error";
import { toOnnxFailure } from "./to-onnx-failure";

const named = (name: string, message: string) => Object.assign(new Error(message), { name });

test.each([
  [new ContextOverflowError("The prompt is longer than the model's window"), "overflow"],
  [new NotFoundError("Cannot load a model"), "broken"],
  [named("SyntaxError", "Unexpected token '<'"), "broken"],
  [named("Error", "Can't create a session. ERROR_CODE: 7, protobuf parsing failed."), "broken"],
  [named("Error", "Can't create a session. failed to allocate a buffer of size 786156820"), "memory"],
  [named("RangeError", "Array buffer allocation failed"), "memory"],
  [named("Error", "std::bad_alloc"), "memory"],
  [named("Error", "The WebGPU device was lost"), "memory"],
  [1234, "other"],
])("%s means %s", (thrown, failure) => {
  expect(toOnnxFailure(thrown)).toBe(failure);
});
