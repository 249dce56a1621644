// What a screen reader says of an answer, from Chromium's accessibility tree: the outcome first, then the six questions, each with
// its answer as a word and the sentence that decides it. The whole tree is printed, so that anybody can read it.
import assert from 'node:assert/strict';
import { signIn } from '../support/visitor.mjs';

const answers = {
  'en-GB': [
    'No: there is no certificate that may be relied on. Asked for ISO/IEC 27001 of Sample Orchard Tools Oy, on 22 November 2026.',
    'Is it the right standard, in an edition that counts? no Certificates to ISO/IEC 27001:2013 stopped counting after 2025-10-31, whatever expiry they print.',
    'Does it belong to the entity that operates the service? yes The claimed certificate is held by Sample Orchard Tools Oy, which is Sample Orchard Tools Oy.',
    'Does it cover what we use? unsure We hold no scope of the certificate, and the question names no service.',
    'Is it in force on that day? unsure Nothing that we hold says when the certificate ends.',
    'Was it issued by an accredited body? unsure Nothing that we hold says who issued the certificate.',
    'How well do we know it? unsure Sample Orchard Tools Oy says so; no certificate is held.',
    'What to do next',
  ],
  'de-DE': [
    'Nein: Es gibt kein Zertifikat, auf das Verlass ist. Gefragt nach ISO/IEC 27001 von Sample Orchard Tools Oy, am 22.11.2026.',
    'Ist es die richtige Norm in einer Ausgabe, die zählt? nein Zertifikate nach ISO/IEC 27001:2013 zählen seit dem Ablauf des 31.10.2025 nicht mehr, welches Ende sie auch nennen.',
    'Gehört es dem Unternehmen, das den Dienst betreibt? ja Das behauptete Zertifikat gehört Sample Orchard Tools Oy; das ist Sample Orchard Tools Oy.',
    'Umfasst es, was wir nutzen? unsicher Uns liegt kein Geltungsbereich des Zertifikats vor, und die Frage nennt keinen Dienst.',
    'Gilt es an diesem Tag? unsicher Nichts, was uns vorliegt, sagt, wann das Zertifikat endet.',
    'Hat es eine akkreditierte Stelle ausgestellt? unsicher Nichts, was uns vorliegt, sagt, wer das Zertifikat ausgestellt hat.',
    'Wie gut wissen wir es? unsicher Sample Orchard Tools Oy sagt es; kein Zertifikat liegt vor.',
    'Was nun zu tun ist',
  ],
};

// Headings and what opens, in the order in which they are read.
function said(tree) {
  const rows = tree.split('\n').map((line) => /^\s*- '?(?:heading "(.*)" \[level=[23]\]|group: "?(.*?)"?)'?$/.exec(line));
  return rows.filter(Boolean).map((row) => row[1] ?? row[2]);
}

export default async ({ service, visitor }) => {
  for (const [locale, expected] of Object.entries(answers)) {
    const { page } = await visitor({ locale });
    await signIn(page, await service.keyOf('buyer'));
    await page.goto('/?entity=Sample+Orchard+Tools+Oy&standard=27001&on=2026-11-22');
    const tree = await page.locator('.verdict').ariaSnapshot();
    console.log(`what is said (${locale}):\n${tree}\n`);
    const heard = said(tree).slice(0, expected.length);
    heard[0] = heard[0]?.replace(/ (sample data|Musterdaten)$/, '');
    assert.deepEqual(heard, expected);
  }
};
