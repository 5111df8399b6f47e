'use client';

import { useTheme } from 'next-themes';
import { useEffect } from 'react';
import { toast, Toaster as Sonner } from 'sonner';
import { deliverNotes } from './notify';
import { StatusIcon } from './status-icon';

/** The notes themselves; loaded by `Toaster` when there is a first one. */
export function ToastList() {
  const { resolvedTheme } = useTheme();
  useEffect(() => deliverNotes((show) => show(toast)), []);
  return (
    <Sonner
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="bottom-right"
      // Above the buttons at the foot of a sheet and the bar of a selection.
      offset={{ bottom: 64, right: 16 }}
      duration={6000}
      gap={8}
      // Above the phone's navigation.
      mobileOffset={{ bottom: 68, left: 12, right: 12 }}
      icons={{
        success: <StatusIcon name="check" className="size-4 text-done" />,
        error: <StatusIcon name="triangle" className="size-4 text-late" />,
        warning: <StatusIcon name="bang" className="size-4 text-attention" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-start gap-2.5 rounded-md border border-line bg-raised p-3 text-base text-ink shadow-pop sm:w-[356px] font-sans',
          icon: 'mt-0.5 shrink-0',
          content: 'min-w-0 flex-1',
          title: 'font-medium',
          description: 'text-ink-2',
          actionButton: 'h-control-s shrink-0 rounded-sm px-2 font-medium text-accent-text hover:bg-sunken',
          closeButton: 'order-last shrink-0 text-ink-3 [&>svg]:size-3.5',
        },
      }}
    />
  );
}
