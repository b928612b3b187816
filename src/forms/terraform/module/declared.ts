// What files of a module declare: blocks at their places, variables and what gives them values.
import type { Json } from '../../../model/json.js';
import type { Place } from '../../../model/place.js';
import type { SourceProblem } from '../../../model/source.js';
import type { Block, Expression, HclFile } from '../syntax/tree.js';

/** A block and the file that it stands in. */
export interface Placed {
  readonly file: HclFile;
  readonly block: Block;
}

/** A file that is read and never written. */
export interface DataFile {
  readonly path: string;
  readonly kind: 'tf.json' | 'tfvars';
  /** Its value; undefined where it could not be read, and of tfvars in native syntax. */
  readonly value: Json | undefined;
  readonly problems: readonly SourceProblem[];
  /** The place of a member of a JSON file, by JSON Pointer. */
  readonly locate: (pointer: string) => Place | undefined;
}

/** What a name was given, and where. */
export interface Given {
  readonly source: string;
  readonly at: Place | undefined;
  readonly value: GivenValue;
}

/** An expression, or a value of a JSON file. */
export type GivenValue = { readonly expression: Expression } | { readonly json: Json };

/** A variable of a module. */
export interface Variable {
  readonly name: string;
  /** Undefined where it is declared in a JSON file. */
  readonly placed: Placed | undefined;
  readonly type: Expression | undefined;
  readonly default: Given | undefined;
  readonly description: string | undefined;
  readonly isSensitive: boolean;
  /** Whether `null` stands for itself, and not for the default. */
  readonly isNullable: boolean;
  readonly given: GivenInFiles;
}

/** Values from the files of variables of a folder. */
export interface GivenInFiles {
  /** From a file that Terraform loads by itself. */
  readonly loaded: Given | undefined;
  /** From files that a person may name. */
  readonly named: readonly Given[];
}
