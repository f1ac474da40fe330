import type { JobReport } from "./job";

/** Runs the steps of a job, so that one that fails is reported and does not hide the others. */
export interface JobSteps {
  /** Merges the returned fields into the report; a failure becomes a problem and returns false. */
  run(name: string, action: () => Promise<Record<string, unknown>>): Promise<boolean>;
  problem(text: string): void;
  report(): JobReport;
}

export function createJobSteps(onStep: (name: string, report: JobReport) => void): JobSteps {
  const fields: Record<string, unknown> = {};
  const problems: string[] = [];
  const report = () => ({ fields, problems });
  return {
    async run(name, action) {
      onStep(name, report());
      try {
        Object.assign(fields, await action());
        return true;
      } catch (error) {
        problems.push(`${name}: ${messageOf(error)}`);
        return false;
      }
    },
    problem: (text) => problems.push(text),
    report,
  };
}

function messageOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.split("\n")[0]?.slice(0, 160) ?? "";
}
