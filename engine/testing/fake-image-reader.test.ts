import { createFakeImageReader } from "./fake-image-reader";
import { testImageReader } from "./test-image-reader";

testImageReader("the fake reader of pictures", () => {
  const reader = createFakeImageReader();
  return { reader, progress: reader.progress, finish: reader.finish };
});
