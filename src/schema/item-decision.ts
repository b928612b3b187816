// What is decided for a cluster beside v2 values. A file of its own, so that whoever only names it loads no schema.

/** Which connection of v1 becomes the one of v2, counted from 0. */
export const itemDecision = 'connection';
/** The path of that decision. */
export type ItemDecision = typeof itemDecision;

/** What is decided at an address of Terraform: the id that a cluster has, and whether a resource without a v2 form is left to itself. */
export const addressDecisions = { id: 'id', forget: 'forget' } as const;

/** Whether a value says which item of a list: a whole number, counted from 0. */
export function isItemIndex(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
