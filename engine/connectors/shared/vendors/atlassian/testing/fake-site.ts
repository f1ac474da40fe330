import type { Account } from "../../../../../model/credential";
import type { Settings } from "../../../../../model/source";
import type { FakeVendor } from "../../../../../testing/fakes/fake-vendor";

/** `gateway`: a cloud site through api.atlassian.com; `site`: at its own address; `server`: Data Center. */
export type FakeEdition = "gateway" | "site" | "server";

const CLOUD_ID = "1324a887-45db-1bf4-1e99-ef0ff456d421";
const CLOUD_SITE = "https://acme.atlassian.net";
const USER = {
  accountId: "5b10a2844c20165700ede21g",
  displayName: "Mia Krystof",
  emailAddress: "mia@example.com",
};

type FakeSiteBase = Required<
  Pick<FakeVendor, "hosts" | "token" | "user" | "settings" | "revokeTokens" | "limitReply">
>;

/** The part of a fake that both products share: addresses, tokens, accounts, limits. */
export interface FakeSite extends Omit<FakeSiteBase, "user"> {
  readonly user?: string;
  readonly account: Account;
  readonly cloud: boolean;
  /** Base address of pages. */
  readonly siteUrl: string;
  /**
   * The product's part of a request's path, or the reply to a request that is not the product's: a revoked token, the
   * list of granted sites, an unknown address.
   */
  route(request: Request): { readonly url: URL; readonly path: string } | Response;
}

export function createFakeSite(
  product: string,
  { edition, scopes }: { readonly edition: FakeEdition; readonly scopes: readonly string[] },
): FakeSite {
  const cloud = edition !== "server";
  const siteUrl = cloud ? CLOUD_SITE : `https://${product}.example.com/${product}`;
  const apiUrl = edition === "gateway" ? `https://api.atlassian.com/ex/${product}/${CLOUD_ID}` : siteUrl;
  const token = "ATATT3xFfGF0-fake";
  let revoked = false;
  const accepts = (authorization: string | null) =>
    !revoked &&
    (authorization === `Bearer ${token}` ||
      (cloud && authorization === `Basic ${btoa(`${USER.emailAddress}:${token}`)}`));
  const host = new URL(siteUrl).host;
  return {
    hosts: [new URL(apiUrl).host],
    token,
    ...(cloud && { user: USER.emailAddress }),
    settings: { baseUrl: apiUrl } satisfies Settings,
    account: {
      id: cloud ? USER.accountId : "JIRAUSER10100",
      name: `${USER.displayName} · ${host}`,
      details: { siteUrl },
    },
    cloud,
    siteUrl,
    route: (request) => {
      if (!accepts(request.headers.get("Authorization")))
        return Response.json({ code: 401, message: "Unauthorized" }, { status: 401 });
      const url = new URL(request.url);
      const address = url.origin + url.pathname;
      if (address === "https://api.atlassian.com/oauth/token/accessible-resources")
        return Response.json([
          { id: CLOUD_ID, url: CLOUD_SITE, name: "acme", scopes, avatarUrl: `${CLOUD_SITE}/avatar.png` },
        ]);
      if (request.method !== "GET")
        return new Response("XSRF check failed", { status: 403, headers: { "Content-Type": "text/plain" } });
      if (!address.startsWith(`${apiUrl}/`)) return Response.json({ message: "Not found" }, { status: 404 });
      return { url, path: address.slice(apiUrl.length) };
    },
    revokeTokens: () => {
      revoked = true;
    },
    limitReply: (seconds) =>
      Response.json(
        { errorMessages: ["Rate limit exceeded."] },
        {
          status: 429,
          headers: {
            "X-RateLimit-NearLimit": "true",
            ...(seconds !== undefined && { "Retry-After": String(seconds) }),
          },
        },
      ),
  };
}

/** The current user in the format of each edition. */
export function fakeUser(cloud: boolean): object {
  const { accountId, displayName, emailAddress } = USER;
  return cloud
    ? {
        accountId,
        displayName,
        emailAddress,
        active: true,
        timeZone: "Australia/Sydney",
        accountType: "atlassian",
      }
    : {
        key: "JIRAUSER10100",
        userKey: "JIRAUSER10100",
        name: "mia",
        displayName,
        emailAddress,
        active: true,
      };
}
