import type { CompanionAccess } from "../contract/sign-in";
import type { Clock } from "../ports/clock";
import type { Fetch } from "../ports/fetch";
import type { WebAuth } from "../ports/web-auth";
import type { Wait } from "../util/wait";

/** Collaborators of the sign-in. */
export interface AuthDeps {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly wait: Wait;
  readonly webAuth: WebAuth;
  /**
   * The person's companion server; undefined when none is set. Rejects with LockedError while the vault is locked.
   */
  readonly companion: () => Promise<CompanionAccess | undefined>;
}
