'use client';

import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { updateNotificationSettings } from '@/features/notifications/actions';
import { KindRow, type ConnectedWays } from '@/features/notifications/components/kind-row';
import { TimesFields } from '@/features/notifications/components/times-fields';
import { kindNames, type Choice, type NotificationKind } from '@/features/notifications/model/notification-kinds';
import type { NotificationSettings } from '@/features/notifications/schemas/notification-settings';
import { Button } from '@/ui/button';
import { FormErrorSummary } from '@/ui/form-error-summary';
import { notify } from '@/ui/notify';
import { Section } from '@/ui/section';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { useSubmit } from '@/ui/use-submit';

interface NotificationSettingsProps {
  settings: NotificationSettings;
  ways: ConnectedWays;
  /** Connections, under the choices. */
  children: ReactNode;
}

/** What this person wants to be told of, by what, and when. */
export function NotificationSettingsForm({ settings, ways, children }: NotificationSettingsProps) {
  const { slug } = useWorkspace();
  const router = useRouter();
  const [choices, setChoices] = useState(settings.choices);
  const [times, setTimes] = useState(settings.times);
  const { pending, errors, message, errorOf, submit } = useSubmit();
  const change = (kind: NotificationKind, part: Partial<Choice>) =>
    setChoices((current) => ({ ...current, [kind]: { ...current[kind], ...part } }));
  const save = async () => {
    if (await submit(() => updateNotificationSettings(slug, { choices, times }))) {
      notify.done('Saved. It holds for what happens from now on');
      router.refresh();
    }
  };
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <FormErrorSummary errors={errors} message={message} />
        <Section title="What you are told" variant="card">
          <ul className="divide-y divide-line">
            {kindNames.map((kind) => (
              <KindRow
                key={kind}
                kind={kind}
                choice={choices[kind]}
                ways={ways}
                onChange={(part) => change(kind, part)}
              />
            ))}
          </ul>
        </Section>
        <Section title="When" variant="card">
          <TimesFields times={times} errorOf={errorOf} onChange={(part) => setTimes({ ...times, ...part })} />
        </Section>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" pending={pending}>
            Save
          </Button>
        </div>
      </form>
      {children}
    </div>
  );
}
