const personal = new Set([
  'birthday',
  'shippingAddress',
  'billingAddress',
  'vatId',
  'sizes',
  'address',
  'number',
  'to',
  'cc',
  'emails',
  'phones',
]);
const money = new Set(['amountMinor', 'currency']);

/** A payload without the fields that a person without sight of money or personal data is not shown; they read null. */
export function hideFields(payload: unknown, sees: { money: boolean; personal: boolean }): unknown {
  if (Array.isArray(payload)) return payload.map((part) => hideFields(part, sees));
  if (typeof payload !== 'object' || payload === null) return payload;
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => {
      const hidden = (!sees.personal && personal.has(name)) || (!sees.money && money.has(name));
      return [name, hidden ? null : hideFields(value, sees)];
    }),
  );
}
