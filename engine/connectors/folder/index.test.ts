import { createFakeFolder, domError } from "../../testing/fakes/fake-folder";
import { testConnector } from "../../testing/suites/test-connector";
import { folder } from ".";

testConnector(folder, () => {
  const fake = createFakeFolder();
  const add = (name: string, openError?: Error) => {
    const path = `notes/${name}.md`;
    fake.files.set(path, { text: `About ${name}`, lastModified: 1, ...(openError ? { openError } : {}) });
    return path;
  };
  return {
    ports: { folders: { open: async () => fake.handle } },
    create: (name) => add(name),
    update: (name) => fake.files.set(`notes/${name}.md`, { text: `More on ${name}`, lastModified: 2 }),
    remove: (name) => fake.files.delete(`notes/${name}.md`),
    createMalformed: (name) => add(name, domError("NotReadableError")),
    revoke: () => {
      fake.listErrors.set("", domError("NotAllowedError"));
    },
  };
});
