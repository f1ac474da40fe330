import { useEffect, useEffectEvent } from "react";
import { onPendingAsk, type PendingAsk, takePendingAsk } from "../../../platform/pending-ask";

/** Hands over what the context menu or the omnibox wants of the panel, now and whenever they want more. */
export function usePendingAsk(onPending: (pending: PendingAsk) => void): void {
  const handle = useEffectEvent(onPending);
  useEffect(() => {
    const take = async () => {
      const pending = await takePendingAsk();
      if (pending) handle(pending);
    };
    void take();
    return onPendingAsk(() => void take());
  }, []);
}
