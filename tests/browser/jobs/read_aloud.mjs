// What a screen reader says of an answer, from Chromium's accessibility tree: the outcome first, then the six questions, each with
// its answer as a word. The tree is printed, so that anybody can read it.
import assert from 'node:assert/strict';
import { signIn } from '../support/visitor.mjs';

const answers = {
  en: { locale: 'en-GB', outcome: /^No: no certificate can be relied on/, words: ['no', 'yes', 'unsure', 'unsure', 'unsure', 'unsure'],
    questions: [/standard/, /entity/, /covers? what we use/, /in force/, /accredited/, /know/], next: 'What to do next' },
  de: { locale: 'de-DE', outcome: /^Nein: Es gibt kein Zertifikat/, words: ['nein', 'ja', 'unsicher', 'unsicher', 'unsicher', 'unsicher'],
    questions: [/Norm/, /Unternehmen/, /was wir nutzen/, /Gilt es/, /akkreditierte/, /wissen wir/], next: 'Was nun zu tun ist' },
};

const spoken = (line) => line.trim().replace(/^- /, '');

export default async ({ service, visitor }) => {
  for (const [language, expected] of Object.entries(answers)) {
    const { page } = await visitor({ locale: expected.locale });
    await signIn(page, await service.keyOf('buyer'));
    await page.goto('/?entity=Sample+Orchard+Tools+Oy&standard=27001&on=2026-11-22');
    const tree = await page.locator('.verdict').ariaSnapshot();
    console.log(`--- what is said (${language}) ---\n${tree}\n---`);
    const lines = tree.split('\n').map(spoken);
    const at = (what) => lines.findIndex(what);
    const outcome = at((line) => line.startsWith('heading') && line.includes('[level=2]'));
    assert.match(lines[outcome].replace(/^heading "/, ''), expected.outcome);
    let last = outcome;
    expected.questions.forEach((question, row) => {
      const said = lines.findIndex((line, place) => place > last && question.test(line));
      assert.ok(said > last, `${question} is not said after line ${last}`);
      assert.match(lines[said], new RegExp(`(^|[ "])${expected.words[row]}\\b`), `${lines[said]}: not said as ${expected.words[row]}`);
      last = said;
    });
    assert.ok(at((line) => line.includes(expected.next)) > last, 'what to do next comes after the six');
  }
};
