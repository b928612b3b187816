// Tests that need a program of the system: they are left out, with the reason printed, where it is missing. `.ci/run`
// installs the programs and asks for these tests by TEST_SYSTEM_PACKAGES=required.
import { spawnSync } from 'node:child_process';

/** Whether a program is there; where it must be and is not, this throws. */
export function hasProgram(name: string): boolean {
  const isThere = spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0;
  if (isThere) return true;
  if (process.env['TEST_SYSTEM_PACKAGES'] === 'required') throw new Error(`${name} is not installed`);
  console.warn(`left out: these tests need ${name}, which is not installed`);
  return false;
}
