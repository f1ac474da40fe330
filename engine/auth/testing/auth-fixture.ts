import type { ServiceDeclaration, SignInMethod } from "../../connectors/service";
import type { CompanionAccess } from "../../contract/sign-in";
import { createFakeClock, type FakeClock } from "../../testing/fakes/fake-clock";
import type { Auth, SignInRequest } from "../auth";
import { createAuth } from "../create-auth";
import type { FakeOAuthOptions } from "./fake-oauth-options";
import { createFakeOAuthServer, type FakeOAuthServer } from "./fake-oauth-server";
import { createFakeWebAuth, type FakeWebAuth } from "./fake-web-auth";

export const CLIENT_ID = "atlas-client";

/** A vendor, a browser and an `Auth` that uses them. */
export interface AuthFixture {
  readonly auth: Auth;
  readonly server: FakeOAuthServer;
  readonly webAuth: FakeWebAuth;
  readonly clock: FakeClock;
  /** Every request: address and body. */
  readonly sent: readonly { readonly url: string; readonly body: string }[];
  /** Replaces the vendor's reply to the next request. */
  answerNext(answer: () => Promise<Response>): void;
  /** Handles every address that starts with `origin`. */
  serve(origin: string, handle: (request: Request) => Promise<Response>): void;
  setCompanion(companion: CompanionAccess | undefined): void;
  /** Runs instead of every wait, before the clock advances. */
  onWait(work: (milliseconds: number) => void): void;
  request(method: SignInMethod, others?: Partial<SignInRequest>): SignInRequest;
  readonly signal: AbortSignal;
}

export function createAuthFixture(options: Omit<FakeOAuthOptions, "now" | "clientId">): AuthFixture {
  const clock = createFakeClock();
  const server = createFakeOAuthServer({ now: clock.now, clientId: CLIENT_ID, prefix: "secret", ...options });
  const webAuth = createFakeWebAuth(server.handle);
  const sent: { url: string; body: string }[] = [];
  const answers: (() => Promise<Response>)[] = [];
  const others = new Map<string, (request: Request) => Promise<Response>>();
  const { signal } = new AbortController();
  let companion: CompanionAccess | undefined;
  let whileWaiting: (milliseconds: number) => void = () => {};
  const auth = createAuth({
    clock,
    webAuth,
    companion: async () => companion,
    fetch: async (url, init) => {
      init?.signal?.throwIfAborted();
      sent.push({ url, body: String(init?.body) });
      const answer = answers.shift();
      if (answer !== undefined) return answer();
      const handle = [...others].find(([origin]) => url.startsWith(origin))?.[1] ?? server.handle;
      return handle(new Request(url, init));
    },
    wait: async (milliseconds, signal) => {
      signal.throwIfAborted();
      whileWaiting(milliseconds);
      signal.throwIfAborted();
      clock.advance(milliseconds);
    },
  });
  return {
    auth,
    server,
    webAuth,
    clock,
    sent,
    signal,
    answerNext: (answer) => void answers.push(answer),
    serve: (origin, handle) => void others.set(origin, handle),
    setCompanion: (access) => {
      companion = access;
    },
    onWait: (work) => {
      whileWaiting = work;
    },
    request: (method, request = {}) => ({ method, entered: { clientId: CLIENT_ID }, signal, ...request }),
  };
}

/** A declaration with one sign-in method. */
export function createServiceDeclaration(method: SignInMethod): ServiceDeclaration {
  return { hosts: [], signIn: [method], limits: [], concurrent: 1, liveSearch: false };
}
