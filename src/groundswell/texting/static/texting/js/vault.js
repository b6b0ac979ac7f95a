// Keeps what was not yet handed in, through a reload: encrypted with a key that cannot leave this browser.
// Where IndexedDB is missing (some private windows) things are kept in memory, and `lasting` says so.

export const DATABASE = "groundswell-device";
const LIFE = 12 * 60 * 60 * 1000;

export async function openVault(shelf) {
  try {
    const database = await openDatabase();
    return new Vault(database, await keyOf(database), shelf);
  } catch {
    return new MemoryVault();
  }
}

class Vault {
  lasting = true;

  constructor(database, key, shelf) {
    this.database = database;
    this.key = key;
    this.shelf = shelf;
  }

  async put(item) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(item));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, this.key, plain);
    await done(this.#store("readwrite").put({ id: item.id, at: item.at, shelf: this.shelf, iv, sealed }));
  }

  async all() {
    const rows = await done(this.#store("readonly").getAll());
    const fresh = rows.filter((row) => row.at > Date.now() - LIFE);
    await Promise.all(rows.filter((row) => !fresh.includes(row)).map((row) => this.remove(row.id)));
    const mine = fresh.filter((row) => row.shelf === this.shelf);
    const items = await Promise.all(mine.map((row) => this.#unseal(row)));
    return items.sort((one, other) => one.at - other.at);
  }

  async remove(id) {
    await done(this.#store("readwrite").delete(id));
  }

  async #unseal({ iv, sealed }) {
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, this.key, sealed);
    return JSON.parse(new TextDecoder().decode(plain));
  }

  #store(mode) {
    return this.database.transaction("kept", mode).objectStore("kept");
  }
}

class MemoryVault {
  lasting = false;
  async put() {}
  async all() {
    return [];
  }
  async remove() {}
}

function openDatabase() {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("keys");
    request.result.createObjectStore("kept", { keyPath: "id" });
  };
  return done(request);
}

async function keyOf(database) {
  const kept = await done(database.transaction("keys").objectStore("keys").get("only"));
  if (kept) return kept;
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await done(database.transaction("keys", "readwrite").objectStore("keys").put(key, "only"));
  return key;
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error);
  });
}
