// server.mjs SETTINGS: a mail server on 127.0.0.1 that lives as long as its standard input. Writes a line of JSON for its
// port, for each mail that it got and, of a script, for each line that it was told. SETTINGS (JSON) has either `script`
// or what smtp-server is to do, and may have the `port`.
import { createServer } from 'node:net';
import { readFileSync } from 'node:fs';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

const settings = JSON.parse(process.argv[2]);
const tell = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);
process.stdin.on('end', () => process.exit(0)).resume();

const refusal = (code) => Object.assign(new Error('said the test'), { responseCode: code });
const answer = (code) => (code ? refusal(code) : null);

async function tellMail(raw, session) {
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true });
  tell({
    raw: raw.toString('latin1'),
    envelope: { from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map((to) => to.address) },
    secure: session.secure, user: session.user ?? '', helo: session.hostNameAppearsAs,
    subject: mail.subject, text: mail.text, html: mail.html || '', date: mail.date?.toISOString() ?? '',
    from: mail.from?.value, to: mail.to?.value, reply_to: mail.replyTo?.value ?? [],
    headers: Object.fromEntries(mail.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()])),
    attachments: mail.attachments.map((part) => ({
      name: part.filename, type: part.contentType, content: part.content.toString('base64'),
    })),
  });
}

function receive(stream, session, done) {
  const pieces = [];
  stream.on('data', (piece) => pieces.push(piece));
  stream.on('end', async () => {
    await tellMail(Buffer.concat(pieces), session);
    done(answer(settings.data_code), 'taken');
  });
}

function realServer() {
  const disabled = ['PIPELINING'];
  if (settings.tls !== 'starttls') disabled.push('STARTTLS');
  if (!settings.user) disabled.push('AUTH');
  const keys = settings.key ? { key: readFileSync(settings.key), cert: readFileSync(settings.certificate) } : {};
  return new SMTPServer({
    ...keys, secure: settings.tls === 'tls', disabledCommands: disabled, allowInsecureAuth: true, logger: false,
    authMethods: settings.auth_methods ?? ['PLAIN', 'LOGIN'], closeTimeout: 100,
    onAuth: ({ username, password }, session, done) => (username === settings.user && password === settings.password
      ? done(null, { user: username }) : done(refusal(535))),
    onMailFrom: (address, session, done) => done(answer(settings.mail_code)),
    onRcptTo: (address, session, done) => done(answer(settings.rcpt_codes?.[address.address] ?? settings.rcpt_code)),
    onData: receive,
  }).on('error', () => {});
}

// Writes a reply at once or a byte each `drip_ms`; "close" ends the connection, null says nothing, { text, times } a lot.
function say(socket, reply) {
  if (reply === undefined || reply === null) return;
  if (reply === 'close') { socket.destroy(); return; }
  const bytes = Buffer.from(reply.times ? reply.text.repeat(reply.times) : reply, 'latin1');
  if (!settings.drip_ms) { socket.write(bytes); return; }
  let at = 0;
  const drip = setInterval(() => (at < bytes.length ? socket.write(bytes.subarray(at, ++at)) : clearInterval(drip)),
    settings.drip_ms);
  socket.on('close', () => clearInterval(drip));
}

// A reply for the first word of each line ("connect", "EHLO", ..., "." for the end of the content, "*" for the rest).
function scriptedServer() {
  return createServer((socket) => {
    let rest = '', inContent = false;
    socket.setNoDelay(true).on('error', () => {});
    say(socket, settings.script.connect ?? '220 ready\r\n');
    socket.on('data', (bytes) => {
      const lines = (rest + bytes.toString('latin1')).split('\r\n');
      rest = lines.pop();
      for (const line of lines) {
        if (inContent && line !== '.') continue;
        tell({ said: line });
        const word = line.split(/[ :]/)[0].toUpperCase();
        const reply = word in settings.script ? settings.script[word] : settings.script['*'] ?? '250 fine\r\n';
        inContent = word === 'DATA' && String(reply).startsWith('354');
        say(socket, reply);
      }
    });
  });
}

const server = settings.script ? scriptedServer() : realServer();
server.listen(settings.port ?? 0, '127.0.0.1', () => tell({ port: (server.server ?? server).address().port }));
