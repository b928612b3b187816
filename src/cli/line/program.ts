// The program: its name, and its version, which the build writes in.

declare const __VERSION__: string | undefined;

/** The program, as help, messages and reports name it; version `0.0.0` when run unbuilt. */
export const program = {
  name: 'ionos-pg-migrate',
  version: typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0',
} as const;
