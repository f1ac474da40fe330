/** What one grant holds at a time. */
export interface IssuedTokens {
  readonly accessToken: string;
  /** Absent where tokens live for ever. */
  readonly refreshToken?: string;
  /** Milliseconds since the epoch; absent where tokens live for ever. */
  readonly expiresAt?: number;
  readonly scope: string;
}

export interface TokenFamiliesOptions {
  readonly now: () => number;
  readonly prefix: string;
  /** Of access tokens. Absent: they live for ever and there are no refresh tokens. */
  readonly lifetimeMs?: number | undefined;
  /** A spent refresh token gets the same reply again for so long, as at Linear; 0 where absent. */
  readonly replayGraceMs?: number | undefined;
}

/** Tokens that descend from one sign-in: a reused refresh token ends them all (RFC 9700, 4.14.2). */
export interface TokenFamilies {
  start(scope: string): IssuedTokens;
  /** A personal token, which lives for ever. */
  issue(): string;
  /** Undefined for a token that is unknown, ended or reused. */
  renew(refreshToken: string): IssuedTokens | undefined;
  /** Ends the family of an access or refresh token; an unknown token changes nothing. */
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
