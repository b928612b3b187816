// Facts carry where they come from and when that was last looked at.

/** A piece of data with its source and the day it was checked (YYYY-MM-DD). */
export interface Dated<T> {
  readonly data: T;
  readonly source: string;
  readonly checked: string;
}
