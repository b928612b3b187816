// YAML as a form.
import type { Carrier } from '../carrier.js';
import { readYaml } from './read.js';
import { renderYamlDocuments } from './write.js';

/** Reads and writes YAML. */
export const yaml: Carrier = { read: readYaml, write: renderYamlDocuments };
