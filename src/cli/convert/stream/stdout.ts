// Standard output, as a stream writes it.
import { once } from 'node:events';

/** Writes, and waits where whoever reads is slower. */
export async function writeOut(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
