// What is said of a document as a whole, or of places that no mapping knows. The engine and the pipeline say these;
// they are declared like every other rule, so that reports and documentation know them.
import { documentRule, error, info, warning } from '../define.js';

/** A field that v1 does not have. */
export const documentUnknownField = documentRule({
  id: 'document/unknown-field',
  kind: 'flag',
  summary: 'v1 has no such field; it is not forwarded.',
  evidence: 'v1 SDK models.',
  messages: {
    dropped: warning('v1 has no field {field} here; it is not forwarded.', 'Remove it, or correct its name.'),
  },
  examples: [{ given: { 'properties.dispalyName': 'orders' }, says: ['dropped'] }],
});

/** A value of another JSON type than the field takes. */
export const documentWrongType = documentRule({
  id: 'document/wrong-type',
  kind: 'flag',
  summary: 'The value has another type than the field takes, and cannot be translated.',
  evidence: 'v1 SDK models.',
  messages: {
    found: error(
      '{field} takes {expected}; the document holds {found}.',
      'Correct the document, or supply what v2 needs: {supplies}.',
    ),
    undecidable: error('{field} takes {expected}; the document holds {found}.', 'Correct the document.'),
    dropped: warning(
      '{field} takes {expected}; the document holds {found}, which is dropped.',
      'Correct the document if the value matters.',
    ),
  },
  examples: [
    { given: { 'properties.instances': '3' }, says: ['found'] },
    { given: { metadata: 5 }, says: ['undecidable'] },
    { given: { 'properties.dnsName': 5 }, says: ['dropped'] },
  ],
});

/** Nulls and empty containers. */
export const documentAbsent = documentRule({
  id: 'document/absent',
  kind: 'drop',
  summary: 'null and empty containers say nothing; they count as absent.',
  evidence: 'API practice: an optional field may be null.',
});

/** A v2 value that the v2 schema refuses although no rule said so. */
export const documentV2Schema = documentRule({
  id: 'document/v2-schema',
  kind: 'flag',
  summary: 'The finished document is checked against the v2 schema.',
  evidence: 'v2 SDK models.',
  messages: {
    refused: error('v2 takes {expected} for {path}.', 'Supply a value that v2 takes: --override {path}=VALUE.'),
    doubtful: warning('v2 would refuse {path}: it takes {expected}.', 'Correct the document before it is sent.'),
    'too-large': warning(
      'The document holds more than {limit} values, or a key of as many characters; v2 would refuse it.',
      'No payload of the API is so large: check where the document comes from.',
    ),
    more: warning(
      'Only the first {limit} remarks on the items of the list are told.',
      'Correct these, and look again.',
    ),
    'strictly-asynchronous': warning(
      "STRICTLY_ASYNCHRONOUS is a slip of IONOS' comparison page; the API knows STRICTLY_SYNCHRONOUS.",
      'Correct replicationMode before the document is sent.',
    ),
    provisioned: warning(
      "PROVISIONED is a slip of IONOS' comparison page; the API says AVAILABLE.",
      'Read it as AVAILABLE.',
    ),
    instance: warning(
      "The key instance stands on IONOS' comparison page; the API takes instances.",
      'Rename the key before the document is sent.',
    ),
    'flat-backup-location': warning(
      'backupLocation is of the early v2 API; it takes the object backup with location and retentionDays now.',
      'Move the value to backup.location and add backup.retentionDays.',
    ),
  },
});

/** What kind a document is, and what stands in the way of knowing. */
export const documentKind = documentRule({
  id: 'document/kind',
  kind: 'flag',
  summary: 'A document is recognised by its shape, or by --kind.',
  evidence: 'Comparison of the v1 and v2 SDK models.',
  messages: {
    mixed: error(
      'The document has fields of v1 ({v1}) and of v2 ({v2}); it is not touched.',
      'Split or correct it by hand, so that it is of one version.',
    ),
    dump: error(
      'The keys are in snake_case ({field}): a dump of a tool, not a payload of the API.',
      "Export the cluster through the API, or rewrite the keys in the API's spelling.",
    ),
    provider: error(
      '{field} is a field of infrastructure code, not of the API.',
      'Translate the payload that the tool sends, or migrate the code itself.',
    ),
    ambiguous: error('The document has only fields that several kinds share.', 'Say which it is with --kind.'),
    'error-document': error('This is an error answer of the API, not a payload.', 'Leave it out.'),
    'logs-document': error(
      'This is a log answer of the API, not a payload.',
      'Leave it out; v2 has no logs endpoint, logs go to the observability service.',
    ),
    'api-versions': error('This is a list of API versions, not a payload.', 'Leave it out.'),
    'terraform-state': error('The Terraform state holds no PostgreSQL cluster.', 'Leave it out.'),
    'terraform-old-state': error(
      'The Terraform state is of version {version}; version 4 is read.',
      'Let a newer Terraform write it: terraform state pull with Terraform 0.12 or later.',
    ),
    'terraform-plan': error('This is a Terraform plan, not a payload.', 'Let verify --plan read it.'),
    'not-an-object': error('The document is {found}; a payload is an object.', 'Leave it out, or correct it.'),
    tool: error('This is {tool}, not a payload of the API.', '{instead}'),
    unrecognised: error(
      'The document is no payload of the PostgreSQL API as far as its fields tell.',
      'Leave it out, or say what it is with --kind.',
    ),
    'not-this-kind': error('The document is no {kind}: {reason}.', 'Leave out --kind, or name the kind that it is.'),
    list: error('The value is a list of documents.', 'Translate it with translateList, or item by item.'),
    'list-inside': error('A list stands inside a list.', 'Translate the inner list on its own.'),
    'empty-list': info('The list is empty; there is nothing to translate.'),
    'already-v2': info('The document is of v2 already; it stays as it is.'),
    'no-v2-payload': info('v2 has no {kind}; the document is not translated.'),
    'more-pages': warning(
      'The list says that there are more pages: it does not hold everything.',
      'Fetch the other pages and translate them too.',
    ),
    'restore-or-create': info('This is translated for a new cluster; for a restore in place, say --kind restore.'),
    'forbidden-key': error('The document has a key {field}, which is refused.', 'Remove the key.'),
    'too-deep': error(
      'The document is nested more than {limit} levels deep.',
      'Remove what is nested so deep; no payload is.',
    ),
    'too-large': error(
      'The document holds more than {limit} values, or a key of as many characters.',
      'No payload of the API is so large: check where the document comes from.',
    ),
    'not-json': error('The document holds {found}, which JSON cannot express.', 'Pass plain JSON values.'),
  },
});

/** What is wrong with the text a document stands in. */
export const documentSource = documentRule({
  id: 'document/source',
  kind: 'flag',
  summary: 'A document is read from its text before anything else.',
  evidence: 'RFC 8259 (JSON) and YAML 1.2.',
  messages: {
    empty: error('There is no document in the text.', ''),
    encoding: error('The text is not UTF-8.', ''),
    syntax: error('The text cannot be parsed.', ''),
    'duplicate-key': error('A key stands twice.', ''),
    'lost-digits': error('A number has more digits than can be kept.', ''),
    'alias-limit': error('The aliases of the document expand without end.', ''),
    'too-deep': error('The document is nested too deep.', ''),
    'too-large': error('The text is too large.', ''),
    'unsupported-value': error('A value cannot be expressed in JSON.', ''),
  },
});
