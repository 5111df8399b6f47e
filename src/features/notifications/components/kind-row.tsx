import {
  emailTimings,
  notificationKinds,
  type Choice,
  type EmailTiming,
  type NotificationKind,
} from '@/features/notifications/model/notification-kinds';
import { Checkbox } from '@/ui/checkbox';
import { Select } from '@/ui/select';

const timingLabels: Record<EmailTiming, string> = {
  immediately: 'Mail at once',
  daily: 'Mail once a day',
  weekly: 'Mail once a week',
  off: 'No mail',
};
const timingOptions = emailTimings.map((value) => ({ value, label: timingLabels[value] }));

/** The ways by which a person can be told besides the app and mail, where they are connected. */
export interface ConnectedWays {
  slack: boolean;
  push: boolean;
}

interface KindRowProps {
  kind: NotificationKind;
  choice: Choice;
  ways: ConnectedWays;
  onChange: (part: Partial<Choice>) => void;
}

/** One kind of notification, and the ways it comes. */
export function KindRow({ kind, choice, ways, onChange }: KindRowProps) {
  const { label, hint } = notificationKinds[kind];
  return (
    <li>
      <fieldset className="flex flex-wrap items-center gap-x-5 gap-y-2 py-2.5">
        <legend className="sr-only">{label}</legend>
        <div className="min-w-52 flex-1" aria-hidden="true">
          <p className="font-medium">{label}</p>
          <p className="text-sm text-ink-3">{hint}</p>
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Checkbox
            label="In the app"
            checked={choice.inApp}
            onCheckedChange={(checked) => onChange({ inApp: checked === true })}
          />
          {ways.push && (
            <Checkbox
              label="Browser"
              checked={choice.push}
              onCheckedChange={(checked) => onChange({ push: checked === true })}
            />
          )}
          {ways.slack && (
            <Checkbox
              label="Slack"
              checked={choice.slack}
              onCheckedChange={(checked) => onChange({ slack: checked === true })}
            />
          )}
          <Select
            aria-label={`Mail about ${label.toLowerCase()}`}
            className="w-40"
            options={timingOptions}
            value={choice.email}
            onChange={({ target }) => onChange({ email: target.value as EmailTiming })}
          />
        </div>
      </fieldset>
    </li>
  );
}
