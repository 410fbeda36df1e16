/** Dates of posts: read from what dumps write, shown as ISO 8601. Knows no clock. */
import type { PostDate } from '../model.js';

/**
 * An ISO 8601 date, with or without a time, fraction and zone: `2025-05-30`, `2025-05-30 10:00`,
 * `2025-05-30T10:00:00.123+03:00`, and as databases write it: `2025-05-30 10:00:00+03`. Undefined where it is none.
 */
export function isoDate(text: string): PostDate | undefined {
  const parts =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2}|(?<=:.*)[+-]\d{2})?$/i.exec(
      text.trim(),
    );
  if (parts === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map(numberOrZero);
  const zone = zoneMinutes(parts[7]);
  return isZone(zone) ? civilDate({ year, month, day, hour, minute, second }, zone) : undefined;
}

/** No clock on earth is farther from UTC than 14 hours. */
function isZone(minutes: number | null): boolean {
  return Math.abs(minutes ?? 0) <= 14 * 60;
}

/** A moment in words of the calendar. */
export interface CivilTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** `zone` is minutes east of UTC, or null where it is not known. Undefined for a date that no calendar has. */
export function civilDate(time: CivilTime, zone: number | null): PostDate | undefined {
  const { year, month, day, hour, minute, second } = time;
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year);
  const isTime = hour <= 23 ? minute <= 59 && second <= 60 : hour === 24 && minute + second === 0;
  if (!isDay || !isTime || year < 1970) return undefined;
  const local = Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
  return { seconds: local - (zone ?? 0) * 60, utc: zone !== null };
}

function daysIn(month: number, year: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Seconds since 1970, as a number or as digits; milliseconds and finer are told by their size. */
export function unixDate(value: unknown): PostDate | undefined {
  const number = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || number < EARLIEST) return undefined;
  let seconds = number;
  while (seconds > LATEST) seconds /= 1000;
  return { seconds: Math.floor(seconds), utc: true };
}

/** March 1973: a smaller number is a year, a day written without hyphens, or a count of something else. */
const EARLIEST = 1e8;
/** The year 5138 in seconds, and 1973 in milliseconds: no dump has posts of either. */
const LATEST = 1e11;

/** `2025-05-30T10:00:00Z`; without the `Z` where the zone is not known. */
export function formatDate({ seconds, utc }: PostDate): string {
  const text = new Date(seconds * 1000).toISOString().slice(0, 19);
  return utc ? `${text}Z` : text;
}

/** Minutes east of UTC that `Z`, `UTC`, `+03:00`, `+0300` or `+03` says; null for nothing. */
export function zoneMinutes(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  if (sign === undefined) return 0;
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

/** Hours east of UTC of the zones that RFC 822 names; any other name may be that of two zones. */
const namedZones: Readonly<Record<string, number>> = {
  ...{ Z: 0, UT: 0, UTC: 0, GMT: 0 },
  ...{ EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 },
};

/** Minutes east of UTC of the zone called `name`, in capital letters; undefined for one that is not known for sure. */
export function namedZoneMinutes(name: string): number | undefined {
  const hours = Object.hasOwn(namedZones, name) ? namedZones[name] : undefined;
  return hours === undefined ? undefined : hours * 60;
}

function numberOrZero(digits: string | undefined): number {
  return Number(digits ?? 0);
}
