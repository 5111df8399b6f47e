import type { Context } from '@/platform/auth/context';
import { type LiveHub } from '@/platform/live/live-hub';
import type { LiveChange } from '@/platform/live/live-notice';
import { openLiveStream, type HeardChange, type StreamOptions } from '@/platform/live/live-stream';

export interface ToldEvent {
  name: string;
  content: { missed?: boolean; changes?: HeardChange[] | 'all' };
  at: number;
}

export interface OpenStream {
  response: Response;
  told: ToldEvent[];
  /** Whether the server has ended it. */
  isOver(): boolean;
  /** As a browser that goes away. */
  leave(): void;
}

/** Opens a stream and reads it as a browser would. */
export async function openStream(
  hub: LiveHub,
  ctx: Context,
  options: Partial<Omit<StreamOptions, 'hub' | 'ctx' | 'signal'>> = {},
): Promise<OpenStream> {
  const going = new AbortController();
  const response = await openLiveStream({
    hub,
    ctx,
    recheck: () => Promise.resolve(ctx),
    hear: (_, change: LiveChange) => change,
    since: null,
    ...options,
    signal: going.signal,
  });
  const told: ToldEvent[] = [];
  let over = false;
  void (async () => {
    let text = '';
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += part.value;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const name = /^event: (.*)$/m.exec(block)?.[1];
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (name && data) told.push({ name, content: JSON.parse(data) as ToldEvent['content'], at: performance.now() });
      }
    }
    over = true;
  })();
  return { response, told, isOver: () => over, leave: () => going.abort() };
}

/** The ids of what a stream was told, in order. */
export function idsOf({ told }: OpenStream): (string | null)[] {
  return told.flatMap(({ content }) => (Array.isArray(content.changes) ? content.changes.map(({ id }) => id) : []));
}
