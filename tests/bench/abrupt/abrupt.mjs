// abrupt.mjs ADDRESS FOLDER: clients that keep to no rules, until SIGTERM; then prints as JSON how often each did its worst.
import { connect } from 'node:net';
import { head, host, nextTarget, pause, port } from './clients.mjs';

const many = '/v1/suppliers?limit=500';
const betweenTwo = 250; // milliseconds: what breaks is to be seen, and not how much work many can ask for
const done = {};
const open = new Set();
let stopping = false;

function dial(options = {}) {
  const socket = connect({ host, port, ...options });
  socket.on('error', () => {});
  open.add(socket);
  socket.on('close', () => open.delete(socket));
  return new Promise((resolve) => { socket.once('connect', () => resolve(socket)); socket.once('close', () => resolve(socket)); });
}

const firstBytes = (socket) => new Promise((resolve) => { socket.once('data', resolve); socket.once('close', resolve); });

const worst = {
  async 'leaves in the middle of the request'() {
    const socket = await dial();
    const text = head(nextTarget());
    socket.write(text.slice(0, 1 + Math.floor(Math.random() * (text.length - 2))), () => socket.destroy());
  },
  async 'leaves in the middle of the body'() {
    const socket = await dial();
    const text = head('/v1/suppliers', 'Content-Type: application/json\r\nContent-Length: 500\r\n').replace('GET', 'POST');
    socket.write(`${text}{"name": `, () => socket.destroy());
  },
  async 'leaves in the middle of the answer'() {
    const socket = await dial();
    socket.write(head(many).repeat(4));
    await firstBytes(socket);
    socket.destroy();
  },
  async 'resets without reading'() {
    const socket = await dial();
    socket.write(head(many), () => socket.resetAndDestroy());
  },
  async 'resets in the middle of the answer'() {
    const socket = await dial();
    socket.write(head(many).repeat(4));
    await firstBytes(socket);
    socket.resetAndDestroy();
  },
  async 'closes its half and reads on'() {
    const socket = await dial({ allowHalfOpen: true });
    socket.end(head(nextTarget()));
    socket.resume();
    await Promise.race([new Promise((resolve) => { socket.once('close', resolve); }), pause(5000)]);
    socket.destroy();
  },
  async 'closes its half of half a request'() {
    const socket = await dial({ allowHalfOpen: true });
    socket.end(head(nextTarget()).slice(0, 20));
    await pause(500);
    socket.destroy();
  },
  async 'never reads'() {
    const socket = await dial({ highWaterMark: 1 });
    socket.pause();
    socket.write(head(many).repeat(50));
    await pause(3000);
    socket.destroy();
  },
  async 'reads a little at a time'() {
    const socket = await dial();
    socket.write(head(many));
    for (let i = 0; i < 30 && !socket.destroyed; ++i) {
      socket.read(64);
      await pause(100);
    }
    socket.destroy();
  },
  async 'says nothing'() {
    const socket = await dial();
    await pause(5000);
    socket.destroy();
  },
  async 'sends a letter at a time'() {
    const socket = await dial();
    for (const letter of head(nextTarget()).slice(0, 40)) {
      socket.write(letter);
      await pause(50);
    }
    socket.destroy();
  },
  async 'speaks another language'() {
    const socket = await dial();
    socket.write(Buffer.from(Array.from({ length: 300 }, () => Math.floor(Math.random() * 256))));
    await pause(50);
    socket.destroy();
  },
};

async function client(name) {
  while (!stopping) {
    await worst[name]();
    done[name] = (done[name] ?? 0) + 1;
    await pause(betweenTwo);
  }
}

const clientsOfEach = Number(process.env.ABRUPT ?? 8);
const running = Object.keys(worst).flatMap((name) => Array.from({ length: clientsOfEach }, () => client(name)));
await new Promise((resolve) => process.once('SIGTERM', resolve));
stopping = true;
await Promise.all(running);
for (const socket of open) socket.destroy();
console.log(JSON.stringify(done));
