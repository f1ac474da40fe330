import { testImageReader } from "../suites/test-image-reader";
import { createFakeImageReader } from "./fake-image-reader";

testImageReader("the fake reader of pictures", () => {
  const reader = createFakeImageReader();
  return { reader, progress: reader.progress, finish: reader.finish };
});
