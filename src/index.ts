// The public surface of the library. Synchronous, total on bad input, without clock, files or environment.

import { carriers, readText } from './forms/all.js';
import type { RenderOptions } from './forms/groups.js';
import type { Finding } from './model/finding.js';
import type { Format } from './model/source.js';
import { isListTarget } from './model/translation.js';
import { documentOf } from './pipeline/document.js';
import { refuseNoText, translateItems } from './pipeline/documents.js';
import { withoutItems } from './pipeline/lists.js';
import { translateDocument } from './pipeline/translate.js';
import { openTranslator, type SourceTranslator } from './pipeline/translator.js';
import { makePatch, type PatchOperation } from './report/json-patch.js';
import type { Translation } from './schema/documents.js';
import { prepareOptions, type TranslateOptions } from './supply/options.js';
import { verifyValues } from './verify/entries.js';

export type { ReadText } from './forms/carrier.js';
export { isEnvelope, type RenderOptions } from './forms/groups.js';
export { isTerraformText } from './forms/guess.js';
export { formatNames, formOfFile, forms, isScript, readAs } from './forms/index.js';
export { readJson } from './forms/json/read.js';
export { renderArrayItem } from './forms/json/write.js';
export { readNdjsonLine, refuseNdjsonLine } from './forms/ndjson/read.js';
export { renderNdjsonText } from './forms/ndjson/write.js';
export { type DecodedText, decodeText } from './forms/text/decode.js';
export { describeProblem } from './forms/text/problems.js';
export { detectJsonStyle } from './forms/text/style.js';
export type { Change, ChangeKind } from './model/change.js';
export { isDigest } from './model/digest.js';
export type { Finding, Section, Severity } from './model/finding.js';
export { listAsked, sections, severities } from './model/finding.js';
export { groupBy } from './model/group.js';
export { type Json, type JsonObject, redacted } from './model/json.js';
export { fromPointer, textAt, valueAt } from './model/path.js';
export type { Place } from './model/place.js';
export { formatPlace } from './model/place.js';
export { findStringEnd } from './model/quoted.js';
export type { MessageDocumentation, RuleDocumentation } from './model/rule-documentation.js';
export { isSecretMember, isSecretName, mentionsSecret } from './model/secret.js';
export { listSecrets } from './model/secret-values.js';
export type { Format, SourceDocument, SourceProblem, Style } from './model/source.js';
export { indexTexts, type TextIndex } from './model/text-index.js';
export type { AnyTranslation, Kind, PlacedComment, Status, Target, V2Request } from './model/translation.js';
export { bodyOf, originalOf } from './model/translation.js';
export { trimOf } from './model/trim.js';
export { isUuid, toClusterKey } from './model/uuid.js';
export type { TextOrigin } from './pipeline/document.js';
export { refuseText } from './pipeline/documents.js';
export { describeScript } from './pipeline/ionosctl.js';
export { kindOfList } from './pipeline/lists.js';
export { openTranslator, type SourceTranslator } from './pipeline/translator.js';
export type { ReportSettings } from './report/create-report.js';
export { createReport, type ReportOptions, renderReport } from './report/create-report.js';
export { digestAsKey, digestOfTranslation, nameEntry, placeFinding, type ReportEntry } from './report/entry.js';
export type { FindingGroup } from './report/finding-groups.js';
export { csvRows } from './report/formats/csv-rows.js';
export { type PageData, packReport } from './report/formats/html/page-data.js';
export { changeFormats, type ReportFormat, reportFiles, reportFormats } from './report/formats/index.js';
export { type FleetOptions, renderFleet } from './report/formats/text/fleet.js';
export type { Palette } from './report/formats/text/style.js';
export type { PatchOperation } from './report/json-patch.js';
export { maskPatch } from './report/json-patch.js';
export { isFixable, isWaiting, listSteps } from './report/next-steps.js';
export { toPrintable, toPrintableLines } from './report/printable.js';
export type { Report, ReportDocument, ReportFinding, Subject } from './report/report.js';
export { renderRulesMarkdown } from './report/rules/markdown.js';
export { renderRulesHtml } from './report/rules/page.js';
export { describeFields, describeGiven } from './report/rules/words.js';
export type { RunOption } from './report/supply-line.js';
export { addToTally, createTally, mergeTallies, type Tally, tallyEntry } from './report/tally.js';
export type { Totals } from './report/totals.js';
export { addToFleet, compareFleet, createFleet, decisionsFinding, type Fleet, fleetFinding } from './report/twins.js';
export { counts, decideExitCode, type Evidence, exitCodes, type FailOn } from './report/verdict.js';
export { countNoun, describeTotals, nameField } from './report/wording.js';
export { listRules } from './rules/documentation.js';
export { type DecisionPath, type DecisionValues, isDecisionPath, listDecisionValues } from './schema/decisions.js';
export type { Translation, V2Documents } from './schema/documents.js';
export { avoidEvaluation } from './schema/evaluation.js';
export { listSchemaKinds, makeJsonSchema, type SchemaName } from './schema/json-schema.js';
export { isSecretPath } from './schema/secrets.js';
export type { BaseDocument, Bases, BaseText, Neighbours } from './supply/bases.js';
export { gatherClusters, gatherNeighbours, prepareBases } from './supply/bases.js';
export type { DatabaseSource } from './supply/databases.js';
export { describeDecision, listDecisionPaths, listKnownValues } from './supply/describe.js';
export { checkDecisionsFile } from './supply/file.js';
export type { ClusterDecisions, DecidedValues, Decisions, Prepared, TranslateOptions } from './supply/options.js';
export { prepareOptions, toPlainOptions } from './supply/options.js';
export { readDecision } from './supply/paths.js';
export { locationsOf } from './supply/regions.js';
export { type AskedVariables, noteAsked, variableFor } from './supply/variables.js';
export { readWords } from './supply/words.js';
export { verifyTexts } from './verify/entries.js';
export { verifyPlan } from './verify/plan/verify-plan.js';
export type { ComparedText } from './verify/sides.js';

