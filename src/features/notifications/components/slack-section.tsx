'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { connectSlack, disconnectSlack } from '@/features/notifications/actions';
import { Button } from '@/ui/button';
import { Callout } from '@/ui/callout';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { notify } from '@/ui/notify';
import { Section } from '@/ui/section';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { useSubmit } from '@/ui/use-submit';

/** Where the workspace's notifications go in Slack: connected by those who may, said to everybody. */
export function SlackSection({ host }: { host: string | null }) {
  const { slug, can } = useWorkspace();
  const router = useRouter();
  const [webhook, setWebhook] = useState('');
  const { pending, errorOf, message, submit } = useSubmit();
  const mayConnect = can('notification.update');
  const connect = async () => {
    if (!(await submit(() => connectSlack(slug, { webhook })))) return;
    setWebhook('');
    notify.done('Connected. A greeting appears in the channel');
    router.refresh();
  };
  const disconnect = async () => {
    if (await submit(() => disconnectSlack(slug, {}))) router.refresh();
  };
  return (
    <Section title="Slack" variant="card">
      {host !== null && (
        <div className="flex flex-wrap items-center gap-3">
          <p className="min-w-0 flex-1">Connected through {host}. Everyone chooses above what comes there.</p>
          {mayConnect && (
            <Button pending={pending} onClick={() => void disconnect()}>
              Disconnect
            </Button>
          )}
        </div>
      )}
      {host === null && !mayConnect && (
        <p className="text-ink-2">Not connected. An admin or a manager can do it here.</p>
      )}
      {host === null && mayConnect && (
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void connect();
          }}
        >
          <p className="text-ink-2">
            Not connected. In Slack, create an app with an incoming webhook for the channel (api.slack.com/apps,
            Incoming Webhooks), and paste its address here.
          </p>
          {message !== undefined && (
            <Callout tone="late" urgent>
              {message}
            </Callout>
          )}
          <div className="flex flex-wrap items-end gap-2">
            <div className="min-w-64 flex-1">
              <Field label="Webhook address" name="webhook" error={errorOf('webhook')} required>
                <Input
                  type="url"
                  autoComplete="off"
                  placeholder="https://hooks.slack.com/services/…"
                  value={webhook}
                  onChange={({ target }) => setWebhook(target.value)}
                />
              </Field>
            </div>
            <Button type="submit" pending={pending}>
              Connect
            </Button>
          </div>
        </form>
      )}
    </Section>
  );
}
