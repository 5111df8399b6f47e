/** What the server tells of a change, by its outside ids; without an id: something of this type. */
export interface Heard {
  kind: 'change' | 'presence' | 'notification';
  type: string;
  id: string | null;
  creatorId: string | null;
}

/** What one wants to hear of: each field that is given must fit. A change without ids fits every id of its type. */
export interface Topic {
  /** `change` when not given. */
  kind?: Heard['kind'];
  type?: string;
  id?: string;
  creatorId?: string;
}

/** What happened since the last call; `all`: read again whatever is shown. */
export type News = Heard[] | 'all';

interface Follower {
  topics: () => readonly Topic[];
  onNews: (news: News) => void;
  waiting: News | null;
  timer: ReturnType<typeof setTimeout> | undefined;
  toldAt: number;
}

/** The first of a burst is told at once; what follows, once a second, and every five when there is too much to name. */
const firstAfterMs = 40;
const thenEveryMs = 1_000;
const floodEveryMs = 5_000;
/** A browser keeps six connections to a server for all its tabs: a hidden one gives its own back. */
const hiddenForMs = 5_000;
const firstRetryMs = 5_000;
const longestRetryMs = 60_000;

/** One stream of the server for everything a tab shows. Opened while the tab is seen, by itself again when it is lost. */
export class LiveConnection {
  private readonly followers = new Set<Follower>();
  private source: EventSource | undefined;
  private hiding: ReturnType<typeof setTimeout> | undefined;
  private retrying: ReturnType<typeof setTimeout> | undefined;
  private retryMs = firstRetryMs;
  private over = false;

  /** `since`: the server's time (ms) when what is shown was read. */
  constructor(
    private readonly address: string,
    private since: number,
  ) {}

  /** Opens the stream; the answered function ends it for good. */
  start(): () => void {
    this.over = false;
    document.addEventListener('visibilitychange', this.onVisibility);
    this.onVisibility();
    return () => {
      this.over = true;
      document.removeEventListener('visibilitychange', this.onVisibility);
      this.shut();
    };
  }

  follow(topics: () => readonly Topic[], onNews: (news: News) => void): () => void {
    const follower: Follower = { topics, onNews, waiting: null, timer: undefined, toldAt: 0 };
    this.followers.add(follower);
    return () => {
      clearTimeout(follower.timer);
      this.followers.delete(follower);
    };
  }

  private readonly onVisibility = (): void => {
    clearTimeout(this.hiding);
    if (document.visibilityState === 'hidden') {
      this.hiding = setTimeout(() => this.shut(), hiddenForMs);
      return;
    }
    for (const follower of this.followers) if (follower.waiting) this.tellSoon(follower);
    if (!this.source) this.open();
  };

  private open(): void {
    if (this.over) return;
    clearTimeout(this.retrying);
    const source = new EventSource(`${this.address}?since=${this.since}`);
    this.source = source;
    source.addEventListener('ready', (event) => {
      this.retryMs = firstRetryMs;
      const { missed } = this.read<{ missed: boolean }>(event);
      if (missed) this.spread('all');
    });
    source.addEventListener('changes', (event) => this.spread(this.read<{ changes: News }>(event).changes));
    // The next click asks for a new sign-in; what is typed stays.
    source.addEventListener('ended', () => this.shut());
    source.addEventListener('error', () => {
      // A stream that breaks off comes back by itself; one that is refused does not.
      if (source.readyState === EventSource.CLOSED) this.retry();
    });
  }

  private read<T>(event: MessageEvent): T {
    const at = Number(event.lastEventId);
    if (at > 0) this.since = at;
    return JSON.parse(String(event.data)) as T;
  }

  private retry(): void {
    this.shut();
    if (this.over || document.visibilityState === 'hidden') return;
    this.retrying = setTimeout(() => this.open(), this.retryMs * (0.8 + Math.random() * 0.4));
    this.retryMs = Math.min(this.retryMs * 2, longestRetryMs);
  }

  private shut(): void {
    clearTimeout(this.hiding);
    clearTimeout(this.retrying);
    this.source?.close();
    this.source = undefined;
  }

  private spread(news: News): void {
    for (const follower of this.followers) {
      const wanted =
        news === 'all' ? news : news.filter((heard) => follower.topics().some((topic) => fits(topic, heard)));
      if (wanted.length === 0) continue;
      follower.waiting =
        wanted === 'all' || follower.waiting === 'all' ? 'all' : [...(follower.waiting ?? []), ...wanted];
      this.tellSoon(follower);
    }
  }

  private tellSoon(follower: Follower): void {
    if (follower.timer !== undefined || document.visibilityState === 'hidden') return;
    const pauseMs = follower.waiting === 'all' ? floodEveryMs : thenEveryMs;
    const waitMs = Math.max(firstAfterMs, follower.toldAt + pauseMs - Date.now());
    follower.timer = setTimeout(() => {
      follower.timer = undefined;
      const news = follower.waiting;
      if (!news || document.visibilityState === 'hidden') return;
      follower.waiting = null;
      follower.toldAt = Date.now();
      follower.onNews(news);
    }, waitMs);
  }
}

function fits(topic: Topic, heard: Heard): boolean {
  if ((topic.kind ?? 'change') !== heard.kind) return false;
  if (topic.type !== undefined && topic.type !== heard.type) return false;
  if (heard.id === null) return true;
  if (topic.id !== undefined && topic.id !== heard.id) return false;
  return topic.creatorId === undefined || topic.creatorId === heard.creatorId;
}
