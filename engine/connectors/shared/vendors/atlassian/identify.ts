import * as z from "zod";
import { SettingsError } from "../../../../errors/settings-error";
import type { Account } from "../../../../model/credential";
import type { IdentifyRequest } from "../../../service";
import { parseReply } from "./parse-reply";
import { type AtlassianSite, assertNoBaseUrl, GATEWAY, resolveSite } from "./resolve-site";

/** The differences between the products. */
export interface IdentifyOptions {
  /** As the gateway's paths name it: "jira". */
  readonly product: string;
  /** The product's name, for messages. */
  readonly name: string;
  /** A site is usable when it grants one of these scopes. */
  readonly scopes: readonly string[];
  /** Path of the current user. */
  userPath(site: AtlassianSite): string;
  /** Returns the public address of a site that is reached through the gateway. */
  siteUrl(site: AtlassianSite, request: IdentifyRequest): Promise<string>;
}

/** Identifies the account and, for OAuth, the granted site to read. */
export async function identify(options: IdentifyOptions, request: IdentifyRequest): Promise<Account> {
  return request.credential === "oauth" ? identifySite(options, request) : identifyUser(options, request);
}

const resources = z.array(
  z.object({ id: z.string(), url: z.string(), scopes: z.array(z.string()).optional() }),
);

async function identifySite(options: IdentifyOptions, request: IdentifyRequest): Promise<Account> {
  const { api, settings, signal } = request;
  assertNoBaseUrl(settings);
  const response = await api(`${GATEWAY}/oauth/token/accessible-resources`, { signal });
  const granted = (await parseReply(response, { schema: resources, from: "Atlassian's sites" })).filter(
    ({ scopes, url }) =>
      (scopes === undefined || options.scopes.some((scope) => scopes.includes(scope))) &&
      url.startsWith("https://"),
  );
  const wanted = String(settings.site ?? "")
    .trim()
    .toLowerCase();
  const site = granted.find(
    ({ id, url }) => wanted === "" || hostOf(url) === hostOf(wanted) || wanted.includes(id),
  );
  if (site === undefined)
    throw new SettingsError(
      wanted === ""
        ? `Cannot find a site with ${options.name}: sign in again and choose one`
        : `Cannot read ${options.name} at "${wanted}": sign in again and choose that site, or change "Site"`,
    );
  const siteUrl = site.url.replace(/\/+$/, "");
  return { id: site.id, name: hostOf(siteUrl), details: { cloudId: site.id, siteUrl } };
}

/** Cloud identifies a user by account id, Data Center's Jira by key, its Confluence by user key. */
const user = z.object({
  accountId: z.string().nullish(),
  key: z.string().nullish(),
  userKey: z.string().nullish(),
  displayName: z.string().nullish(),
});

async function identifyUser(options: IdentifyOptions, request: IdentifyRequest): Promise<Account> {
  const { api, settings, signal } = request;
  const site = resolveSite(options.product, { settings });
  const response = await api(`${site.apiUrl}${options.userPath(site)}`, { signal });
  const { accountId, key, userKey, displayName } = await parseReply(response, {
    schema: user,
    from: options.name,
  });
  const siteUrl = site.apiUrl.startsWith(GATEWAY) ? await options.siteUrl(site, request) : site.siteUrl;
  const host = hostOf(siteUrl);
  return {
    id: accountId || key || userKey || host,
    name: displayName ? `${displayName} · ${host}` : host,
    details: { siteUrl },
  };
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address.replace(/\/.*$/, "");
}
