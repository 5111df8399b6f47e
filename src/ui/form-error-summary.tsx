'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';
import { fieldIdOf } from './field-context';
import { StatusIcon } from './status-icon';
import { uiTexts } from './ui-texts';

export interface FormErrorSummaryProps {
  /** What the server said about single fields; each links to its control (`<Field name={path}>`). */
  errors?: readonly { path: string; message: string }[];
  /** What happened, what was kept, what to do. */
  message?: string;
}

/** Everything that is wrong with a form, at its top; takes the focus when it appears. Renders nothing when all is well. */
export function FormErrorSummary({ errors = [], message }: FormErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0 || Boolean(message);
  const said = [message, ...errors.map((error) => error.message)].join(' ');
  useEffect(() => {
    if (said) box.current?.focus();
  }, [said]);
  if (!shown) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="tone-late tone-panel flex items-start gap-2.5 rounded-md border px-3 py-2.5"
    >
      <StatusIcon name="triangle" className="mt-[3px] size-3.5 shrink-0 text-late" />
      <div className="min-w-0">
        <p className="font-semibold">{message ?? uiTexts.errorsTitle}</p>
        {errors.length > 0 && (
          <ul className="mt-1 list-disc pl-4">
            {errors.map((error) => (
              <li key={`${error.path} ${error.message}`}>
                <ErrorLink {...error} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function ErrorLink({ path, message }: { path: string; message: string }) {
  const label = useLabelOf(path);
  // “must not be blank” goes on from the field's name; a sentence of its own stands alone.
  const goesOn = label !== null && /^\p{Ll}/u.test(message);
  return (
    <a href={`#${fieldIdOf(path)}`} className="underline" onClick={(event) => focusField(event, path)}>
      {goesOn ? `${label} ${message}` : message}
    </a>
  );
}

/** What the field of a path is called on this page; null where there is none. */
function useLabelOf(path: string): string | null {
  return useSyncExternalStore(
    neverChanges,
    () => document.getElementById(`${fieldIdOf(path)}-label`)?.firstChild?.textContent ?? null,
    () => null,
  );
}

const neverChanges = () => () => undefined;

function focusField(event: { preventDefault: () => void }, path: string) {
  const control = document.getElementById(fieldIdOf(path));
  if (!control) return;
  event.preventDefault();
  control.focus();
}
