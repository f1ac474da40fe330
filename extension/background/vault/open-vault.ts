import { createStore } from "idb-keyval";
import { createVault } from "../../../engine/vault/create-vault";
import { sessionKeys } from "../../platform/session-keys";

/** Sign-ins and keys, encrypted. It keeps no state of its own, so one for this life of the service worker will do. */
export const vault = createVault({ store: createStore("atlas-vault", "vault"), sessionKeys });
