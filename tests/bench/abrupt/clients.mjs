// What the clients here share: FOLDER/keys and FOLDER/targets, one a line, and numbers of what was seen.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const [address, folder] = process.argv.slice(2);
export const { hostname: host, port } = new URL(address);

const linesOf = (file) => readFileSync(join(folder, file), 'utf8').split('\n').filter((line) => line !== '');
const [keys, targets] = [linesOf('keys'), linesOf('targets')];
let [keyAt, targetAt] = [0, 0];

export const nextKey = () => keys[keyAt++ % keys.length];
export const nextTarget = () => targets[targetAt++ % targets.length];
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const head = (target, more = '') =>
  `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${nextKey()}\r\n${more}\r\n`;
