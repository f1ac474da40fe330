import { beforeEach, expect, test, vi } from "vitest";
import type { SignInOptions } from "../../../engine/sync/sources/sign-in";
import { broadcastDevicePrompt } from "../../messaging/device-prompt";
import { cancelSignIn, connectSource, reconnectSource } from "./sign-in";
import { runSync } from "./sync";

const ingest = vi.hoisted(() => ({
  connectSource: vi.fn(async (_: unknown, __: SignInOptions) => "github-1"),
  reconnectSource: vi.fn(async (_: string, __: unknown, ___: SignInOptions) => {}),
  syncNow: vi.fn(async (_: string) => {}),
}));

vi.mock("./ingest", () => ({ ingest: () => ingest }));
vi.mock("./sync", () => ({ runSync: vi.fn((work: () => Promise<void>) => work()) }));
vi.mock("../../messaging/device-prompt", () => ({ broadcastDevicePrompt: vi.fn() }));
vi.mock("../../platform/keep-alive", () => ({ keepAlive: <T>(work: Promise<T>) => work }));

beforeEach(() => vi.clearAllMocks());

const signIn = { methodId: "device", entered: {} };
const PROMPT = { userCode: "AB-12", verificationUrl: "https://vendor.example/device", expiresAt: 9 };

/** As a vendor waits for the person, until the sign-in is cancelled. */
function waitForPerson({ signal }: SignInOptions): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason));
  });
}

test("connectSource() signs in, gives the new source's id and reads it", async () => {
  const request = { connectorId: "github", settings: { files: true }, signIn };
  expect(await connectSource({ ...request, signInId: "1" })).toBe("github-1");
  expect(ingest.connectSource.mock.lastCall?.[0]).toEqual(request);
  expect(ingest.syncNow.mock.calls).toEqual([["github-1"]]);
});

test("reconnectSource() signs in to the source again and reads it", async () => {
  await reconnectSource({ sourceId: "github-1", signInId: "1", signIn });
  expect(ingest.reconnectSource.mock.lastCall?.slice(0, 2)).toEqual(["github-1", signIn]);
  expect(ingest.syncNow.mock.calls).toEqual([["github-1"]]);
});

test("the code of a device goes to the page that started the sign-in", async () => {
  ingest.connectSource.mockImplementationOnce(async (_, { onDevicePrompt }) => {
    onDevicePrompt?.(PROMPT);
    return "github-1";
  });
  await connectSource({ connectorId: "github", signInId: "1", signIn });
  expect(vi.mocked(broadcastDevicePrompt).mock.calls).toEqual([["1", PROMPT]]);
});

test("cancelSignIn() ends the sign-in with this id alone, and nothing is read", async () => {
  ingest.connectSource.mockImplementationOnce((_, options) => waitForPerson(options));
  ingest.reconnectSource.mockImplementationOnce((_, __, options) => waitForPerson(options));
  const first = connectSource({ connectorId: "github", signInId: "1", signIn });
  const second = reconnectSource({ sourceId: "github-2", signInId: "2", signIn });
  cancelSignIn("1");
  cancelSignIn("unknown");
  await expect(first).rejects.toMatchObject({ name: "AbortError" });
  expect(runSync).not.toHaveBeenCalled();
  cancelSignIn("2");
  await expect(second).rejects.toMatchObject({ name: "AbortError" });
});
