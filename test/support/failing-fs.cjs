// Preloaded into the command (`--require`): makes calls to the file system fail. FAIL, as JSON, says which: `of` names the
// functions, `at` the one call of them that fails (from 1; all where left out), `code` the error, or KILL for the end of
// the process just before the call, `never` a function that always fails, `where` a part of the paths that are meant.
const fs = require('node:fs');

const { of, at, code, count, never, where } = JSON.parse(process.env.FAIL);
const all = `accessSync chmodSync chownSync closeSync fchmodSync fchownSync fstatSync fsyncSync futimesSync linkSync
  lstatSync mkdirSync openSync readFileSync readSync readdirSync realpathSync renameSync statSync unlinkSync writeFileSync
  open read`.split(/\s+/);
const own = require('node:path').join(__dirname, '../..');
let calls = 0;
// Instead of a failure, the number of calls goes to the file `count`.

for (const name of of ?? all) {
  const real = fs[name];
  fs[name] = Object.assign((...args) => {
    if (isCounted(args[0]) && isChosen()) return fail(code, name, args);
    return name === never ? fail('EPERM', name, args) : real(...args);
  }, real);
}
if (count) process.on('exit', () => fs.writeFileSync(count, String(calls)));

/** Node loads the program itself by the same functions, and writes its output. */
function isCounted(file) {
  if (where) return String(file).includes(where);
  return typeof file === 'number' ? file > 2 : !String(file).startsWith(own);
}

function isChosen() {
  calls += 1;
  return !count && (at === undefined || calls === at);
}

function fail(code, name, args) {
  if (code === 'KILL') process.kill(process.pid, 'SIGKILL');
  const error = Object.assign(new Error(`${code}: injected, ${name}`), { code, errno: -5, syscall: name });
  // A disk gets full in the middle of a file.
  if (name === 'writeFileSync' && code === 'ENOSPC') fs.writeSync(args[0], args[1], 0, Math.floor(args[1].length / 2));
  if (name === 'closeSync') fs.close(args[0], () => undefined);
  const done = args.at(-1);
  if (typeof done !== 'function') throw error;
  process.nextTick(done, error);
}
