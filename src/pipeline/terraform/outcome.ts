// What comes of the modules of a run.
import type { AnyTranslation } from '../../model/translation.js';

/** What came of the modules of a run. */
export interface ModuleOutcome {
  readonly translations: readonly ModuleTranslation[];
  readonly modules: readonly ModuleTexts[];
}

/** A translation, whose documents have texts such as `${var.ram / 1024}` for expressions, and the file that its block stands in. */
export interface ModuleTranslation {
  readonly source: string;
  readonly translation: AnyTranslation;
}

/** The files of a module after the conversion. */
export interface ModuleTexts {
  readonly folder: string;
  /** Whether nothing of it was converted, since something in it, or in a module that has to import it, is blocked. */
  readonly isBlocked: boolean;
  readonly files: readonly ModuleText[];
}

/** A `.tf` file. */
export interface ModuleText {
  readonly path: string;
  readonly text: string;
  readonly isChanged: boolean;
}
