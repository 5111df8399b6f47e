'use client';

import { useEffect, useState } from 'react';
import { removePushSubscription, savePushSubscription } from '@/features/notifications/actions';
import { Button } from '@/ui/button';
import { notify } from '@/ui/notify';
import { Section } from '@/ui/section';
import { useWorkspace } from '@/ui/shell/workspace-scope';

type State = 'looking' | 'impossible' | 'denied' | 'off' | 'on';

/** Lets this browser show notifications; `publicKey` is the installation's (VAPID), null where it has none. */
export function PushSection({ publicKey }: { publicKey: string | null }) {
  const { slug } = useWorkspace();
  const [state, setState] = useState<State>('looking');
  const [pending, setPending] = useState(false);
  useEffect(() => {
    readState().then(setState, () => setState('impossible'));
  }, []);
  const change = async (make: () => Promise<State>) => {
    setPending(true);
    await make().then(setState, (error: unknown) =>
      notify.failed('Nothing was changed', { description: error instanceof Error ? error.message : undefined }),
    );
    setPending(false);
  };
  return (
    <Section title="This browser" variant="card">
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 text-ink-2">{publicKey === null ? notConnected : words[state]}</p>
        {publicKey !== null && state === 'off' && (
          <Button pending={pending} onClick={() => void change(() => begin(slug, publicKey))}>
            Show notifications here
          </Button>
        )}
        {publicKey !== null && state === 'on' && (
          <Button pending={pending} onClick={() => void change(() => end(slug))}>
            Stop showing them
          </Button>
        )}
      </div>
    </Section>
  );
}

const notConnected =
  'Not connected: whoever runs this installation makes a pair of keys with “npx web-push generate-vapid-keys” and sets VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY.';

const words: Record<State, string> = {
  looking: 'Looking whether this browser can show notifications…',
  impossible: 'This browser cannot show notifications of web pages.',
  denied: 'Notifications of this page are blocked in this browser. Allow them at the left of its address, then reload.',
  off: 'This browser does not show notifications yet.',
  on: 'This browser shows what you chose above, also while no page of it is open.',
};

const script = '/push-worker.js';

async function readState(): Promise<State> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return 'impossible';
  if (Notification.permission === 'denied') return 'denied';
  return (await findSubscription()) ? 'on' : 'off';
}

async function findSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(script);
  return (await registration?.pushManager.getSubscription()) ?? null;
}

async function begin(slug: string, publicKey: string): Promise<State> {
  if ((await Notification.requestPermission()) !== 'granted') return readState();
  await navigator.serviceWorker.register(script);
  const { pushManager } = await navigator.serviceWorker.ready;
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  const { endpoint, keys = {} } = subscription.toJSON();
  const answer = await savePushSubscription(slug, { endpoint, p256dh: keys['p256dh'], auth: keys['auth'] });
  if (answer.ok) return 'on';
  await subscription.unsubscribe();
  throw new Error(answer.error.message);
}

async function end(slug: string): Promise<State> {
  const subscription = await findSubscription();
  if (!subscription) return 'off';
  const answer = await removePushSubscription(slug, { endpoint: subscription.endpoint });
  if (!answer.ok) throw new Error(answer.error.message);
  await subscription.unsubscribe();
  return 'off';
}
