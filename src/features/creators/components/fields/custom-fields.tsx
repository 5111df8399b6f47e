'use client';

import { ListPlus, Pencil, Plus, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { CustomFieldDialog } from '@/features/creators/components/fields/custom-field-dialog';
import { customFieldTypeLabels } from '@/features/creators/components/labels.data';
import { archiveCustomField, restoreCustomField } from '@/features/creators/custom-field-actions';
import type { CustomFieldDto } from '@/features/creators/schemas/custom-field';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { IconButton } from '@/ui/icon-button';
import { notify } from '@/ui/notify';
import { Section } from '@/ui/section';
import { useWorkspace } from '@/ui/shell/workspace-scope';

/** The fields that the workspace added to its creators: made, renamed and put away here. */
export function CustomFields({ fields }: { fields: CustomFieldDto[] }) {
  const { slug } = useWorkspace();
  const router = useRouter();
  const [editing, setEditing] = useState<CustomFieldDto | 'new' | null>(null);

  async function restore({ id }: CustomFieldDto) {
    const answer = await restoreCustomField(slug, { id });
    if (!answer.ok) notify.failed('The field was not restored', { description: answer.error.message });
    router.refresh();
  }

  async function archive(field: CustomFieldDto) {
    const answer = await archiveCustomField(slug, { id: field.id });
    if (answer.ok) {
      notify.undoable(`“${field.label}” was put away`, () => void restore(field), {
        description: 'Creators keep the values they have in it.',
      });
    } else notify.failed('The field was not put away', { description: answer.error.message });
    router.refresh();
  }

  const create = (
    <Button variant="primary" icon={<Plus />} onClick={() => setEditing('new')}>
      New field
    </Button>
  );
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4">
      {fields.length === 0 ? (
        <EmptyState
          icon={<ListPlus />}
          title="No field of your own yet"
          description="What you note of every creator and nothing here has a place for: a shoe size, a program they are in, the day a trial ends. It can be filled in, filtered by, imported and exported."
          action={create}
        />
      ) : (
        <Section title="Fields of creators" variant="card" action={create}>
          <ul className="divide-y divide-line">
            {fields.map((field) => (
              <FieldRow
                key={field.id}
                field={field}
                onEdit={() => setEditing(field)}
                onArchive={() => void archive(field)}
              />
            ))}
          </ul>
        </Section>
      )}
      {editing && (
        <CustomFieldDialog
          field={editing === 'new' ? null : editing}
          onClose={() => {
            setEditing(null);
            router.refresh();
          }}
        />
      )}
    </div>
  );
}

interface FieldRowProps {
  field: CustomFieldDto;
  onEdit: () => void;
  onArchive: () => void;
}

function FieldRow({ field, onEdit, onArchive }: FieldRowProps) {
  const { label, type, options } = field;
  return (
    <li className="flex items-center gap-x-3 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">
          <bdi>{label}</bdi>
        </p>
        <p className="truncate text-sm text-ink-3">
          {customFieldTypeLabels[type]}
          {options.length > 0 && ` · ${options.join(', ')}`}
        </p>
      </div>
      <IconButton aria-label={`Change ${label}`} icon={<Pencil />} onClick={onEdit} />
      <IconButton aria-label={`Put ${label} away`} icon={<Trash2 />} onClick={onArchive} />
    </li>
  );
}
