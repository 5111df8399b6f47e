'use client';

import { FileText } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { TemplateDto } from '@/features/threads/schemas/template';
import { archiveTemplate, createTemplate } from '@/features/threads/template-actions';
import { Button } from '@/ui/button';
import { callRead } from '@/ui/call-read';
import { Dialog } from '@/ui/dialog';
import { EmptyState } from '@/ui/empty-state';
import { Field } from '@/ui/field';
import { FormErrorSummary } from '@/ui/form-error-summary';
import { Input } from '@/ui/input';
import { RichTextEditor } from '@/ui/rich-text/rich-text-editor';
import { RichTextView } from '@/ui/rich-text/rich-text-view';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { Skeleton } from '@/ui/skeleton';
import { useSubmit } from '@/ui/use-submit';

interface TemplateMenuProps {
  onPut: (html: string) => void;
  onClose: () => void;
}

/** Words that are written often: chosen into the answer, or written down for the next time. */
export function TemplateMenu({ onPut, onClose }: TemplateMenuProps) {
  const { slug, can } = useWorkspace();
  const [templates, setTemplates] = useState<TemplateDto[] | null>(null);
  const [writing, setWriting] = useState(false);
  const read = () =>
    callRead<TemplateDto[]>({ workspace: slug, name: 'find-templates' }).then(setTemplates, () => setTemplates([]));
  // eslint-disable-next-line react-hooks/exhaustive-deps -- read once, when it opens
  useEffect(() => void read(), [slug]);
  const make = can('template.update') && <Button onClick={() => setWriting(true)}>New template</Button>;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Templates" size="m" footer={!writing && make}>
      {writing && (
        <NewTemplate
          onDone={() => {
            setWriting(false);
            void read();
          }}
        />
      )}
      {!writing && (
        <TemplateList
          templates={templates}
          onArchived={() => void read()}
          onPut={(html) => {
            onPut(html);
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}

function NewTemplate({ onDone }: { onDone: () => void }) {
  const { slug } = useWorkspace();
  const [name, setName] = useState('');
  const [html, setHtml] = useState('');
  const { submit, pending, errors, message, errorOf } = useSubmit();
  const save = async () => {
    if (await submit(() => createTemplate(slug, { kind: 'snippet', name, html }))) onDone();
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <FormErrorSummary errors={errors} message={message} />
      <Field label="Name" name="name" error={errorOf('name')} required>
        <Input value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label="Words" name="html" error={errorOf('html')} required>
        <RichTextEditor onChange={setHtml} draftKey="new-template" />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          Write it down
        </Button>
      </div>
    </form>
  );
}

interface TemplateListProps {
  templates: readonly TemplateDto[] | null;
  onPut: (html: string) => void;
  onArchived: () => void;
}

function TemplateList({ templates, onPut, onArchived }: TemplateListProps) {
  const { slug, can } = useWorkspace();
  if (templates === null) return <Skeleton className="h-24" />;
  if (templates.length === 0) {
    return (
      <EmptyState
        icon={<FileText />}
        title="Nothing is written down yet"
        description="What you write often stands here, with fields that are filled for each creator."
      />
    );
  }
  return (
    <ul className="flex flex-col">
      {templates.map(({ id, name, html }) => (
        <li key={id} className="flex items-start gap-3 border-b border-line py-2 last:border-b-0">
          <div className="min-w-0 flex-1">
            <p className="font-medium">{name}</p>
            <div className="max-h-16 overflow-hidden text-sm text-ink-2">
              <RichTextView html={html} />
            </div>
          </div>
          {can('template.update') && (
            <Button
              variant="quiet"
              onClick={() => void archiveTemplate(slug, { id }).then(onArchived)}
              aria-label={`Archive ${name}`}
            >
              Archive
            </Button>
          )}
          <Button onClick={() => onPut(html)} aria-label={`Use ${name}`}>
            Use
          </Button>
        </li>
      ))}
    </ul>
  );
}
