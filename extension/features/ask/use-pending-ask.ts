import { useEffect, useEffectEvent } from "react";
import { onPendingAsk, type PendingAsk, takePendingAsk } from "../../platform/pending-ask";

/** Hands over what the context menu or the omnibox wants of the panel, now and whenever they want more. */
export function usePendingAsk(onWish: (wish: PendingAsk) => void): void {
  const handle = useEffectEvent(onWish);
  useEffect(() => {
    const take = async () => {
      const wish = await takePendingAsk();
      if (wish) handle(wish);
    };
    void take();
    return onPendingAsk(() => void take());
  }, []);
}
