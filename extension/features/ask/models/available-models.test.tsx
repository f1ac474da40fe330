import { act, render } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeMessaging } from "../../../testing/fake-messaging";
import { AvailableModelsProvider, useAvailableModels } from "./available-models";

function Names() {
  const { ready, settings } = useAvailableModels();
  return (
    <p>
      {settings?.policy} {ready.map(({ name }) => name).join()}
    </p>
  );
}

const model = (name: string, fields: object) => ({
  id: name,
  name,
  providerId: "p",
  contextTokens: 1,
  ...fields,
});

test("AvailableModelsProvider reads the selectable models once for all turns", async () => {
  let policy = "device";
  const messaging = fakeMessaging({
    "model-list": () => ({
      models: [
        model("Here", { state: "ready", locality: "device" }),
        model("Cloud", { state: "ready", locality: "cloud" }),
        model("Absent", { state: "downloadable", locality: "device" }),
      ],
    }),
    "model-settings-get": () => ({ policy, servers: [], race: false }),
  });
  const { container } = render(
    <AvailableModelsProvider>
      <Names />
      <Names />
    </AvailableModelsProvider>,
  );
  expect(container.textContent).toBe("  ");
  await act(async () => {});
  expect(container.textContent).toBe("device Heredevice Here");
  expect(messaging.requests("model-list")).toHaveLength(1);
  policy = "cloud";
  await act(async () => messaging.change("models"));
  expect(container.textContent).toBe("cloud Here,Cloudcloud Here,Cloud");
});

test("AvailableModelsProvider gives no models while they cannot be read", async () => {
  fakeMessaging();
  const { container } = render(
    <AvailableModelsProvider>
      <Names />
    </AvailableModelsProvider>,
  );
  await act(async () => {});
  expect(container.textContent).toBe(" ");
});
