'use client';

import { Download } from 'lucide-react';
import { sizeText } from '@/features/threads/components/attachments-field';
import type { MessageDto } from '@/features/threads/schemas/message';
import { useFormat } from '@/ui/locale-provider';
import { useWorkspace } from '@/ui/shell/workspace-scope';

const kindLabels = {
  invoice: 'Invoice',
  media_kit: 'Media kit',
  tax_form: 'Tax form',
  contract: 'Signed contract',
  draft: 'Draft',
};

/** The files of a message, by what they were recognised as. */
export function AttachmentList({ message }: { message: MessageDto }) {
  const { slug } = useWorkspace();
  const format = useFormat();
  const files = message.attachments.filter(({ inline }) => !inline);
  if (files.length === 0) return null;
  return (
    <ul aria-label="Attachments" className="mt-2 flex flex-wrap gap-1.5">
      {files.map(({ id, name, size, kind }) => (
        <li key={id} className="max-w-full">
          <a
            href={`/api/files/${slug}/${message.id}/${id}`}
            className="inline-flex h-6 max-w-full items-center gap-1.5 rounded-[5px] border border-line bg-surface px-2 text-sm text-ink hover:border-line-strong"
          >
            <Download aria-hidden="true" className="size-3 shrink-0" />
            {kind && <span className="font-medium">{kindLabels[kind]}</span>}
            <span className="truncate">{name}</span>
            <span className="text-ink-3">{sizeText(format.number, size)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
