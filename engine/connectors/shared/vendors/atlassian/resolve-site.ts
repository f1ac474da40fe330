import { SettingsError } from "../../../../errors/settings-error";
import type { Settings, Source } from "../../../../model/source";

/** The addresses of one site of a product. None ends in a slash. */
export interface AtlassianSite {
  /** Base address of API requests. */
  readonly apiUrl: string;
  /** Base address of the pages that a person opens. */
  readonly siteUrl: string;
  /** False for Data Center, which has older paths and formats. */
  readonly cloud: boolean;
}

/** Serves every site to OAuth and to API tokens with scopes. */
export const GATEWAY = "https://api.atlassian.com";

/**
 * OAuth requests go through the gateway. With a site address, requests to other hosts are denied, so that no server
 * receives another's token; then this throws SettingsError.
 */
export function assertNoBaseUrl(settings: Settings): void {
  const entered = String(settings.baseUrl ?? "").trim();
  if (entered !== "" && !entered.startsWith(`${GATEWAY}/`))
    throw new SettingsError(
      'Leave "Site address" empty to sign in with Atlassian; name the site under "Site" instead',
    );
}

/** The start of a page's path, after that of the server. */
const PAGE_PATH =
  /\/(browse|projects|issues|secure|plugins|servicedesk|display|spaces|pages|dashboard\.action|login\.(action|jsp)|index\.action)(\/.*)?$/;

/**
 * A source's site: the one chosen at an OAuth sign-in, else the address in the settings. Throws SettingsError when
 * neither is known or the address cannot be one.
 * @param product as the gateway's paths name it: "jira"
 */
export function resolveSite(
  product: string,
  { settings, account }: Pick<Source, "settings" | "account">,
): AtlassianSite {
  const { cloudId, siteUrl } = account?.details ?? {};
  const entered = String(settings.baseUrl ?? "").trim();
  if (cloudId !== undefined && siteUrl !== undefined) {
    assertNoBaseUrl(settings);
    return { apiUrl: `${GATEWAY}/ex/${product}/${cloudId}`, siteUrl, cloud: true };
  }
  if (entered === "") throw new SettingsError("Cannot tell which site to read: enter the site's address");
  return parseSiteUrl(entered, siteUrl);
}

function parseSiteUrl(entered: string, siteUrl: string | undefined): AtlassianSite {
  if (!URL.canParse(entered))
    throw new SettingsError(`Cannot use "${entered}" as the site's address: it must begin with https://`);
  const { origin, hostname, pathname } = new URL(entered);
  const baseUrl = `${origin}${pathname.replace(PAGE_PATH, "").replace(/\/+$/, "")}`;
  if (origin === GATEWAY) return { apiUrl: baseUrl, siteUrl: siteUrl ?? baseUrl, cloud: true };
  // People copy the address of an open page; a cloud site has only an origin.
  if (/\.(atlassian\.net|jira\.com)$/.test(hostname)) return { apiUrl: origin, siteUrl: origin, cloud: true };
  return { apiUrl: baseUrl, siteUrl: baseUrl, cloud: false };
}
