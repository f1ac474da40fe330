import { BudgetError } from "../../errors/budget-error";
import type { ModelSettings } from "../../model/model-settings";
import type { Clock } from "../../ports/clock";
import type { EgressEntry, EgressLog } from "../../ports/egress-log";
import { sha256Hex } from "../../util/sha256-hex";
import type { GenerateRequest } from "../generator";
import type { ModelInfo } from "../model-provider";
import { costOf } from "../router/rank-models";
import { estimateTokens } from "./estimate-tokens";
import { startOfDay, startOfMonth } from "./spending-period";

/** A request that was let out. */
export interface EgressTicket {
  /** Never rejects: what is not put in stays in the log with the most it may have cost. */
  settle(
    outcome: EgressEntry["outcome"],
    usage: { readonly inputTokens: number; readonly outputTokens: number },
  ): Promise<void>;
}

/** The one way out to other machines: nothing leaves that is not in the log, or costs more than is left. */
export interface EgressGate {
  /** Resolves once the request may be sent. BudgetError when it may cost more than the person's limit leaves. */
  admit(model: ModelInfo, request: GenerateRequest): Promise<EgressTicket>;
}

export interface EgressGateDeps {
  readonly egress: EgressLog;
  readonly clock: Clock;
  readonly settings: () => ModelSettings;
}

/** What stays on this computer is not written down. */
const NO_EGRESS: EgressTicket = { settle: async () => {} };

export function createEgressGate({ egress, clock, settings }: EgressGateDeps): EgressGate {
  // One request after the other looks at what was spent, or two at once would spend the same rest.
  let last: Promise<unknown> = Promise.resolve();

  async function checkBudget(model: ModelInfo, cost: number): Promise<void> {
    const now = clock.now();
    const { dailyBudget, monthlyBudget } = settings();
    const limits = [
      { limit: dailyBudget, since: startOfDay(now), name: "today's" },
      { limit: monthlyBudget, since: startOfMonth(now), name: "this month's" },
    ];
    for (const { limit, since, name } of limits) {
      if (limit === undefined) continue;
      const spent = await egress.costSince(since);
      if (spent + cost > limit)
        throw new BudgetError(
          `Cannot ask ${model.name}: it may cost ${formatDollars(cost)}, and ${formatDollars(spent)} of ${name} ` +
            `limit of ${formatDollars(limit)} is spent`,
        );
    }
  }

  async function admitRemote(model: ModelInfo, request: GenerateRequest): Promise<EgressTicket> {
    const text = request.messages.map(({ content }) => content);
    const expected = {
      inputTokens: text.reduce((sum, part) => sum + estimateTokens(part), 0),
      outputTokens: request.maxOutputTokens,
    };
    const cost = costOf(model, expected);
    if (cost > 0) await checkBudget(model, cost);
    const id = await egress.write({
      at: clock.now(),
      host: model.host ?? "",
      modelId: model.id,
      characters: text.reduce((sum, part) => sum + part.length, 0),
      digest: await sha256Hex(new TextEncoder().encode(JSON.stringify(text))),
      sources: [...(request.sourceLabels ?? [])],
      ...expected,
      cost,
      outcome: "sent",
    });
    return {
      settle: async (outcome, usage) => {
        await egress.settle(id, { outcome, ...usage, cost: costOf(model, usage) }).catch(() => {});
      },
    };
  }

  return {
    admit: (model, request) => {
      if (model.locality === "device") return Promise.resolve(NO_EGRESS);
      const admitted = last.then(() => admitRemote(model, request));
      last = admitted.catch(() => {});
      return admitted;
    },
  };
}

function formatDollars(amount: number): string {
  return `$${amount >= 0.01 || amount === 0 ? amount.toFixed(2) : amount.toPrecision(1)}`;
}
