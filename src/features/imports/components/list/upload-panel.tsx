'use client';

import type { ReactNode } from 'react';
import type { Upload } from '@/features/imports/components/list/use-upload';
import { Button } from '@/ui/button';
import { Callout } from '@/ui/callout';
import { useFormat } from '@/ui/locale-provider';
import { Progress } from '@/ui/progress';
import { Spinner } from '@/ui/spinner';

/** The file on its way: how much has arrived, or why it was not taken. */
export function UploadPanel({ upload, choose }: { upload: Upload; choose: ReactNode }) {
  const format = useFormat();
  const { state, cancel } = upload;
  if (!state) return null;
  if (state.step === 'refused') {
    return (
      <Callout
        tone="late"
        urgent
        title={`“${state.fileName}” was not taken`}
        action={
          <>
            <Button variant="quiet" onClick={cancel}>
              Dismiss
            </Button>
            {choose}
          </>
        }
      >
        <span className="[overflow-wrap:anywhere]">{state.message}</span>
      </Callout>
    );
  }
  const sending = state.step === 'sending';
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-line bg-surface px-3.5 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="mb-1.5 flex items-center gap-2" aria-live="polite">
          {!sending && <Spinner />}
          <span className="truncate font-medium">{state.fileName}</span>
          <span className="num shrink-0 text-sm text-ink-3">
            {sending ? `${megabytes(state.sent)} of ${megabytes(state.total)}` : 'Looking what it holds…'}
          </span>
        </p>
        <Progress
          label={`Upload of ${state.fileName}`}
          value={sending ? state.sent : 1}
          max={sending ? state.total : 1}
          className="h-2"
        />
      </div>
      <Button onClick={cancel}>Cancel</Button>
    </div>
  );

  function megabytes(bytes: number): string {
    return format.number(bytes / 1_000_000, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  }
}
