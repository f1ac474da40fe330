import type { Fetch } from "../../../ports/fetch";
import type { Fuse } from "../../crash-recovery/fuse";
import type { FakeTime } from "../../fakes/fake-time";
import type { FakeVendor } from "../../fakes/fake-vendor";

export interface SeenRequest {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly url: URL;
}

/** The fault of a request; undefined forwards it to the vendor. */
export type Fault = (context: FaultContext) => Promise<Response> | Response | undefined;

export interface FaultContext {
  readonly request: Request;
  /** Its number since the fault was set, from 1. */
  readonly number: number;
  readonly signal: AbortSignal | undefined;
  /** The vendor's reply. */
  reply(): Promise<Response>;
}

/** The network between the service layer and the vendor: counts and records requests, and injects faults. */
export interface FakeNetwork {
  /** The network for one process, whose every request is a step of the fuse. */
  connect(fuse: Fuse): Fetch;
  readonly seen: readonly SeenRequest[];
  /** Replaces the fault. */
  setFault(fault: Fault | undefined): void;
  /** This token is replaced by the vendor's own; the vendor refuses any other. */
  accept(token: string | undefined): void;
}

export function createFakeNetwork(vendor: FakeVendor, time: FakeTime): FakeNetwork {
  const seen: SeenRequest[] = [];
  let fault: Fault | undefined;
  let faultStart = 0;
  let accepted: string | undefined;

  async function answer(request: Request, signal: AbortSignal | undefined): Promise<Response> {
    const reply = () => time.freezeDuring(() => vendor.handle(withToken(request, accepted, vendor.token)));
    const number = seen.length - faultStart;
    return (await fault?.({ request, number, signal, reply })) ?? reply();
  }

  return {
    seen,
    setFault: (next) => {
      fault = next;
      faultStart = seen.length;
    },
    accept: (token) => {
      accepted = token;
    },
    connect: (fuse) => async (address, init) => {
      fuse.step();
      const url = new URL(address);
      if (!vendor.hosts.includes(url.host)) throw new TypeError(`Failed to fetch: ${url.host} is not known`);
      init?.signal?.throwIfAborted();
      seen.push({ at: time.clock.now(), url });
      return answer(new Request(address, { ...init, signal: null }), init?.signal ?? undefined);
    },
  };
}

function withToken(request: Request, from: string | undefined, to: string): Request {
  if (from === undefined) return request;
  const headers = new Headers(request.headers);
  for (const [name, value] of request.headers) headers.set(name, replaceToken(value, from, to));
  return new Request(request, { headers });
}

function replaceToken(value: string, from: string, to: string): string {
  if (!value.startsWith("Basic ")) return value.replaceAll(from, to);
  return `Basic ${btoa(atob(value.slice("Basic ".length)).replaceAll(from, to))}`;
}
