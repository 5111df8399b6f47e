import { PenLine } from 'lucide-react';
import { Avatar } from '../avatar';
import { Tooltip } from '../tooltip';
import { fillText, uiTexts } from '../ui-texts';
import type { Viewer } from './use-presence';

const mostShown = 3;

/** Who else looks at this now; whoever is writing first and with a pen. Nothing when nobody does. */
export function PresenceAvatars({ viewers }: { viewers: readonly Viewer[] }) {
  if (viewers.length === 0) return null;
  const ordered = [...viewers].sort((left, right) => Number(right.writing) - Number(left.writing));
  const shown = ordered.slice(0, mostShown);
  const rest = ordered.slice(mostShown);
  return (
    <ul aria-label={uiTexts.presence.label} className="flex items-center -space-x-1.5">
      {shown.map((viewer) => (
        <Person key={viewer.membershipId} viewer={viewer} />
      ))}
      {rest.length > 0 && (
        <li className="pl-2.5 text-sm text-ink-3" title={rest.map(({ name }) => name).join(', ')}>
          {fillText(uiTexts.presence.more, { count: String(rest.length) })}
        </li>
      )}
    </ul>
  );
}

function Person({ viewer: { membershipId, name, writing } }: { viewer: Viewer }) {
  const what = fillText(writing ? uiTexts.presence.writing : uiTexts.presence.looking, { name });
  return (
    <li>
      <Tooltip label={what}>
        <span tabIndex={0} className="relative block rounded-full ring-2 ring-bg">
          <Avatar id={membershipId} name={name} className="size-6 text-[10px]" />
          {writing && (
            <span className="absolute -right-1 -bottom-1 grid size-3.5 place-items-center rounded-full bg-surface text-attention ring-1 ring-line">
              <PenLine aria-hidden="true" className="size-2.5" />
            </span>
          )}
          <span className="sr-only">{what}</span>
        </span>
      </Tooltip>
    </li>
  );
}
