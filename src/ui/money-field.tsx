'use client';

import { useId, useState, type FocusEvent } from 'react';
import { FieldContext } from './field-context';
import { currencyDigits } from './format';
import { Input } from './input';
import { useLocale } from './locale-provider';
import { parseMoney, type ParsedMoney } from './parse-money';
import { Select } from './select';
import { fillText, uiTexts } from './ui-texts';

export interface MoneyValue {
  /** Minor units of the currency: cents, yen, fils. */
  amountMinor: number;
  /** ISO 4217. */
  currency: string;
}

export interface MoneyFieldProps {
  /** What it begins with; give another `key` to begin again. */
  defaultValue?: MoneyValue | null;
  /** The currencies to choose from; with one there is no choice. */
  currencies: readonly [string, ...string[]];
  /** Null while there is no amount that can be read. */
  onValueChange?: (value: MoneyValue | null) => void;
  /** Posts `<name>.amountMinor` and `<name>.currency` with the form. */
  name?: string;
  disabled?: boolean;
  'aria-label'?: string;
}

/** An amount typed as this person writes amounts. An amount it cannot read is said so and keeps the form from being sent. */
export function MoneyField({ defaultValue, currencies, onValueChange, name, disabled, ...aria }: MoneyFieldProps) {
  const { locale } = useLocale();
  const errorId = useId();
  const [currency, setCurrency] = useState(defaultValue?.currency ?? currencies[0]);
  const [text, setText] = useState(defaultValue ? amountText(defaultValue, locale) : '');
  const [left, setLeft] = useState(false);
  const parsed = parseMoney(text, currency, locale);
  const error = messageOf(parsed, currency, locale);
  const shownError = left ? error : undefined;

  const change = (nextText: string, nextCurrency: string) => {
    setText(nextText);
    setCurrency(nextCurrency);
    const next = parseMoney(nextText, nextCurrency, locale);
    onValueChange?.(next.ok ? { amountMinor: next.amountMinor, currency: nextCurrency } : null);
  };
  const tidy = (event: FocusEvent<HTMLInputElement>) => {
    setLeft(true);
    event.target.setCustomValidity(error ?? '');
    if (parsed.ok) setText(amountText({ amountMinor: parsed.amountMinor, currency }, locale));
  };

  return (
    <div className="flex flex-col gap-1">
      <div className="flex gap-1.5">
        <Input
          {...aria}
          inputMode="decimal"
          autoComplete="off"
          className="num text-right"
          value={text}
          disabled={disabled}
          aria-invalid={shownError ? true : undefined}
          aria-describedby={shownError && errorId}
          onChange={(event) => {
            event.target.setCustomValidity('');
            change(event.target.value, currency);
          }}
          onBlur={tidy}
        />
        <CurrencyChoice
          currency={currency}
          currencies={currencies}
          disabled={disabled}
          onChange={(next) => change(text, next)}
        />
      </div>
      {shownError && (
        <p id={errorId} className="text-sm text-late">
          {shownError}
        </p>
      )}
      {name && parsed.ok && (
        <>
          <input type="hidden" name={`${name}.amountMinor`} value={parsed.amountMinor} />
          <input type="hidden" name={`${name}.currency`} value={currency} />
        </>
      )}
    </div>
  );
}

function CurrencyChoice(props: {
  currency: string;
  currencies: readonly string[];
  disabled?: boolean;
  onChange: (currency: string) => void;
}) {
  if (props.currencies.length === 1) return <span className="flex items-center text-ink-2">{props.currency}</span>;
  return (
    // Outside the field's wiring: its label, id and error belong to the amount.
    <FieldContext value={null}>
      <Select
        aria-label={uiTexts.money.currency}
        className="w-24 shrink-0"
        value={props.currency}
        disabled={props.disabled}
        options={props.currencies.map((value) => ({ value, label: value }))}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </FieldContext>
  );
}

function amountText({ amountMinor, currency }: MoneyValue, locale: string): string {
  const digits = currencyDigits(currency);
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return format.format(amountMinor / 10 ** digits);
}

/** What to tell about a text that is no amount; nothing for one that is, or for none. */
function messageOf(parsed: ParsedMoney, currency: string, locale: string): string | undefined {
  if (parsed.ok || parsed.reason === 'empty') return undefined;
  const { notANumber, tooPrecise, tooPreciseNone, tooLarge, negative } = uiTexts.money;
  if (parsed.reason === 'too_large') return tooLarge;
  if (parsed.reason === 'negative') return negative;
  const digits = currencyDigits(currency);
  if (parsed.reason === 'too_precise') return fillText(digits ? tooPrecise : tooPreciseNone, { currency, digits });
  return fillText(notANumber, { example: amountText({ amountMinor: 1250 * 10 ** digits, currency }, locale) });
}
