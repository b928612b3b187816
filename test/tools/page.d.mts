/** The text of src/report/formats/html/page-code.ts. */
export declare function makePageCode(): Promise<string>;
/** Writes src/report/formats/html/page-code.ts, unless it is as it should be. */
export declare function writePageCode(): Promise<void>;
