import type { ConnectorDefinition } from "../connectors/connector";
import type { Source } from "../model/source";
import { createServiceApi, type ServiceApiDeps } from "./create-service-api";
import type { ServiceApi } from "./service-api";

export interface ServicePoolDeps extends Omit<ServiceApiDeps, "source" | "declaration" | "service"> {
  readonly findDefinition: (connectorId: string) => ConnectorDefinition | undefined;
}

/** One way to its vendor for each connected source, for as long as this process lives. */
export interface ServicePool {
  /** Undefined for a source that is not signed in to anything. */
  apiOf(source: Source): ServiceApi | undefined;
  /** Lets the source's way go; once resolved, nothing of it touches the vault any more. */
  close(sourceId: string): Promise<void>;
  closeAll(): Promise<void>;
}

export function createServicePool({ findDefinition, ...options }: ServicePoolDeps): ServicePool {
  const apis = new Map<string, ServiceApi>();

  async function close(sourceId: string): Promise<void> {
    const api = apis.get(sourceId);
    apis.delete(sourceId);
    await api?.close();
  }

  return {
    apiOf: (source) => {
      const definition = findDefinition(source.connectorId);
      if (!definition?.service) return undefined;
      const { declaration, service } = definition;
      const api = apis.get(source.id) ?? createServiceApi({ ...options, source, declaration, service });
      apis.set(source.id, api);
      return api;
    },
    close,
    closeAll: async () => {
      await Promise.all([...apis.keys()].map(close));
    },
  };
}
