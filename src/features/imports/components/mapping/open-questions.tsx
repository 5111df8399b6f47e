'use client';

import type { MappingSettings } from '@/features/imports/components/mapping/use-mapping';
import type { Ambiguity } from '@/features/imports/model/find-ambiguities';
import { DATE_ORDERS, parseDate } from '@/features/imports/model/parse-date';
import { parseNumber } from '@/features/imports/model/parse-number';
import type { Format } from '@/ui/format';
import { useFormat } from '@/ui/locale-provider';
import { RadioGroup, type RadioOption } from '@/ui/radio-group';
import { StatusIcon } from '@/ui/status-icon';

interface OpenQuestionsProps {
  questions: Ambiguity[];
  settings: MappingSettings;
  /** The person wanted to go on without an answer. */
  missed: boolean;
  onSettings: (change: Partial<MappingSettings>) => void;
}

const titles = {
  dateOrder: 'Which date is meant?',
  decimal: 'Which number is meant?',
  platform: 'Whose handles are these?',
};

/** What the file leaves open and nobody but a person can know, each answer shown with cells of the file. */
export function OpenQuestions({ questions, settings, missed, onSettings }: OpenQuestionsProps) {
  const format = useFormat();
  return questions.map((question) => {
    const answer = settings[question.setting];
    return (
      <section
        key={question.setting}
        id={questionId(question)}
        tabIndex={-1}
        aria-label={titles[question.setting]}
        className="tone-attention tone-panel rounded-md border px-3.5 py-3"
      >
        <h2 className="flex items-center gap-2 font-semibold">
          <StatusIcon name={answer ? 'check' : 'bang'} className="size-3.5 text-attention" />
          {titles[question.setting]}
        </h2>
        <p className="mt-0.5 mb-2 text-ink-2">
          {question.columns.map((column) => `“${column}”`).join(', ')}{' '}
          {question.columns.length === 1 ? 'holds' : 'hold'} values that can be read in more than one way.
        </p>
        <RadioGroup
          legend={titles[question.setting]}
          hideLegend
          options={question.choices.map((choice) => choiceOf(question, choice, format))}
          value={answer ?? ''}
          onValueChange={(value) => onSettings({ [question.setting]: value })}
          error={missed && !answer ? 'Choose one to go on.' : undefined}
        />
      </section>
    );
  });
}

export function questionId({ setting }: Ambiguity): string {
  return `question-${setting}`;
}

const orderLabels = { dmy: 'Day first', mdy: 'Month first', ymd: 'Year first' };
const markLabels = { '.': 'Decimal point', ',': 'Decimal comma' };

function choiceOf({ setting, examples }: Ambiguity, choice: string, format: Format): RadioOption {
  const order = DATE_ORDERS.find((known) => known === choice);
  if (setting === 'dateOrder' && order) {
    const hint = examples.slice(0, 2).map((cell) => `${cell} is ${format.day(parseDate(cell, order))}`);
    return { value: choice, label: orderLabels[order], hint: hint.join(' · ') };
  }
  if (setting === 'decimal' && (choice === '.' || choice === ',')) {
    const hint = examples.slice(0, 2).map((cell) => `${cell} is ${readNumber(cell, choice, format)}`);
    return { value: choice, label: markLabels[choice], hint: hint.join(' · ') };
  }
  return { value: choice, label: choice };
}

function readNumber(cell: string, decimal: '.' | ',', format: Format): string {
  return format.number(parseNumber(cell, decimal)?.value, { maximumFractionDigits: 6 });
}
