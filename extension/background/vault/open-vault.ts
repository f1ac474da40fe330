import { createStore } from "idb-keyval";
import { createVault } from "../../../engine/vault/create-vault";
import { sessionKeys } from "../../platform/session-keys";

/** Sign-ins and keys, encrypted. It has no state of its own, so one per service worker suffices. */
export const vault = createVault({ store: createStore("atlas-vault", "vault"), sessionKeys });
