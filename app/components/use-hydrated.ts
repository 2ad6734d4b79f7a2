import { useEffect, useState } from "react";

/** False on the server and until the page is live: what is offered must be what works. */
export function useHydrated(): boolean {
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  return hydrated;
}
