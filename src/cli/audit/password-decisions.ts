// Where passwords come from: a variable of its own for each cluster, named by one line for all of them, and by lines of
// their own for those that the one line cannot tell apart.
import { groupBy, type ReportDocument, variableFor } from '../../index.js';
import { keyOf, type OpenDecision } from './open-decisions.js';

/** The line for all. */
export const passwordVariable = 'PG_{NAME}_PASSWORD';

/** An open decision, or a variable that holds what is to be decided. */
export type Proposal = Omit<OpenDecision, 'value'> & {
  readonly value?: OpenDecision['value'] | { readonly env: string };
};

/** Gives the decisions on passwords their variables; the others stay as they are. */
export function proposeVariables(decisions: readonly OpenDecision[]): Proposal[] {
  const all = decisions.filter(isOfPassword).flatMap(({ documents }) => documents);
  // Two names that give one variable would be refused.
  const names = groupBy(all, (document) => variableFor(passwordVariable, whoIs(document)));
  const first = new Set([...names.values()].map(([one]) => one?.name));
  const isShared = ({ name }: ReportDocument) => name !== undefined && first.has(name);
  return decisions.flatMap((decision) => {
    if (!isOfPassword(decision)) return [decision];
    const documents = decision.documents.filter(isShared);
    const shared = documents.length > 0 ? [{ ...decision, documents, value: { env: passwordVariable } }] : [];
    return [...shared, ...decision.documents.filter((document) => !isShared(document)).map(proposeOwn)];
  });
}

function isOfPassword({ path, section }: OpenDecision): boolean {
  return path === 'credentials.password' && section !== 'clusters';
}

/** A variable that is named after what the document is known by. */
function proposeOwn(document: ReportDocument): Proposal {
  const owner = keyOf(document);
  const env = variableFor('PG_{ID}_PASSWORD', { id: owner, name: undefined }) ?? '';
  const about = { choices: [], says: [], documents: [document] };
  return { section: 'clusters', owner, path: 'credentials.password', value: { env }, ...about };
}

function whoIs({ id, name }: ReportDocument) {
  return { id, name };
}
