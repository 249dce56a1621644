// idle.mjs ADDRESS FOLDER COUNT: opens COUNT connections, asks one thing on each and keeps them. Prints how many were answered
// when all are open, and after SIGTERM how many the server had closed by then.
import { connect } from 'node:net';
import { head, host, nextTarget, port } from './clients.mjs';

const count = Number(process.argv[4]);
const atATime = 100;
let [opened, answered, closed] = [0, 0, 0];
const sockets = [];

function open() {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.on('error', () => {});
    socket.once('connect', () => socket.write(head(nextTarget())));
    socket.once('data', (part) => { if (part.subarray(9, 12).toString() === '200') ++answered; resolve(); });
    socket.once('close', () => { ++closed; resolve(); });
    sockets.push(socket);
  });
}

async function opener() {
  while (opened < count) {
    ++opened;
    await open();
  }
}

await Promise.all(Array.from({ length: atATime }, opener));
console.log(answered);
await new Promise((resolve) => process.once('SIGTERM', resolve));
console.log(closed);
for (const socket of sockets) socket.destroy();
