import { useId } from "react";
import type { ModelSettings } from "../../../engine/model/model-settings";
import { CompactInput } from "../../ui/form-field";
import { formatMoney } from "../../ui/format-money";
import styles from "./budget-form.module.css";

type Budget = Pick<ModelSettings, "dailyBudget" | "monthlyBudget">;

interface BudgetFormProps {
  readonly budget: Budget;
  readonly spent: { readonly today: number; readonly month: number };
  readonly disabled: boolean;
  readonly onChange: (budget: Budget) => void;
}

/** The daily and the monthly limit of cost, with the amounts spent. */
export function BudgetForm({ budget, spent, disabled, onChange }: BudgetFormProps) {
  const { dailyBudget, monthlyBudget } = budget;
  return (
    <div className={styles.budgets}>
      <Limit
        label="Spend at most a day"
        spent={`${formatMoney(spent.today)} today`}
        value={dailyBudget}
        disabled={disabled}
        onChange={(value) => onChange(omitUndefined({ ...budget, dailyBudget: value }))}
      />
      <Limit
        label="Spend at most a month"
        spent={`${formatMoney(spent.month)} this month`}
        value={monthlyBudget}
        disabled={disabled}
        onChange={(value) => onChange(omitUndefined({ ...budget, monthlyBudget: value }))}
      />
    </div>
  );
}

interface LimitProps {
  readonly label: string;
  readonly spent: string;
  readonly value: number | undefined;
  readonly disabled: boolean;
  /** Undefined for no limit. */
  readonly onChange: (value: number | undefined) => void;
}

function Limit({ label, spent, value, disabled, onChange }: LimitProps) {
  const id = useId();
  return (
    <div className={styles.limit}>
      <label htmlFor={id}>{label}, in US dollars</label>
      <CompactInput
        key={value}
        id={id}
        className={styles.input ?? ""}
        type="number"
        min={0}
        step="any"
        placeholder="No limit"
        defaultValue={value}
        disabled={disabled}
        aria-describedby={`${id}-spent`}
        onKeyDown={({ key, currentTarget }) => key === "Enter" && currentTarget.blur()}
        onBlur={({ currentTarget }) => {
          const { value: text, valueAsNumber, validity } = currentTarget;
          const entered = text === "" ? undefined : valueAsNumber;
          if (validity.valid && entered !== value) onChange(entered);
        }}
      />
      <span id={`${id}-spent`} className={styles.spent}>
        {spent}
      </span>
    </div>
  );
}

function omitUndefined({
  dailyBudget,
  monthlyBudget,
}: {
  readonly dailyBudget?: number | undefined;
  readonly monthlyBudget?: number | undefined;
}): Budget {
  return {
    ...(dailyBudget !== undefined && { dailyBudget }),
    ...(monthlyBudget !== undefined && { monthlyBudget }),
  };
}
