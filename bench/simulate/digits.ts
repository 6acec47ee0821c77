/** How the page writes numbers. */

export const number = (value: number, digits = 0): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Few digits: a simulation has no more. */
export const short = (value: number): string =>
  value >= 100 ? number(value) : value >= 1 ? number(value, 1) : value === 0 ? '0' : value.toPrecision(2);

export const usd = (value: number): string => (value >= 100 ? number(value) : number(value, 2));
