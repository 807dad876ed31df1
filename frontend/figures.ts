/** How figures are written on an axis and in a tooltip: the same words as on the pages. */
export type Unit = 'CORES' | 'BYTES' | 'BYTES_PER_SECOND' | 'PER_SECOND' | 'COUNT' | 'SECONDS' | 'SHARE';

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

function short(value: number): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits }).replaceAll(',', '\u202f');
}

function bytes(value: number): string {
  let unit = 0;
  let scaled = value;
  while (Math.abs(scaled) >= 1000 && unit < BYTE_UNITS.length - 1) {
    scaled /= 1000;
    unit += 1;
  }
  return `${short(scaled)} ${BYTE_UNITS[unit]}`;
}

function seconds(value: number): string {
  if (value < 120) return `${short(value)} s`;
  return value < 7200 ? `${short(value / 60)} min` : `${short(value / 3600)} h`;
}

export function written(value: number, unit: Unit): string {
  switch (unit) {
    case 'CORES':
      return Math.abs(value) < 1 && value !== 0 ? `${short(value * 1000)} m` : short(value);
    case 'BYTES':
      return bytes(value);
    case 'BYTES_PER_SECOND':
      return `${bytes(value)}/s`;
    case 'PER_SECOND':
      return `${short(value)}/s`;
    case 'SECONDS':
      return seconds(value);
    case 'SHARE':
      return `${short(value * 100)} %`;
    default:
      return short(value);
  }
}
