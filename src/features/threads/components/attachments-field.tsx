'use client';

import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import type { useAttachments } from '@/features/threads/components/use-attachments';
import type { AttachedFile } from '@/features/threads/components/use-message-draft';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/chip';
import { useFormat } from '@/ui/locale-provider';
import { Progress } from '@/ui/progress';

interface AttachmentsFieldProps {
  files: readonly AttachedFile[];
  attachments: ReturnType<typeof useAttachments>;
  onRemove: (id: string) => void;
}

/** The files that go along; chosen ones are sent to the server at once. */
export function AttachmentsField({ files, attachments, onRemove }: AttachmentsFieldProps) {
  const format = useFormat();
  const chooser = useRef<HTMLInputElement>(null);
  const { uploads, send, drop } = attachments;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-1.5">
        <Button icon={<Paperclip />} onClick={() => chooser.current?.click()}>
          Attach
        </Button>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          aria-label="Files to attach"
          onChange={(event) => {
            send(event.target.files ?? []);
            event.target.value = '';
          }}
        />
        <ul aria-label="Attachments" className="flex min-w-0 flex-wrap gap-1.5">
          {files.map(({ id, name, size }) => (
            <li key={id} className="max-w-60 min-w-0">
              <Chip onRemove={() => onRemove(id)} removeLabel={`Remove ${name}`}>
                {name} · {sizeText(format.number, size)}
              </Chip>
            </li>
          ))}
        </ul>
      </div>
      {uploads.map(({ key, name, share, problem }) => (
        <div key={key} className="flex items-center gap-3 text-sm">
          <span className="w-40 truncate">{name}</span>
          {problem ? (
            <span role="alert" className="min-w-0 flex-1 text-late">
              {problem}
            </span>
          ) : (
            <Progress label={`Sending ${name}`} value={share} max={1} className="flex-1" />
          )}
          <Button size="s" variant="quiet" onClick={() => drop(key)} aria-label={`Cancel ${name}`}>
            {problem ? 'Remove' : 'Cancel'}
          </Button>
        </div>
      ))}
    </div>
  );
}

/** Bytes as people read them. */
export function sizeText(number: (value: number, options?: Intl.NumberFormatOptions) => string, bytes: number): string {
  const digits = { maximumFractionDigits: 1 };
  if (bytes < 1000) return `${number(bytes)} B`;
  return bytes < 1e6 ? `${number(bytes / 1e3, digits)} kB` : `${number(bytes / 1e6, digits)} MB`;
}
