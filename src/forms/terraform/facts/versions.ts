// Version constraints as Terraform writes them: `>= 6.4.0, < 7.0.0`, `~> 6.7`.

type Version = readonly [major: number, minor: number, patch: number];

interface Constraint {
  readonly operator: '=' | '!=' | '>' | '>=' | '<' | '<=' | '~>';
  readonly version: Version;
  /** How many numbers were written. */
  readonly segments: number;
}

const written = /^(=|!=|>=|>|<=|<|~>)?\s*v?(\d+)(?:\.(\d+))?(?:\.(\d+))?$/;

/** What constraints say about a version that is needed, or a newer one. */
export type Verdict =
  /** Neither the needed version nor a newer one is admitted. */
  | 'excluded'
  /** Older ones are admitted, too. */
  | 'older'
  /** Only what is new enough is. */
  | 'new';

/** Compares constraints with the oldest version that will do; undefined for what cannot be read. */
export function judgeConstraints(text: string, needed: string): Verdict | undefined {
  const constraints = readConstraints(text);
  const version = readVersion(needed);
  if (!constraints || !version) return undefined;
  if (!constraints.every((constraint) => admitsNewer(constraint, version))) return 'excluded';
  return constraints.some((constraint) => excludesOlder(constraint, version)) ? 'new' : 'older';
}

/** Constraints that admit the needed version and newer ones, with the upper bounds of the old ones where these admit it. */
export function raiseConstraints(text: string, needed: string): string {
  const constraints = readConstraints(text);
  const version = readVersion(needed);
  if (!constraints || !version || judgeConstraints(text, needed) === 'excluded') return `>= ${needed}`;
  const near = constraints.find(
    ({ operator, segments, version: [major, minor] }) =>
      operator === '~>' && segments === 3 && major === version[0] && minor === version[1],
  );
  const upper = constraints.filter((constraint) => constraint !== near).flatMap(writeUpper);
  return [near ? `~> ${needed}` : `>= ${needed}`, ...upper].join(', ');
}

function writeUpper(constraint: Constraint): string[] {
  const { operator, version, segments } = constraint;
  if (operator === '~>') return [`< ${endOf(constraint).join('.')}`];
  return operator === '<' || operator === '<=' || operator === '!='
    ? [`${operator} ${version.slice(0, segments).join('.')}`]
    : [];
}

function readConstraints(text: string): readonly Constraint[] | undefined {
  const constraints = text.split(',').map((part) => {
    const found = written.exec(part.trim());
    if (!found) return undefined;
    const [, operator = '=', ...numbers] = found;
    const given = numbers.filter((number) => number !== undefined).map(Number);
    const [major = 0, minor = 0, patch = 0] = given;
    return {
      operator: operator as Constraint['operator'],
      version: [major, minor, patch] as const,
      segments: given.length,
    };
  });
  return constraints.every((constraint) => constraint !== undefined) ? constraints : undefined;
}

function readVersion(text: string): Version | undefined {
  return readConstraints(text)?.[0]?.version;
}

function compare(left: Version, right: Version): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

/** The first version that `~>` no longer admits. */
function endOf({ version: [major, minor], segments }: Constraint): Version {
  return segments === 3 ? [major, minor + 1, 0] : [major + 1, 0, 0];
}

function admitsNewer(constraint: Constraint, needed: Version): boolean {
  const { operator, version } = constraint;
  if (operator === '<') return compare(version, needed) > 0;
  if (operator === '<=' || operator === '=') return compare(version, needed) >= 0;
  return operator === '~>' ? compare(endOf(constraint), needed) > 0 : true;
}

function excludesOlder({ operator, version: [major, minor, patch] }: Constraint, needed: Version): boolean {
  if (operator === '>') return compare([major, minor, patch + 1], needed) >= 0;
  return (operator === '>=' || operator === '=' || operator === '~>') && compare([major, minor, patch], needed) >= 0;
}
