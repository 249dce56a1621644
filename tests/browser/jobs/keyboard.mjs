// Everything by keyboard alone: sign in, choose a suggestion, ask, open all six answers.
import assert from 'node:assert/strict';

const focused = (page, expression) => page.evaluate(`(() => { const at = document.activeElement; return ${expression}; })()`);

async function tabTo(page, selector) {
  for (let i = 0; i < 60; ++i) {
    if (await focused(page, `at.matches(${JSON.stringify(selector)})`)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`the Tab key never comes to ${selector}`);
}

// The focus shows: an outline around whatever has it.
const hasOutline = (page) => focused(page, 'getComputedStyle(at).outlineStyle !== "none"');

export default async ({ service, page }) => {
  await page.goto('/sign-in');
  assert.equal(await focused(page, 'at.id'), 'name');
  await tabTo(page, '#key');
  await page.keyboard.type(await service.keyOf('reader'));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/');

  await page.keyboard.press('Tab');
  assert.equal(await focused(page, 'at.className'), 'skip');
  await page.keyboard.press('Enter');
  await tabTo(page, '#entity');
  await page.keyboard.type('harbour clo');
  await page.waitForSelector('[role=option]');
  assert.equal(await page.getAttribute('#entity', 'aria-expanded'), 'true');
  await page.keyboard.press('ArrowDown');
  const marked = await page.getAttribute('#entity', 'aria-activedescendant');
  assert.equal(await page.getAttribute(`#${marked}`, 'aria-selected'), 'true');
  await page.keyboard.press('Enter');
  assert.equal(await page.inputValue('#entity'), 'Sample Harbour Cloud GmbH');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#outcome');

  for (let row = 0; row < 6; ++row) {
    const summary = `.answers details:nth-of-type(${row + 1}) > summary`;
    await tabTo(page, summary);
    assert.ok(await hasOutline(page), `row ${row} shows no focus`);
    await page.keyboard.press(row % 2 ? 'Enter' : 'Space');
    assert.ok(await page.isVisible(`${summary} + .reasons`), `row ${row} does not open`);
  }
  assert.equal(await page.locator('.answers details[open]').count(), 6);
};
