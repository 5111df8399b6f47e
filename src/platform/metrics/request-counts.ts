export interface RequestCount {
  route: string;
  status: number;
  /** Since this process began. */
  requests: number;
  seconds: number;
}

// On the global object: Next loads a module once for each of its graphs, and they count together.
const slot = globalThis as typeof globalThis & { rapportRequests?: Map<string, RequestCount> };

/** Counts one answer of the API. Routes and statuses are few, so the map stays small. */
export function countAnswer({ route, status, ms }: { route: string; status: number; ms: number }): void {
  slot.rapportRequests ??= new Map();
  const key = `${route} ${status}`;
  const count = slot.rapportRequests.get(key) ?? { route, status, requests: 0, seconds: 0 };
  count.requests += 1;
  count.seconds += ms / 1000;
  slot.rapportRequests.set(key, count);
}

export function readRequestCounts(): RequestCount[] {
  return [...(slot.rapportRequests?.values() ?? [])];
}
