// Whether a number survived parsing: its decimal value as written against what JavaScript kept of it.

/** Whether a decimal number as written has exactly the value that JavaScript would write for it. */
export function keepsDigits(written: string, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  // Fifteen digits always survive in the range where doubles have their full precision.
  const size = Math.abs(value);
  if (written.length <= 15 && size > 1e-300 && size < 1e300) return true;
  return normaliseDecimal(written) === normaliseDecimal(String(value));
}

/** A decimal number as `digits e exponent` without leading and trailing zeros; the sign of zero is not kept. */
function normaliseDecimal(text: string): string {
  const sign = text.startsWith('-') ? '-' : '';
  const [mantissa = '', exponent = '0'] = text.replace(/^[-+]/, '').toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = whole + fraction;
  let start = 0;
  let end = digits.length;
  while (start < end && digits.charCodeAt(start) === 48) start++;
  while (end > start && digits.charCodeAt(end - 1) === 48) end--;
  if (start === end) return '0';
  return `${sign}${digits.slice(start, end)}e${Number(exponent) - fraction.length + (digits.length - end)}`;
}
