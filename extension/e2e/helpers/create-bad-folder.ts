import { randomBytes } from "node:crypto";
import { cp, mkdir, open, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../../scripts/paths";

/** Valid files among the invalid ones; the test deletes the last one in name order during indexing. */
export const GOOD_FILE_COUNT = 1_500;
export const REMOVED_FILE = "zz-vanishes.md";

/** Fills a folder with files that cause errors on real disks. */
export async function createBadFolder(folder: string): Promise<void> {
  await mkdir(join(folder, "deep"), { recursive: true });
  await writeFile(
    join(folder, "corrupt.pdf"),
    Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(4_000)]),
  );
  await cp(join(ROOT, "engine/convert/pdf/fixtures/password.pdf"), join(folder, "locked.pdf"));
  await createSparseFile(join(folder, "huge.txt"), 300 * 1024 * 1024);
  await writeFile(join(folder, "binary.txt"), randomBytes(20_000));
  await writeFile(join(folder, "empty.md"), "");
  await writeFile(
    join(folder, "utf16.txt"),
    Buffer.from("\ufeffThe heron nests by the weir in April.", "utf16le"),
  );
  await writeFile(
    join(folder, "latin1.txt"),
    Buffer.from("Die Straße nach Köln führt über die Brücke.", "latin1"),
  );
  await symlink("..", join(folder, "deep", "loop"));
  await writeFile(
    join(folder, "deep", "beside-the-loop.md"),
    "# Beside the loop\n\nThe kingfisher waits on the lowest branch.",
  );
  for (let i = 0; i < GOOD_FILE_COUNT; i++) {
    await writeFile(
      join(folder, `good-${String(i).padStart(4, "0")}.md`),
      `# Note ${i}\n\nThe ${i}th note speaks of otters.`,
    );
  }
  await writeFile(join(folder, REMOVED_FILE), "# Vanishes\n\nNobody will read this.");
}

/** A sparse file of `bytes` bytes, which uses no disk space. */
async function createSparseFile(path: string, bytes: number): Promise<void> {
  const file = await open(path, "w");
  await file.truncate(bytes);
  await file.close();
}
