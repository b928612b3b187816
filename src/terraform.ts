// The subpath `ionos-pg-migrate/terraform`: modules of Terraform, all files of a run at once, translated in place.
import type { ModuleFile, StateInstance } from './forms/terraform/module/module.js';
import type { ModuleOutcome } from './pipeline/terraform/outcome.js';
import { translateModules } from './pipeline/terraform/translate-module.js';
import { prepareOptions, type TranslateOptions } from './supply/options.js';

export { listSecretRanges } from './forms/terraform/mask.js';
export type { ModuleFile, StateInstance } from './forms/terraform/module/module.js';
export { isState, listInstances } from './forms/terraform/state.js';
export type { ModuleOutcome, ModuleText, ModuleTexts, ModuleTranslation } from './pipeline/terraform/outcome.js';
export { translateModules } from './pipeline/terraform/translate-module.js';
export { type ComparedModules, verifyModules } from './verify/modules/verify-modules.js';

/** Options of a translation of modules. */
export interface TerraformOptions extends TranslateOptions {
  /** What `listInstances` finds in the states of root modules, by the folder of the module; that of paths without one is empty. */
  readonly states?: Readonly<Record<string, readonly StateInstance[]>>;
}

/**
 * Translates the Terraform modules in files: `.tf`, `.tf.json` and tfvars of one folder or several, each by its path with
 * forward slashes. What is wrong with them is said by findings; a wrong option throws a TypeError that names it.
 */
export function translateModule(files: readonly ModuleFile[], options: TerraformOptions = {}): ModuleOutcome {
  const { states = {}, ...rest } = options;
  return translateModules(files, prepareOptions(rest), new Map(Object.entries(states)));
}
