'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { cancelImport } from '@/features/imports/actions';
import { ImportHeader } from '@/features/imports/components/import-header';
import { ColumnRow } from '@/features/imports/components/mapping/column-row';
import { FileNotes } from '@/features/imports/components/mapping/file-notes';
import { OpenQuestions } from '@/features/imports/components/mapping/open-questions';
import { PreviewRows } from '@/features/imports/components/mapping/preview-rows';
import { SettingsPane } from '@/features/imports/components/mapping/settings-pane';
import { useCheck } from '@/features/imports/components/mapping/use-check';
import { useMapping } from '@/features/imports/components/mapping/use-mapping';
import { usePreview } from '@/features/imports/components/mapping/use-preview';
import type { CommandRunner } from '@/features/imports/components/use-command';
import type { FollowedImport } from '@/features/imports/components/use-import';
import { Button } from '@/ui/button';
import { FormErrorSummary } from '@/ui/form-error-summary';
import { useFormat } from '@/ui/locale-provider';
import { Section } from '@/ui/section';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface MappingScreenProps {
  followed: FollowedImport;
  command: CommandRunner;
  /** The server has taken the mapping and counts what it will do. */
  onChecking: () => void;
  /** Back to what was expected with the mapping as it was. */
  onBack?: () => void;
}

/** Where each column goes, what is asked, and the first rows as they will be read. */
export function MappingScreen({ followed, command, onChecking, onBack }: MappingScreenProps) {
  const { current } = followed;
  const mapping = useMapping(current);
  const preview = usePreview(current, mapping);
  const check = useCheck({ followed, mapping, onChecking, asked: preview.answer?.ambiguities });
  const names = useMemo(() => new Map(current.columns.map(({ key }, index) => [key, `column.${index}`])), [current]);
  const errors = check.refused?.fields.map(({ path, message }) => ({
    path: names.get(path.replace(/^mapping\./, '')) ?? path,
    message,
  }));
  return (
    <>
      <ImportHeader
        imported={current}
        actions={
          <>
            {onBack ? <Button onClick={onBack}>Back</Button> : <Discard command={command} />}
            <Button variant="primary" pending={check.pending} onClick={() => void check.run()}>
              Check the list
            </Button>
          </>
        }
      />
      <div className="min-h-0 flex-1 overflow-y-auto p-5 max-sm:p-3">
        <div className="mx-auto grid max-w-6xl items-start gap-4 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="flex min-w-0 flex-col gap-4">
            {check.refused && <FormErrorSummary errors={errors} message={check.refused.message} />}
            <FileNotes imported={current} />
            <OpenQuestions
              questions={check.questions}
              settings={mapping.settings}
              missed={check.missed}
              onSettings={mapping.setSettings}
            />
            <Section title="Columns" variant="card" action={<Tally mapping={mapping} />}>
              <ul aria-label="Columns of the file" className="-m-3.5 divide-y divide-line">
                {current.columns.map((column) => (
                  <ColumnRow
                    key={column.key}
                    column={column}
                    name={names.get(column.key) ?? column.key}
                    target={mapping.targets[column.key] ?? column.guessed}
                    conflict={mapping.conflicts.get(column.key)}
                    type={mapping.settings.customTypes?.[column.key] ?? column.customType}
                    onTarget={(target) => mapping.setTarget(column.key, target)}
                    onType={(type) => mapping.setType(column.key, type)}
                  />
                ))}
              </ul>
            </Section>
            <PreviewRows {...preview} />
          </div>
          <SettingsPane imported={current} mapping={mapping} questions={check.questions} />
        </div>
      </div>
    </>
  );
}

function Discard({ command }: { command: CommandRunner }) {
  const router = useRouter();
  const { slug } = useWorkspace();
  const discard = async () => {
    if (await command.run(cancelImport)) router.push(`/${slug}/imports`);
  };
  return (
    <Button variant="quiet" pending={command.pending === cancelImport} onClick={() => void discard()}>
      Discard
    </Button>
  );
}

function Tally({ mapping: { targets, conflicts } }: { mapping: ReturnType<typeof useMapping> }) {
  const format = useFormat();
  const all = Object.values(targets);
  const fresh = all.filter((target) => target.startsWith('custom:')).length;
  const left = all.filter((target) => target === 'ignore').length;
  const parts = [
    `${format.number(all.length - fresh - left)} to fields`,
    ...(fresh > 0 ? [`${format.number(fresh)} custom`] : []),
    ...(left > 0 ? [`${format.number(left)} left out`] : []),
    ...(conflicts.size > 0 ? [`${format.number(conflicts.size)} in conflict`] : []),
  ];
  return <span className="num text-sm text-ink-3">{parts.join(' · ')}</span>;
}
