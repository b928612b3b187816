// What the rules on answers of v2 have in common: values that stay, dates, and places on the v2 host.
import { readDateTime } from '../model/date-time.js';
import { type Context, info, silent, warning } from './define.js';

/** Leaves that are at the same paths in v1 and v2. */
export function keep<const Paths extends readonly string[]>(...paths: Paths) {
  return { from: paths, to: paths } as const;
}

/** A leaf that is at the same path in v1 and v2, with the value of an answer that does not say it. */
export function keepOr<const Path extends string, Value>(path: Path, choose: (context: Context) => Value) {
  return { ...keep(path), fallback: (context: Context) => ({ value: choose(context), says: silent }) } as const;
}

/** A date, which is an RFC 3339 date-time in v2; `operation` tells it on the v2 host. */
export function keepDate<const Path extends string>(path: Path, operation: string) {
  const field = path.slice(path.lastIndexOf('.') + 1);
  return {
    ...keep(path),
    messages: {
      utc: info('{field} was rewritten as the same time in UTC, with Z.'),
      'no-zone': warning('{field} names no zone and is taken as UTC.', `Compare with GET ${operation} on the v2 host.`),
      'not-a-time': warning(
        '{field} is no RFC 3339 date-time and is left out.',
        `Take it from GET ${operation} on the v2 host.`,
      ),
    },
    map: ([value]: readonly [string | undefined]) => {
      const time = value === undefined ? undefined : readDateTime(value);
      if (!value || time?.utc === value) return { values: [time?.utc] } as const;
      const id = time === undefined ? 'not-a-time' : time.hasZone ? 'utc' : 'no-zone';
      return { values: [time?.utc], says: [{ id, data: { field } }] } as const;
    },
  } as const;
}

/** The place of a resource on the v2 host; where v1 names one, it is of a host that is gone. */
export function composeHref(collection: 'clusters' | 'backups') {
  return {
    ...keep('href'),
    url: true,
    looks: ['id', 'location'],
    map: () => ({}),
    derive: ([id, location]: readonly (string | undefined)[], context: Context) => {
      const host = hostOf(location, context);
      return host === undefined || id === undefined
        ? undefined
        : `${host}${context.basePath ?? ''}/${collection}/${id}`;
    },
  } as const;
}

/** The v2 host that answers for a location. */
export function hostOf(location: string | undefined, { facts }: Pick<Context, 'facts'>): string | undefined {
  return location !== undefined && Object.hasOwn(facts.locations, location) ? facts.locations[location] : undefined;
}

/** The location that a v2 host answers for. */
export function locationOf(host: string | undefined, { facts }: Pick<Context, 'facts'>): string | undefined {
  return Object.entries(facts.locations).find(([, url]) => url === host)?.[0];
}
