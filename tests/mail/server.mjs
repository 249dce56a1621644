// server.mjs CERTIFICATE KEY: two mail servers on loopback, one with STARTTLS and one without. Prints a line with their
// ports, then a JSON line for each message that it took over, read back by mailparser. What a server does is told by the
// recipient's local part:
//   later 450 at RCPT; never 550 at RCPT; full 552 after the message; slow 20 s before the reply; drop hangs up
import { readFileSync } from 'node:fs';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

const [certificate, key] = process.argv.slice(2);
const refusal = (code, words) => Object.assign(new Error(words), { responseCode: code });
const wish = (session) => session.envelope.rcptTo[0].address.split('@')[0];

const servers = [];
const hangUp = (session) => {
  for (const server of servers)
    for (const connection of server.connections) if (connection.session === session) connection._socket.destroy();
};

function onRcptTo(address, session, done) {
  const name = address.address.split('@')[0];
  if (name === 'later') return done(refusal(450, 'Mailbox is busy'));
  if (name === 'never') return done(refusal(550, 'No such user here'));
  if (name === 'drop') return hangUp(session);
  done();
}

function onData(stream, session, done) {
  const chunks = [];
  stream.on('data', (chunk) => chunks.push(chunk));
  stream.on('end', async () => {
    const raw = Buffer.concat(chunks);
    if (wish(session) === 'full') return done(refusal(552, 'Quota exceeded'));
    if (wish(session) === 'slow') await new Promise((resolve) => setTimeout(resolve, 20_000));
    const mail = await simpleParser(raw);
    const longest = Math.max(...raw.toString('latin1').split('\r\n').map((line) => line.length));
    console.log(JSON.stringify({
      envelope: { from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map((to) => to.address) },
      secure: session.secure, user: session.user ?? null,
      from: mail.from.text, to: mail.to.text, subject: mail.subject, text: mail.text, html: mail.html || null,
      id: mail.messageId, date: mail.date.toISOString(), longest,
      headers: Object.fromEntries(mail.headerLines.map(({ key: name, line }) => [name, line.slice(line.indexOf(':') + 2)])),
    }));
    done(null, 'kept');
  });
}

const listen = (options) => new Promise((resolve) => {
  const server = new SMTPServer({
    key: readFileSync(key), cert: readFileSync(certificate), authOptional: true, logger: false, closeTimeout: 100,
    disableReverseLookup: true, onRcptTo, onData,
    onAuth: (auth, session, done) => (auth.password === 'right' ? done(null, { user: auth.username })
      : done(refusal(535, 'Wrong user or password'))),
    ...options,
  });
  servers.push(server);
  server.on('error', () => {});
  server.listen(0, '127.0.0.1', () => resolve(server.server.address().port));
});

const starttls = await listen({});
const plain = await listen({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
const tls = await listen({ secure: true });
console.log(JSON.stringify({ starttls, plain, tls }));
process.stdin.on('end', () => process.exit(0)).resume();
