import loadSqlite, { type Database, type Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import type { KeywordPeer, KeywordPeerLibrary } from "./keyword-peer";

const KEY = "sqlite";
/** An index without the texts themselves: that is what the other engines are, too. */
const TABLE = "CREATE VIRTUAL TABLE texts USING fts5(text, content='', contentless_delete=1)";

/** SQLite's FTS5 in memory; any word may match, best first by its own BM25. */
export async function loadPeer(): Promise<KeywordPeerLibrary> {
  const sqlite = await loadSqlite({ locateFile: (name) => `/${name}` });
  return {
    create() {
      const database = new sqlite.oo1.DB(":memory:");
      database.exec(TABLE);
      return createPeer(sqlite, database);
    },
    async open(store) {
      const saved = await store.get(KEY);
      if (!(saved instanceof Uint8Array)) throw new Error("nothing was saved");
      return createPeer(sqlite, deserialize(sqlite, saved));
    },
  };
}

function deserialize({ oo1, wasm, capi }: Sqlite3Static, saved: Uint8Array): Database {
  const database = new oo1.DB(":memory:");
  const pointer = wasm.allocFromTypedArray(saved);
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
  const code = capi.sqlite3_deserialize(database, "main", pointer, saved.length, saved.length, flags);
  database.checkRc(code);
  return database;
}

function createPeer({ capi }: Sqlite3Static, database: Database): KeywordPeer {
  const select = database.prepare("SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?");

  function ask(match: string, limit: number): number[] {
    if (match === "") return [];
    const rows: number[] = [];
    select.bind([match, limit]);
    while (select.step()) rows.push(Number(select.get(0)));
    select.reset();
    return rows;
  }

  function runInTransaction(statement: string, values: readonly (readonly [number, ...string[]])[]): void {
    database.transaction(() => {
      const prepared = database.prepare(statement);
      for (const value of values) prepared.bind([...value]).stepReset();
      prepared.finalize();
    });
  }

  return {
    add: (first, texts) =>
      runInTransaction(
        "INSERT INTO texts(rowid, text) VALUES (?, ?)",
        texts.map((text, at) => [first + at, text]),
      ),
    remove: (first, texts) =>
      runInTransaction(
        "DELETE FROM texts WHERE rowid = ?",
        texts.map((_, at) => [first + at]),
      ),
    search: (query, limit) => ask(quoteWords(query).join(" OR "), limit),
    suggest(query, limit) {
      const words = quoteWords(query);
      return ask(words.map((word, at) => (at === words.length - 1 ? `${word}*` : word)).join(" OR "), limit);
    },
    async save(store) {
      const saved = capi.sqlite3_js_db_export(database);
      await store.put(KEY, saved);
      return saved.byteLength;
    },
  };
}

function quoteWords(query: string): string[] {
  return (query.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`);
}
