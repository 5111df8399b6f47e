'use client';

import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { cancelExport, createExport } from '@/features/creators/export-actions';
import type { Export } from '@/features/creators/schemas/export';
import { Button } from '@/ui/button';
import { callRead } from '@/ui/call-read';
import { Callout } from '@/ui/callout';
import { Dialog } from '@/ui/dialog';
import { useFormat } from '@/ui/locale-provider';
import { Progress } from '@/ui/progress';
import { RadioGroup } from '@/ui/radio-group';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface ExportDialogProps {
  /** The chosen creators as the action takes them. */
  creators: object;
  /** `12 creators`. */
  who: string;
  onClose: () => void;
}

/** Writes the chosen creators into a file in the worker, with how far it has come; the file stays to be fetched. */
export function ExportDialog({ creators, who, onClose }: ExportDialogProps) {
  const { slug } = useWorkspace();
  const [format, setFormat] = useState('csv');
  const [id, setId] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const progress = useExport(id);
  const begin = async () => {
    setPending(true);
    const answer = await createExport(slug, { creators, format }).catch(() => null);
    setPending(false);
    if (answer?.ok) setId(answer.data.id);
    else setProblem(answer?.error.message ?? 'The server did not answer. Nothing was begun.');
  };
  const footer = (
    <>
      {progress && isRunning(progress) && (
        <Button onClick={() => void cancelExport(slug, { id: progress.id })}>Cancel the export</Button>
      )}
      <Button onClick={onClose}>{id ? 'Close' : 'Cancel'}</Button>
      {!id && (
        <Button variant="primary" pending={pending} onClick={() => void begin()}>
          Export {who}
        </Button>
      )}
      {progress && <DownloadButton progress={progress} />}
    </>
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Export ${who}`}
      description="All fields you may see, custom fields too. Cells that a spreadsheet would run as a formula are made harmless."
      size="s"
      footer={footer}
    >
      {problem && (
        <Callout tone="late" urgent>
          {problem}
        </Callout>
      )}
      {id ? (
        <ExportProgress progress={progress} />
      ) : (
        <RadioGroup
          legend="File"
          value={format}
          onValueChange={setFormat}
          options={[
            { value: 'csv', label: 'CSV', hint: 'UTF-8, opens everywhere' },
            { value: 'xlsx', label: 'Excel', hint: 'Numbers and dates as such' },
          ]}
        />
      )}
    </Dialog>
  );
}

function isRunning({ state }: Export): boolean {
  return state === 'pending' || state === 'running';
}

function DownloadButton({ progress: { id, state } }: { progress: Export }) {
  const { slug } = useWorkspace();
  if (state !== 'completed') return null;
  return (
    <Button variant="primary" asChild icon={<Download />}>
      <a href={`/api/download/${slug}/exports/${id}`}>Download</a>
    </Button>
  );
}

function ExportProgress({ progress }: { progress: Export | null }) {
  const format = useFormat();
  if (!progress) return <Progress label="Export" value={0} max={1} />;
  const { state, done, rows, failure } = progress;
  if (state === 'cancelled') return <p>The export was cancelled. Nothing was kept.</p>;
  if (state === 'failed') {
    return (
      <Callout tone="late" urgent title="The export failed">
        {failure ?? 'Try it again.'}
      </Callout>
    );
  }
  const text = rows === null ? 'Counting…' : `${format.number(done)} of ${format.number(rows)} rows`;
  return (
    <div className="flex flex-col gap-2" aria-live="polite">
      <Progress label="Export" value={done} max={rows || 1} valueText={text} />
      <p className="num text-sm text-ink-3">{state === 'completed' ? `${text}. The file is ready.` : text}</p>
    </div>
  );
}

const everyMs = 1000;

/** The export as it stands, looked at each second until it has ended. */
function useExport(id: string | null): Export | null {
  const { slug } = useWorkspace();
  const [progress, setProgress] = useState<Export | null>(null);
  useEffect(() => {
    if (!id) return;
    const giveUp = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      callRead<Export>({ workspace: slug, name: 'get-export', signal: giveUp.signal }, { id }).then(
        (now) => {
          setProgress(now);
          if (isRunning(now)) timer = setTimeout(look, everyMs);
        },
        () => {
          if (!giveUp.signal.aborted) timer = setTimeout(look, everyMs * 3);
        },
      );
    };
    look();
    return () => {
      giveUp.abort();
      clearTimeout(timer);
    };
  }, [slug, id]);
  return progress;
}
