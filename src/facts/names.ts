// Patterns and reserved words of v2 names.
import type { Dated } from '../model/dated.js';

/** Patterns derived from the prose of the v2 SDK, and reserved words. */
export interface NameRules {
  readonly name: RegExp;
  readonly username: RegExp;
  readonly database: RegExp;
  /** Numeric, although a string. */
  readonly lanId: RegExp;
  readonly reservedUsernames: readonly string[];
  /** Databases that PostgreSQL makes for itself; none of them is the one that an application keeps its data in. */
  readonly systemDatabases: readonly string[];
  /** The special characters of which a v2 password needs one, and the only ones known to be accepted. */
  readonly passwordSpecials: string;
  /** Takes what is long enough and has all four classes. */
  readonly passwordStrong: RegExp;
  /** Takes what consists of letters, digits and those special characters only. */
  readonly passwordPlain: RegExp;
  readonly passwordMin: number;
  /** Longest password that raises no doubt (v1 users had this limit). */
  readonly passwordMax: number;
}

const passwordSpecials = '@$!%*?&';
const passwordMin = 8;

/** The naming rules of v2. */
export const names: Dated<NameRules> = {
  data: {
    name: /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/,
    username: /^[A-Za-z0-9_]{1,16}$/,
    database: /^[A-Za-z0-9_]{1,63}$/,
    lanId: /^[0-9]+$/,
    reservedUsernames: ['postgres', 'admin', 'standby'],
    systemDatabases: ['postgres', 'template0', 'template1'],
    passwordSpecials,
    passwordStrong: new RegExp(
      `^(?=[^]*[a-z])(?=[^]*[A-Z])(?=[^]*[0-9])(?=[^]*[${passwordSpecials}])[^]{${passwordMin},}$`,
      'u',
    ),
    passwordPlain: new RegExp(`^[A-Za-z0-9${passwordSpecials}]*$`),
    passwordMin,
    passwordMax: 63,
  },
  source: 'v2 SDK model comments (patterns derived from their prose); PostgreSQL documentation (template databases)',
  checked: '2026-07-24',
};
