// The report as a value, taken by every format. It holds no secret, and no document but in previews.
import type { Change } from '../model/change.js';
import type { Finding } from '../model/finding.js';
import type { Json } from '../model/json.js';
import type { RuleDocumentation } from '../model/rule-documentation.js';
import type { Kind, PlacedComment, Status, Target, V2Request } from '../model/translation.js';
import type { EndOf } from './region.js';
import type { RunOption } from './supply-line.js';
import type { Tally } from './tally.js';
import type { FailOn } from './verdict.js';

/** The program that wrote a report. */
export interface Tool {
  readonly name: string;
  readonly version?: string;
}

/** What a report is on. */
export interface Subject {
  /** Translations, or v1 documents compared with v2 documents, where drift and loss are told. */
  readonly what: 'translation' | 'comparison';
  /** When, as ISO 8601 in UTC; only whoever has a clock says it. */
  readonly date?: string;
  /** What was read, in the words of a command line. */
  readonly inputs?: readonly string[];
}

/** A finding in a report. */
export interface ReportFinding extends Finding {
  /** The same in every run as long as the document and the finding in it are the same, wherever its lines moved. */
  readonly fingerprint: string;
  /** Whether an earlier report lacks it; absent without an earlier report. */
  readonly isNew?: boolean;
  readonly there?: NonNullable<Finding['there']> & {
    /** The file's path below the project, with `/`. */
    readonly path: string;
  };
  /** The path of the file it stands in, where that is another than the document's. */
  readonly path?: string;
}

/** What would be sent, for people to look at and copy: secrets are `[redacted]`. */
export interface V2Preview {
  readonly body: Json;
  /** JSON Patch (RFC 6902) from the v1 document to the body; absent where the v1 document is not at hand. */
  readonly patch?: readonly Json[];
}

/** One document of a report. */
export interface ReportDocument {
  /** Unique in the report, and the same in every run: `doc-` and hexadecimal digits. */
  readonly anchor: string;
  /** Its file, and where in the file it stands if it is not the whole of it. */
  readonly label: string;
  /** Name of the file as it was given, or `<stdin>`. */
  readonly source: string;
  /** The file's path below the project, with `/`; `stdin` for piped input. */
  readonly path: string;
  readonly index: number;
  /** Whether it is one line of many, so that what is wrong with it is wrong with it alone. */
  readonly isLine: boolean;
  readonly pointer?: string;
  /** Its address in Terraform. */
  readonly address?: string;
  readonly kind: Kind;
  readonly target?: Target;
  readonly status: Status;
  readonly name?: string;
  readonly id?: string;
  /** What the document is known by where it has no id. */
  readonly digest?: string;
  readonly location?: string;
  readonly request?: V2Request;
  readonly changes: readonly Change[];
  readonly findings: readonly ReportFinding[];
  readonly strandedComments: readonly PlacedComment[];
  /** Options of the run that its command lines repeat. */
  readonly options: readonly RunOption[];
  /** The column after the field at a place, and after its value where that stands on the same line. */
  readonly endOf: EndOf;
  /** Made when asked, since only some formats show it; undefined where there is nothing to send. */
  readonly preview: () => V2Preview | undefined;
}

/** What all formats are made of. */
export interface Report {
  readonly tool: Tool;
  readonly subject: Subject;
  readonly totals: Tally;
  readonly documents: readonly ReportDocument[];
  /** What there is to say of the run beside its documents. */
  readonly run: readonly ReportFinding[];
  /** The least severity that fails the run. */
  readonly failOn: FailOn;
  /** The exit code that the run comes to, as far as the report itself is written. */
  readonly exitCode: number;
  /** The rules that findings and changes name, in the order of the registry. */
  readonly rules: readonly RuleDocumentation[];
  /** Where the rules are documented; the anchor of a rule is added. */
  readonly rulesUrl: string | undefined;
}
