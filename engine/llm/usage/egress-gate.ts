import { BudgetError } from "../../errors/budget-error";
import type { ModelSettings } from "../../model/model-settings";
import type { Clock } from "../../ports/clock";
import type { EgressEntry, EgressLog } from "../../ports/egress-log";
import { sha256Hex } from "../../util/sha256-hex";
import type { GenerateRequest } from "../generator";
import type { ModelInfo } from "../model-provider";
import { estimateTokens } from "./estimate-tokens";
import { costOf } from "./prices";
import { spendingPeriod } from "./spending-period";

/** An admitted request. */
export interface EgressTicket {
  /** How many of the tokens for reasoning the budget allows. */
  readonly reasoningTokens: number;
  /** Never rejects. An entry that is not settled keeps the most it may have cost. */
  settle(
    outcome: EgressEntry["outcome"],
    usage: { readonly inputTokens: number; readonly outputTokens: number },
  ): Promise<void>;
}

export interface AdmittedRequest extends GenerateRequest {
  /** Tokens for reasoning, beyond those of the answer. None are admitted where they may cost more than is left. */
  readonly reasoningTokens?: number;
}

/** Admits every request to another machine: it is logged before it is sent, and rejected beyond the budget. */
export interface EgressGate {
  /** Resolves once the request may be sent. Rejects with BudgetError when it may cost more than the budget has left. */
  admit(model: ModelInfo, request: AdmittedRequest): Promise<EgressTicket>;
}

export interface EgressGateDeps {
  readonly egress: EgressLog;
  readonly clock: Clock;
  readonly settings: () => ModelSettings;
}

export function createEgressGate({ egress, clock, settings }: EgressGateDeps): EgressGate {
  // Requests are admitted one after the other: two at once would spend the same remainder of the budget.
  let last: Promise<unknown> = Promise.resolve();

  /** Rejects when `cost` is more than a limit has left; true when `desired` is not more, either. */
  async function checkBudget(model: ModelInfo, cost: number, desired: number): Promise<boolean> {
    const now = clock.now();
    const { dailyBudget, monthlyBudget } = settings();
    const limits = [
      { limit: dailyBudget, unit: "day", name: "today's" },
      { limit: monthlyBudget, unit: "month", name: "this month's" },
    ] as const;
    let isDesiredAllowed = true;
    for (const { limit, unit, name } of limits) {
      if (limit === undefined) continue;
      const spent = await egress.costWithin(spendingPeriod(now, unit));
      isDesiredAllowed &&= spent + desired <= limit;
      if (spent + cost > limit)
        throw new BudgetError(
          `Cannot ask ${model.name}: it may cost ${formatDollars(cost)}, and ${formatDollars(spent)} of ${name} ` +
            `limit of ${formatDollars(limit)} is spent`,
        );
    }
    return isDesiredAllowed;
  }

  async function admitRemote(model: ModelInfo, request: AdmittedRequest): Promise<EgressTicket> {
    const text = request.messages.map(({ content }) => content);
    const inputTokens = text.reduce((sum, part) => sum + estimateTokens(part), 0);
    const { maxOutputTokens, reasoningTokens: desiredTokens = 0 } = request;
    const costWith = (reasoning: number) =>
      costOf(model, { inputTokens, outputTokens: maxOutputTokens + reasoning });
    const isFree = costWith(desiredTokens) === 0;
    const mayReason = isFree || (await checkBudget(model, costWith(0), costWith(desiredTokens)));
    const reasoningTokens = mayReason ? desiredTokens : 0;
    const expected = { inputTokens, outputTokens: maxOutputTokens + reasoningTokens };
    const cost = costOf(model, expected);
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
      reasoningTokens,
      settle: async (outcome, usage) => {
        await egress.settle(id, { outcome, ...usage, cost: costOf(model, usage) }).catch(() => {});
      },
    };
  }

  return {
    admit: (model, request) => {
      // Requests to models of this computer are not logged.
      if (model.locality === "device")
        return Promise.resolve({ reasoningTokens: request.reasoningTokens ?? 0, settle: async () => {} });
      const admitted = last.then(() => admitRemote(model, request));
      last = admitted.catch(() => {});
      return admitted;
    },
  };
}

function formatDollars(amount: number): string {
  return `$${amount >= 0.01 || amount === 0 ? amount.toFixed(2) : amount.toPrecision(1)}`;
}
