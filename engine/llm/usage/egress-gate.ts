import { BudgetError } from "../../errors/budget-error";
import type { ModelSettings } from "../../model/model-settings";
import type { Clock } from "../../ports/clock";
import type { EgressEntry, EgressLog } from "../../ports/egress-log";
import { sha256Hex } from "../../util/sha256-hex";
import type { GenerateRequest } from "../generator";
import type { ModelInfo } from "../model-provider";
import { estimateTokens } from "./estimate-tokens";
import { costOf } from "./prices";
import { startOfDay, startOfMonth } from "./spending-period";

/** An admitted request. */
export interface EgressTicket {
  /** Never rejects. An entry that is not settled keeps the most it may have cost. */
  settle(
    outcome: EgressEntry["outcome"],
    usage: { readonly inputTokens: number; readonly outputTokens: number },
  ): Promise<void>;
}

/** Admits every request to another machine: it is logged before it is sent, and rejected beyond the budget. */
export interface EgressGate {
  /** Resolves once the request may be sent. Rejects with BudgetError when it may cost more than the budget has left. */
  admit(model: ModelInfo, request: GenerateRequest): Promise<EgressTicket>;
}

export interface EgressGateDeps {
  readonly egress: EgressLog;
  readonly clock: Clock;
  readonly settings: () => ModelSettings;
}

/** Requests to models of this computer are not logged. */
const NO_EGRESS: EgressTicket = { settle: async () => {} };

export function createEgressGate({ egress, clock, settings }: EgressGateDeps): EgressGate {
  // Requests are admitted one after the other: two at once would spend the same remainder of the budget.
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
