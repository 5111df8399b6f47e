'use client';

import { useCallback } from 'react';
import type { CreatorPage } from '@/features/creators/schemas/creator-list';
import { Avatar } from '@/ui/avatar';
import { callRead } from '@/ui/call-read';
import { Combobox } from '@/ui/combobox';
import type { ComboboxOption } from '@/ui/combobox-panel';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface CreatorComboboxProps {
  value: ComboboxOption | null;
  /** The creator that cannot be chosen. */
  except: string;
  onChange: (option: ComboboxOption | null) => void;
  placeholder?: string;
}

/** A creator, found by name, handle or mail. */
export function CreatorCombobox({ value, except, onChange, placeholder }: CreatorComboboxProps) {
  const { slug } = useWorkspace();
  const find = useCallback(
    async (query: string): Promise<readonly ComboboxOption[]> => {
      const words = query.trim();
      const page = await callRead<CreatorPage>(
        { workspace: slug, name: 'find-creators' },
        { limit: 20, ...(words !== '' && { q: words }) },
      );
      return page.data
        .filter(({ id }) => id !== except)
        .map(({ id, displayName, primaryHandle }) => ({
          value: id,
          label: displayName,
          hint: primaryHandle ? `@${primaryHandle}` : undefined,
          icon: <Avatar id={id} name={displayName} size="xs" />,
        }));
    },
    [slug, except],
  );
  return (
    <Combobox
      placeholder={placeholder ?? 'Name, handle, mail…'}
      loadOptions={find}
      value={value}
      onValueChange={onChange}
    />
  );
}
