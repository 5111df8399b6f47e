/** The currencies fees are offered in, the most usual first. */
export const currencies: readonly [string, ...string[]] = [
  'EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'HUF', 'RON', 'BGN', 'TRY', 'UAH', 'CAD', 'AUD', 'NZD',
  'JPY', 'KRW', 'CNY', 'HKD', 'SGD', 'INR', 'IDR', 'THB', 'MYR', 'PHP', 'VND', 'AED', 'SAR', 'KWD', 'ILS', 'EGP', 'ZAR',
  'NGN', 'KES', 'BRL', 'MXN', 'ARS', 'CLP', 'COP',
]; // prettier-ignore
