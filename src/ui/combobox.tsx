'use client';

import { ChevronDown } from 'lucide-react';
import { Popover as Radix } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { Chip } from './chip';
import { cn } from './cn';
import { ComboboxPanel, type ComboboxOption } from './combobox-panel';
import { controlClass } from './control-class';
import { useFieldControl } from './field-context';
import { popClass } from './menu-class';
import { fillText, uiTexts } from './ui-texts';

interface ComboboxBase {
  /** A fixed list, filtered here … */
  options?: readonly ComboboxOption[];
  /** … or a search. Keep the function stable (module constant or `useCallback`). */
  loadOptions?: (query: string) => Promise<readonly ComboboxOption[]>;
  /** Offers what was typed when nothing is called so. */
  onCreate?: (text: string) => void;
  placeholder?: string;
  disabled?: boolean;
  /** Posts the chosen value(s) with the form. */
  name?: string;
  'aria-label'?: string;
}

export interface ComboboxProps extends ComboboxBase {
  value: ComboboxOption | null;
  onValueChange: (option: ComboboxOption | null) => void;
}

/** One of many, found by typing. The value is the whole option, since a search forgets the labels. */
export function Combobox({ value, onValueChange, ...base }: ComboboxProps) {
  const [open, setOpen] = useState(false);
  const pick = (option: ComboboxOption) => {
    onValueChange(option.value === value?.value ? null : option);
    setOpen(false);
  };
  return (
    <ComboboxFrame {...base} open={open} onOpenChange={setOpen} chosen={value ? [value] : []} onPick={pick}>
      {value && <span className="truncate">{value.label}</span>}
    </ComboboxFrame>
  );
}

export interface MultiComboboxProps extends ComboboxBase {
  value: readonly ComboboxOption[];
  onValueChange: (options: readonly ComboboxOption[]) => void;
}

/** Several of many; the list stays open, the chosen ones are chips under it. */
export function MultiCombobox({ value, onValueChange, ...base }: MultiComboboxProps) {
  const [open, setOpen] = useState(false);
  const without = (option: ComboboxOption) => value.filter((other) => other.value !== option.value);
  const pick = (option: ComboboxOption) => {
    const rest = without(option);
    onValueChange(rest.length < value.length ? rest : [...value, option]);
  };
  return (
    <div className="flex flex-col gap-1.5">
      <ComboboxFrame {...base} open={open} onOpenChange={setOpen} chosen={value} onPick={pick} />
      {value.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {value.map((option) => (
            <li key={option.value} className="min-w-0">
              <Chip
                onRemove={() => onValueChange(without(option))}
                removeLabel={fillText(uiTexts.removeNamed, { name: option.label })}
              >
                {option.label}
              </Chip>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface ComboboxFrameProps extends ComboboxBase {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  chosen: readonly ComboboxOption[];
  onPick: (option: ComboboxOption) => void;
  children?: ReactNode;
}

function ComboboxFrame(props: ComboboxFrameProps) {
  const { open, onOpenChange, chosen, name, children, placeholder = uiTexts.select, disabled } = props;
  const wiring = useFieldControl({});
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger
        id={wiring.id}
        role="combobox"
        aria-label={props['aria-label']}
        aria-describedby={wiring['aria-describedby']}
        aria-invalid={wiring['aria-invalid']}
        aria-required={wiring.required}
        disabled={disabled}
        className={cn(controlClass, 'flex h-control items-center gap-2 px-2 text-left')}
      >
        {children ?? <span className="truncate text-ink-3">{placeholder}</span>}
        <ChevronDown aria-hidden="true" className="ml-auto size-3.5 shrink-0 text-ink-3" />
      </Radix.Trigger>
      {name && chosen.map(({ value }) => <input key={value} type="hidden" name={name} value={value} />)}
      <Radix.Portal>
        <Radix.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={props['aria-label'] ?? placeholder}
          className={cn(popClass, 'w-(--radix-popover-trigger-width) min-w-52')}
        >
          <ComboboxPanel {...props} label={props['aria-label'] ?? placeholder} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
