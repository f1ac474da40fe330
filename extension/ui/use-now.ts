import { useEffect, useState } from "react";

const MINUTE = 60_000;

/** The time, as exact as ages are shown: milliseconds since the epoch, anew every minute. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}
