/** The current tokens of one grant. */
export interface IssuedTokens {
  readonly accessToken: string;
  /** Absent when tokens do not expire. */
  readonly refreshToken?: string;
  /** Milliseconds since the epoch; absent when tokens do not expire. */
  readonly expiresAt?: number;
  readonly scope: string;
}

export interface TokenFamiliesOptions {
  readonly now: () => number;
  readonly prefix: string;
  /** Lifetime of access tokens. When absent, they do not expire and there are no refresh tokens. */
  readonly lifetimeMs?: number | undefined;
  /** For this time, a used refresh token gets the same reply again, as at Linear; 0 when absent. */
  readonly replayGraceMs?: number | undefined;
}

/** The tokens of one sign-in: reuse of a refresh token revokes them all (RFC 9700, 4.14.2). */
export interface TokenFamilies {
  start(scope: string): IssuedTokens;
  /** A personal token, which does not expire. */
  issue(): string;
  /** Undefined for a token that is unknown, revoked or reused. */
  renew(refreshToken: string): IssuedTokens | undefined;
  /** Revokes the family of an access or refresh token; an unknown token changes nothing. */
  revoke(token: string): void;
  revokeAll(): void;
  isValid(accessToken: string): boolean;
}

interface Family {
  current: IssuedTokens;
  readonly spent: Map<string, number>;
}

export function createTokenFamilies(options: TokenFamiliesOptions): TokenFamilies {
  const { now, prefix, lifetimeMs, replayGraceMs = 0 } = options;
  const families = new Set<Family>();
  let count = 0;
  const mintPermanent = (scope: string): IssuedTokens => {
    count++;
    return { accessToken: `${prefix}-access-${count}`, scope };
  };
  const mint = (scope: string): IssuedTokens => {
    const { accessToken } = mintPermanent(scope);
    if (lifetimeMs === undefined) return { accessToken, scope };
    return { accessToken, refreshToken: `${prefix}-refresh-${count}`, expiresAt: now() + lifetimeMs, scope };
  };
  const hasToken = ({ current, spent }: Family, token: string) =>
    current.accessToken === token || current.refreshToken === token || spent.has(token);
  const familyOf = (token: string) => [...families].find((family) => hasToken(family, token));
  const addFamily = (current: IssuedTokens): IssuedTokens => {
    families.add({ current, spent: new Map() });
    return current;
  };
  return {
    start: (scope) => addFamily(mint(scope)),
    issue: () => addFamily(mintPermanent("")).accessToken,
    renew: (refreshToken) => {
      const family = familyOf(refreshToken);
      if (family === undefined || family.current.accessToken === refreshToken) return undefined;
      const spentAt = family.spent.get(refreshToken);
      if (spentAt !== undefined) {
        if (now() - spentAt < replayGraceMs) return family.current;
        families.delete(family);
        return undefined;
      }
      family.spent.set(refreshToken, now());
      family.current = mint(family.current.scope);
      return family.current;
    },
    revoke: (token) => {
      const family = familyOf(token);
      if (family !== undefined) families.delete(family);
    },
    revokeAll: () => families.clear(),
    isValid: (accessToken) => {
      const current = familyOf(accessToken)?.current;
      return current?.accessToken === accessToken && now() < (current.expiresAt ?? Number.POSITIVE_INFINITY);
    },
  };
}