/**
 * Translates a text: every document in it, with line and column. JSON, YAML or NDJSON; the format is guessed where
 * `options.format` leaves it out. Bad input gives findings, never an exception; a wrong option throws a TypeError.
 */
export function translateText(text: string, options?: TranslateOptions): Translation[] {
  return createTranslator(options).translateText(text);
}

/** Translates with the same options again and again. */
export interface Translator extends SourceTranslator {
  /** Translates a text: every document in it, with line and column. */
  readonly translateText: (text: string) => Translation[];
}

/** Checks options once, for any number of documents. Throws a TypeError that names the wrong one. */
export function createTranslator(options?: TranslateOptions): Translator {
  const translator = openTranslator(prepareOptions(options));
  return {
    ...translator,
    translateText: (text) => {
      // Callers without types may pass the bytes of a file.
      if (typeof text !== 'string') return [refuseNoText()];
      return translator.translateSources(readText(text, options?.format).documents);
    },
  };
}

/**
 * Says whether a v2 document says what a v1 document said: each v2 leaf that v1 calls for is there and says the same.
 * The v1 side is whatever `translateList` takes; the v2 side is a body, an answer, a stored request, a result, or a list
 * of them. Clusters are paired by id, else by name. Codes are `verify/expected/...` (info), `verify/drift/...` (warning)
 * and `verify/loss/...` (error); `verify/sides/...` (error) where a side is of the wrong version; what is wrong with a
 * document by itself has the code that its translation has. `from` and `to` are JSON Pointers in the values as they
 * were given. Dates, people and state are not compared.
 */
export function verify(v1: unknown, v2: unknown, options?: TranslateOptions): Finding[] {
  return verifyValues(v1, v2, prepareOptions(options));
}

/** Translates one parsed document. A list is an error that names `translateList`. */
export function translateValue(value: unknown, options?: TranslateOptions): Translation {
  return translateDocument(documentOf(value, prepareOptions(options)));
}

/** Translates a ClusterList or an array of documents; a single document gives one translation. */
export function translateList(value: unknown, options?: TranslateOptions): Translation[] {
  const prepared = prepareOptions(options);
  return translateItems(value, prepared) ?? [translateDocument(documentOf(value, prepared))];
}

/**
 * The v2 document of a translation as text: JSON or YAML, in the layout of its source, YAML comments in their places.
 * A translation without document gives the empty string.
 */
export function renderDocument(
  translation: Translation,
  options?: RenderOptions & { readonly format?: Format },
): string {
  return renderDocuments([translation], options);
}

/** The v2 documents of the translations of one text: several as an array (JSON), a stream (YAML) or lines (NDJSON). */
export function renderDocuments(
  translations: readonly Translation[],
  { format = 'json', ...options }: RenderOptions & { readonly format?: Format } = {},
): string {
  return carriers[format].write(translations, options);
}

/** The change from the v1 document to its v2 document as a JSON Patch (RFC 6902). It holds the document's secrets. */
export function renderPatch(v1: unknown, translation: Translation): PatchOperation[] {
  if (translation.document === undefined) return [];
  const isList = isListTarget('target' in translation ? translation.target : undefined);
  return makePatch(isList ? withoutItems(v1) : v1, translation.document);
}
