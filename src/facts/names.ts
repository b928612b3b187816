// Patterns and reserved words of v2 names.
import type { Dated } from '../model/dated.js';

/** Patterns derived from the prose of the v2 SDK, and reserved words. */
export interface NameRules {
  readonly name: RegExp;
  readonly username: RegExp;
  readonly database: RegExp;
  /** Numeric, although a string. */
  readonly lanId: RegExp;
  /** Takes whole user names that nobody may have. */
  readonly reservedUsername: RegExp;
  /** Databases that PostgreSQL makes for itself; none of them is the one that an application keeps its data in. */
  readonly systemDatabases: readonly string[];
  /** The special characters of which a v2 password needs one, and the only ones known to be accepted. */
  readonly passwordSpecials: string;
  /** Takes what is long enough, not too long, and has all four classes. */
  readonly passwordStrong: RegExp;
  /** Takes what consists of letters, digits and those special characters only. */
  readonly passwordPlain: RegExp;
  /** Takes what stands in templates in the place of a password. */
  readonly passwordPlaceholder: RegExp;
  readonly passwordMin: number;
  readonly passwordMax: number;
}

const passwordSpecials = '@$!%*?&';
const passwordMin = 8;
const passwordMax = 63;

/** The naming rules of v2. */
export const names: Dated<NameRules> = {
  data: {
    name: /^[A-Za-z0-9][A-Za-z0-9._-]{0,61}[A-Za-z0-9]$/,
    username: /^[A-Za-z0-9_]{2,16}$/,
    database: /^[A-Za-z0-9_]{2,63}$/,
    lanId: /^[0-9]+$/,
    reservedUsername: new RegExp(
      `^(?:${['postgres', 'admin', 'standby'].map(inAnyCase).join('|')}|${inAnyCase('pg_')}.*)$`,
    ),
    systemDatabases: ['postgres', 'template0', 'template1'],
    passwordSpecials,
    passwordStrong: new RegExp(
      `^(?=[\\s\\S]*[a-z])(?=[\\s\\S]*[A-Z])(?=[\\s\\S]*[0-9])(?=[\\s\\S]*[${passwordSpecials}])[\\s\\S]{${passwordMin},${passwordMax}}$`,
      'u',
    ),
    passwordPlain: new RegExp(`^[A-Za-z0-9${passwordSpecials}]*$`),
    passwordPlaceholder:
      /^(?:\$\{[^{}]*\}|\$[A-Z_][A-Z0-9_]*|\{\{[^{}]*\}\}|<[^<>]*>|\[redacted\]|\*+|x{3,}|(?:change[-_]?(?:me|it)|placeholder|todo)[^a-z]{0,8})$/i,
    passwordMin,
    passwordMax,
  },
  source:
    'v2 SDK model comments (patterns derived from their prose); ionoscloud-dbaas-postgres 3.0.1 (lengths); v1 SDK and ionosctl for API v2 (reserved names, "e.g."); PostgreSQL documentation (pg_, template databases)',
  checked: '2026-11-26',
};

/** A pattern for a word in any letter case: patterns of JSON Schema have no flags. */
function inAnyCase(word: string): string {
  return word.replaceAll(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
}
