// The numbers of the machine: count, cores, ram and disk, from MB to GB.
import { demand, insist, readWhole } from './ask.js';
import { type Bag, type Found, type Notebook, say } from './notebook.js';

export function translateMachine(book: Notebook, properties: Bag): Bag {
  const count = demand(book, at('count', 'instances', properties), readWhole);
  insist(book, count, isWithin(1, 5));
  const cores = demand(book, at('cores', 'cores', properties), readWhole);
  insist(book, cores, isWithin(1, 62));
  const ram = demand(book, at('ram', 'ram', properties), readRam);
  insist(book, ram, isWithin(4, 240));
  const disk = demand(book, at('storageSize', 'storageSize', properties), readDisk);
  insist(book, disk, isWithin(10, 4096));
  const { storageSize } = properties;
  const isRounded = disk?.from === 'v1' && typeof storageSize === 'number' && storageSize % 1024 !== 0;
  if (isRounded) say(book, 'warning', disk.place);
  return { count: count?.value, ram: ram?.value, cores: cores?.value, storageSize: disk?.value };
}

function at(path: string, field: string, properties: Bag) {
  return { path: `instances.${path}`, v1: properties[field], place: `/properties/${field}` };
}

function isWithin(least: number, most: number): (value: unknown) => boolean {
  return (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function readRam(value: unknown): unknown {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1024 && value % 1024 === 0
    ? value / 1024
    : undefined;
}

function readDisk(value: unknown): unknown {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1024
    ? Math.ceil(value / 1024)
    : undefined;
}

/** Strict replication needs three instances. */
export function checkStrict(book: Notebook, count: unknown, mode: Found | undefined): void {
  const isShort = typeof count === 'number' && count < 3;
  if (mode?.value === 'STRICTLY_SYNCHRONOUS' && isShort) say(book, 'error', mode.place);
}
