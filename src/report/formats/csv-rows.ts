// What a row of a CSV report may be. Light, since every start of the command loads it.

/** What a row may be. */
export const csvRows = ['findings', 'documents', 'changes'] as const;
