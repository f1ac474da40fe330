import type { Decision } from "./fake-oauth-options";
import type { IssuedTokens, TokenFamilies } from "./token-families";

const CODE_MS = 900_000;
const INTERVAL_SECONDS = 5;

interface Device {
  readonly userCode: string;
  readonly scope: string;
  readonly expiresAt: number;
  intervalMs: number;
  nextPollAt: number;
  decision?: Decision;
}

export interface FakeDevices {
  /** RFC 8628, 3.2. */
  start(scope: string): Record<string, unknown>;
  redeem(deviceCode: string): IssuedTokens | DeviceError;
  decide(userCode: string, decision: Decision): void;
}

type DeviceError =
  | "access_denied"
  | "authorization_pending"
  | "expired_token"
  | "invalid_grant"
  | "slow_down";

interface FakeDevicesOptions {
  readonly now: () => number;
  readonly families: TokenFamilies;
  readonly prefix: string;
  readonly origin: string;
}

/** Device codes: valid once, for a quarter of an hour; a poll that comes too early increases the interval. */
export function createFakeDevices({ now, families, prefix, origin }: FakeDevicesOptions): FakeDevices {
  const devices = new Map<string, Device>();
  let count = 0;
  return {
    start: (scope) => {
      count++;
      const deviceCode = `${prefix}-device-${count}`;
      const userCode = `WDJB-MJ${String(count).padStart(2, "0")}`;
      const intervalMs = INTERVAL_SECONDS * 1000;
      devices.set(deviceCode, { userCode, scope, expiresAt: now() + CODE_MS, intervalMs, nextPollAt: now() });
      return {
        device_code: deviceCode,
        user_code: userCode,
        verification_uri: `${origin}/login/device`,
        expires_in: CODE_MS / 1000,
        interval: INTERVAL_SECONDS,
      };
    },
    redeem: (deviceCode) => {
      const device = devices.get(deviceCode);
      if (device === undefined) return "invalid_grant";
      if (now() >= device.expiresAt) return "expired_token";
      if (now() < device.nextPollAt) {
        device.intervalMs += 5_000;
        device.nextPollAt = now() + device.intervalMs;
        return "slow_down";
      }
      device.nextPollAt = now() + device.intervalMs;
      if (device.decision === undefined) return "authorization_pending";
      devices.delete(deviceCode);
      return device.decision === "deny" ? "access_denied" : families.start(device.scope);
    },
    decide: (userCode, decision) => {
      const device = [...devices.values()].find((other) => other.userCode === userCode);
      if (device !== undefined) device.decision = decision;
    },
  };
}
