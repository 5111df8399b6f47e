import { X } from 'lucide-react';
import type { ComponentProps } from 'react';
import { uiTexts } from './ui-texts';

/** The cross of a panel. Without a tooltip: it may be the first to get the focus, and nothing should pop up by itself. */
export function CloseButton(props: ComponentProps<'button'>) {
  return (
    <button
      type="button"
      aria-label={uiTexts.close}
      className="-mr-1.5 inline-flex size-control shrink-0 items-center justify-center rounded-sm text-ink-2 hover:bg-sunken hover:text-ink"
      {...props}
    >
      <X aria-hidden="true" className="size-4" />
    </button>
  );
}
