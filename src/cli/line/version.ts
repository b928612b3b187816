// The version of the program, written in by the build.

declare const __VERSION__: string | undefined;

/** Version of the package; `0.0.0` when run unbuilt. */
export const version: string = typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0';
