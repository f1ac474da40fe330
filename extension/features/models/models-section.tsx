import { useId } from "react";
import { Disclosure } from "../../ui/disclosure";
import { Notice } from "../../ui/notice";
import { Switch } from "../../ui/switch";
import { BudgetForm } from "./budget-form";
import { EgressList } from "./egress-list";
import { ModelList } from "./model-list";
import styles from "./models-section.module.css";
import { PolicyChoice } from "./policy-choice";
import { ServerList } from "./servers/server-list";
import { useModels } from "./use-models";

/** Settings of language models: policy, models, servers, budget, and the egress log. */
export function ModelsSection() {
  const models = useModels();
  const race = useId();
  const { value } = models;
  return (
    <div className={styles.section}>
      <p className={styles.intro}>
        Without a language model Atlas answers with the passages it found. With one, it writes the answer and
        cites them.
      </p>
      {models.problem && (
        <Notice tone="problem" onDismiss={models.dismiss}>
          {models.problem}
        </Notice>
      )}
      {value && (
        <>
          <PolicyChoice
            policy={value.settings.policy}
            disabled={models.busy}
            onChange={(policy) => models.change({ policy })}
          />
          <ModelList
            models={value.models}
            servers={value.settings.servers}
            preferred={value.settings.preferredModelId}
            on={models}
          />
          <ServerList
            servers={value.settings.servers}
            models={value.models}
            withKey={value.withKey}
            on={models}
          />
          <BudgetForm
            budget={value.settings}
            spent={value.spent}
            disabled={models.busy}
            onChange={models.setBudget}
          />
          <div className={styles.row}>
            <label htmlFor={race}>
              Ask the two best models at once
              <span className={styles.help}>The one that speaks first answers; both are paid for.</span>
            </label>
            <Switch
              id={race}
              checked={value.settings.race}
              disabled={models.busy}
              onChange={(checked) => models.change({ race: checked })}
            />
          </div>
          <Disclosure label="What has left this computer">
            <EgressList />
          </Disclosure>
        </>
      )}
    </div>
  );
}
