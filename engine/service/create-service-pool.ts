import type { ConnectorDefinition } from "../connectors/connector";
import type { Source } from "../model/source";
import { createServiceApi, type ServiceApiDeps } from "./create-service-api";
import type { ServiceApi } from "./service-api";

export interface ServicePoolDeps extends Omit<ServiceApiDeps, "source" | "declaration" | "service"> {
  readonly findDefinition: (connectorId: string) => ConnectorDefinition | undefined;
}

/** The API access of each connected source, for the life of this process. */
export interface ServicePool {
  /** Undefined for a source without a sign-in. */
  apiOf(source: Source): ServiceApi | undefined;
  /** Closes the source's access; after it resolves, the access does not use the vault any more. */
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
