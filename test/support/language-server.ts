// A YAML language server as an editor runs it: a process that is asked over its standard streams.
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const home = dirname(createRequire(import.meta.url).resolve('yaml-language-server/package.json'));

interface Position {
  readonly line: number;
  readonly character: number;
}

/** A server that knows one folder. */
export interface LanguageServer {
  /** Opens a text as a file of the folder and gives what the server finds wrong, in words. */
  readonly open: (name: string, text: string) => Promise<string[]>;
  /** What it would complete at a place of an open file. */
  readonly complete: (name: string, at: Position) => Promise<string[]>;
  /** What it tells of a place of an open file. */
  readonly hover: (name: string, at: Position) => Promise<string>;
  readonly stop: () => void;
}

/** Starts the server on a folder. */
export async function startLanguageServer(folder: string): Promise<LanguageServer> {
  const server = spawn(process.execPath, [join(home, 'bin/yaml-language-server'), '--stdio'], { stdio: 'pipe' });
  const { ask, tell, waitFor } = speak(server);
  await ask('initialize', { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities: {} });
  tell('initialized', {});
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
  const at = (name: string, position: Position) => ({ textDocument: { uri: uriOf(name) }, position });
  return {
    open: async (name, text) => {
      const uri = uriOf(name);
      const said = waitFor('textDocument/publishDiagnostics', (params) => params.uri === uri);
      tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
      const { diagnostics } = (await said) as { diagnostics: { message: string; range: { start: Position } }[] };
      return diagnostics.map(({ message, range }) => `${range.start.line + 1}: ${message}`);
    },
    complete: async (name, position) => {
      const found = (await ask('textDocument/completion', at(name, position))) as { items: { label: string }[] };
      return found.items.map(({ label }) => label);
    },
    hover: async (name, position) => {
      const found = (await ask('textDocument/hover', at(name, position))) as { contents: { value: string } } | null;
      return found?.contents.value ?? '';
    },
    stop: () => server.kill(),
  };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri?: string };
  readonly result?: unknown;
}

/** JSON-RPC in frames that say how long they are. What the server asks is answered with nothing. */
function speak(server: ChildProcess) {
  const listeners = new Set<(message: Message) => void>();
  let buffer = Buffer.alloc(0);
  let asked = 0;
  server.stdout?.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(buffer.subarray(0, Math.max(end, 0)).toString())?.[1]);
      if (end === -1 || buffer.length < end + 4 + length) return;
      const message = JSON.parse(buffer.subarray(end + 4, end + 4 + length).toString()) as Message;
      buffer = buffer.subarray(end + 4 + length);
      if (message.id !== undefined && message.method) send({ id: message.id, result: null });
      for (const listener of [...listeners]) listener(message);
    }
  });

  function send(message: object): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin?.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  function wait(isIt: (message: Message) => boolean): Promise<Message> {
    return new Promise((resolve) => {
      const listener = (message: Message) => {
        if (!isIt(message)) return;
        listeners.delete(listener);
        resolve(message);
      };
      listeners.add(listener);
    });
  }

  return {
    tell: (method: string, params: object) => send({ method, params }),
    ask: async (method: string, params: object) => {
      asked += 1;
      const id = asked;
      const answer = wait((message) => message.id === id && message.method === undefined);
      send({ id, method, params });
      return (await answer).result;
    },
    waitFor: async (method: string, isIt: (params: { readonly uri?: string }) => boolean) =>
      (await wait((message) => message.method === method && isIt(message.params ?? {}))).params as unknown,
  };
}
