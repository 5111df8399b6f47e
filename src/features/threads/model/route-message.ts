export interface Addressee {
  name: string | null;
  address: string;
}

/** Whom one could write to about a creator. */
export interface RoutingFacts {
  displayName: string;
  /** The creator's own first address. */
  address: string | null;
  isMinor: boolean;
  /** Who writes and signs for a minor. */
  guardian: { name: string; address: string | null } | null;
  contacts: {
    name: string;
    address: string | null;
    routing: 'instead' | 'copied' | 'none';
    /** Empty: every topic. */
    topics: readonly string[];
  }[];
}

export interface Route {
  /** Empty when those who are to be written to have no address. */
  to: Addressee[];
  cc: Addressee[];
}

/**
 * Who gets a message: whom the writer chose; else the guardian of a minor, the contacts that stand in for the creator on
 * this topic, or the creator. Contacts that are to be copied on the topic are. A minor's guardian sees everything.
 */
export function routeMessage(
  facts: RoutingFacts,
  asked: { to?: Addressee[] | undefined; topic?: string | undefined },
): Route {
  const guardian = facts.isMinor && facts.guardian ? [facts.guardian] : [];
  if (asked.to) return distinct(asked.to, withAddress(guardian));
  const concerned = facts.contacts.filter(({ topics }) => topics.length === 0 || isAmong(topics, asked.topic));
  const instead = guardian.length > 0 ? guardian : concerned.filter(({ routing }) => routing === 'instead');
  const creator = [{ name: facts.displayName, address: facts.address }];
  const copied = concerned.filter(({ routing }) => routing === 'copied');
  return distinct(withAddress(instead.length > 0 ? instead : creator), withAddress(copied));
}

function isAmong(topics: readonly string[], topic: string | undefined): boolean {
  return topic !== undefined && topics.some((one) => one.toLowerCase() === topic.toLowerCase());
}

function withAddress(people: readonly { name: string; address: string | null }[]): Addressee[] {
  return people.flatMap(({ name, address }) => (address === null ? [] : [{ name, address }]));
}

/** Each address once: the envelope has no use for a second. */
function distinct(to: readonly Addressee[], cc: readonly Addressee[]): Route {
  const seen = new Set<string>();
  const isNew = ({ address }: Addressee) => {
    const key = address.toLowerCase();
    return !seen.has(key) && Boolean(seen.add(key));
  };
  const first = to.filter(isNew);
  return { to: first, cc: first.length > 0 ? cc.filter(isNew) : [] };
}
