import type { SendPolicy } from "../../../engine/model/model-settings";
import { RadioList } from "../../ui/radio-list";

const POLICIES: readonly { readonly id: SendPolicy; readonly label: string; readonly help: string }[] = [
  { id: "device", label: "This computer only", help: "Questions and passages never leave it." },
  { id: "network", label: "My own network, too", help: "Also machines at private addresses you add below." },
  {
    id: "ask",
    label: "Ask before the cloud",
    help: "You agree to each question that would leave your network.",
  },
  { id: "cloud", label: "Anywhere", help: "Whatever server you add below may be asked." },
];

interface PolicyChoiceProps {
  readonly policy: SendPolicy;
  readonly disabled: boolean;
  readonly onChange: (policy: SendPolicy) => void;
}

/** Selects where questions and passages may be sent. */
export function PolicyChoice({ policy, disabled, onChange }: PolicyChoiceProps) {
  return (
    <RadioList
      legend="Models may answer on"
      choices={POLICIES}
      selected={policy}
      disabled={disabled}
      onSelect={onChange}
    />
  );
}
