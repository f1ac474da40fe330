import type { Clock } from "../ports/clock";
import type { Fetch } from "../ports/fetch";
import type { WebAuth } from "../ports/web-auth";
import type { Wait } from "../util/wait";

/** What signing in needs from outside. */
export interface AuthPorts {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly wait: Wait;
  readonly webAuth: WebAuth;
  /** Where the person's companion server answers; undefined when none is set. */
  readonly companionUrl: () => Promise<string | undefined>;
}
