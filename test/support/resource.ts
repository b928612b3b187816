// A cluster as a resource, whose values may be expressions, translated without any form around it.
import { type Algebra, createOpaque, isOpaque } from '../../src/model/opaque.js';
import { valueAt } from '../../src/model/path.js';
import type { SourceDocument } from '../../src/model/source.js';
import { bodyOf } from '../../src/model/translation.js';
import { documentOf } from '../../src/pipeline/document.js';
import { translateResource } from '../../src/pipeline/terraform/translate-resource.js';
import { prepareOptions, type TranslateOptions } from '../../src/supply/options.js';

const algebra: Algebra = {
  divide: (text, by) => `${text} / ${by}`,
  divideUp: (text, by) => `ceil(${text} / ${by})`,
  multiply: (text, by) => `(${text} * ${by})`,
  lower: (text) => `lower(${text})`,
  differs: (text, other) => `(${text} != ${other})`,
  upper: (text) => `upper(${text})`,
  choose: (condition, then, otherwise) => `${condition} ? ${then} : ${otherwise}`,
  literal: (value) => JSON.stringify(value),
};
/** Where known expressions are known from. */
export const told = 'the default of var.it (variables.tf:1:1)';
const properties = {
  displayName: 'orders',
  postgresVersion: '15',
  location: 'de/txl',
  instances: 3,
  cores: 4,
  ram: 8192,
  storageSize: 20480,
  backupLocation: 'eu-central-3',
  synchronizationMode: 'ASYNCHRONOUS',
  connections: [{ datacenterId: '7d1b0c52-93ae-4f60-8a2d-51c6e0b7f394', lanId: '3', cidr: '10.17.40.21/24' }],
  maintenanceWindow: { time: '02:15:00', dayOfTheWeek: 'Tuesday' },
  credentials: { username: 'app', password: 'Quill4!Inkpot' },
};

/** Translates a sound cluster with some of its properties changed. */
export function translateCluster(changed: Readonly<Record<string, unknown>>, options: TranslateOptions = {}) {
  const prepared = prepareOptions({ ...options, set: { 'credentials.database': 'app', ...options.set } });
  const value = { id: '5b0e7a14-c2d9-4f83-9b16-0d7ae41c8e25', properties: { ...properties, ...changed } };
  const source = { value, problems: [], line: 1, locate: () => undefined, comments: () => [], algebra };
  const document = { ...documentOf(value, prepared), source: source as unknown as SourceDocument };
  const translation = translateResource(document, prepared.supplyFor(value.id, undefined));
  const codes = translation.findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
  const textOf = (...path: string[]) => {
    const found = valueAt(bodyOf(translation), path);
    return isOpaque(found) ? found.text : found;
  };
  return { ...translation, codes, textOf };
}

/** An expression that is known to give a value. */
export function known(text: string, value: string | number | boolean) {
  return createOpaque({ text, known: value, told });
}

/** An expression of which nothing tells what it gives. */
export function unknown(text: string) {
  return createOpaque({ text, known: undefined });
}
