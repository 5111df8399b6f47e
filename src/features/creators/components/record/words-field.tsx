'use client';

import { MultiCombobox } from '@/ui/combobox';
import { Field } from '@/ui/field';

interface WordsFieldProps {
  label: string;
  words: readonly string[];
  /** What is offered beside what one types. */
  offered?: readonly string[];
  name?: string;
  error?: string;
  /** How a word is called, where it is a code. */
  labelOf?: (word: string) => string;
  onChange: (words: string[]) => void;
}

/** A few words, chosen or typed. */
export function WordsField({
  label,
  words,
  offered = [],
  name,
  error,
  labelOf = (word) => word,
  onChange,
}: WordsFieldProps) {
  const option = (word: string) => ({ value: word, label: labelOf(word) });
  return (
    <Field label={label} name={name} error={error}>
      <MultiCombobox
        placeholder="Add…"
        options={offered.map(option)}
        value={words.map(option)}
        onValueChange={(options) => onChange(options.map(({ value }) => value))}
        onCreate={(word) => onChange([...words, word])}
      />
    </Field>
  );
}
