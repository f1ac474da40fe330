import type { ConnectorDeclaration } from "../../connectors/connector";
import type { ServiceBehaviour, ServiceDeclaration } from "../../connectors/service";
import type { Credential } from "../../model/credential";
import type { Settings } from "../../model/source";
import type { Fetch } from "../../ports/fetch";
import type { WebAuth } from "../../ports/web-auth";
import { createFakeTime } from "../../testing/fakes/fake-time";
import { createMemoryLimitRecords } from "../../testing/fakes/memory-limit-records";
import { createMemoryVault } from "../../testing/fakes/memory-vault";
import { sourceFixture } from "../../testing/fixtures";
import { createServiceApi, type ServiceApiDeps } from "../create-service-api";

export const VENDOR_URL = "https://api.vendor.example/items";

const OAUTH: Credential = {
  kind: "oauth",
  method: "oauth",
  clientId: "client",
  accessToken: "secret-1",
  refreshToken: "secret-refresh-1",
};

export interface ServiceFixtureOptions {
  /** The vendor's reply; 200 when absent. */
  readonly reply?: (request: Request) => Response | Promise<Response>;
  /** The vendor's replies, one after the other; the last one repeats. */
  readonly replies?: readonly (() => Response)[];
  readonly credential?: Credential;
  readonly service?: Partial<ServiceDeclaration>;
  readonly behaviour?: Partial<ServiceBehaviour>;
  readonly settings?: Settings;
  readonly options?: Partial<ServiceApiDeps>;
  readonly webAuth?: WebAuth;
}

/**
 * The service layer of one source, opened once; `open` opens it again, as after a restart. Signed in with OAuth, over
 * a minimal vendor and a fake clock.
 */
export function createServiceFixture(fixtureOptions: ServiceFixtureOptions = {}) {
  const time = createFakeTime();
  const vault = createMemoryVault({ source: fixtureOptions.credential ?? OAUTH });
  const records = createMemoryLimitRecords();
  const sent: Request[] = [];
  const sentAt: number[] = [];
  const refreshes: Credential[] = [];
  const vendor: Fetch = async (url, init) => {
    const request = new Request(url, init);
    sent.push(request);
    sentAt.push(time.clock.now());
    const reply =
      fixtureOptions.replies?.[Math.min(sent.length, fixtureOptions.replies.length) - 1] ??
      fixtureOptions.reply;
    return reply?.(request) ?? json({});
  };
  const open = (overrides: Partial<ServiceApiDeps> = {}) =>
    createServiceApi({
      source: sourceFixture({ id: "source", settings: fixtureOptions.settings ?? {} }),
      declaration: sampleDeclaration(fixtureOptions.service),
      service: { identify: async () => ({ id: "1", name: "one" }), ...fixtureOptions.behaviour },
      fetch: vendor,
      vault,
      auth: {
        refresh: async (_service, credential) => {
          refreshes.push(credential);
          return { ...OAUTH, accessToken: `secret-${refreshes.length + 1}` };
        },
      },
      clock: time.clock,
      wait: time.wait,
      random: () => 0.5,
      locale: "en-GB",
      records,
      ...(fixtureOptions.webAuth && { webAuth: fixtureOptions.webAuth }),
      ...fixtureOptions.options,
      ...overrides,
    });
  return { ...time, vendor, vault, records, sent, sentAt, refreshes, open, api: open() };
}

export function json(body: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(body), init);
}

function sampleDeclaration(service: Partial<ServiceDeclaration> = {}): ConnectorDeclaration {
  return {
    id: "vendor",
    name: "Vendor",
    description: "Items.",
    reads: [],
    notRead: [],
    icon: "branch",
    permissions: [],
    settings: [],
    multiple: true,
    addedBy: "sign-in",
    intervalMinutes: 5,
    service: {
      hosts: ["https://api.vendor.example/*"],
      signIn: [],
      limits: [{ id: "all", requests: 1_000, windowMs: 60_000 }],
      concurrent: 4,
      liveSearch: true,
      ...service,
    },
  };
}
