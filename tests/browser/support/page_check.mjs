// What holds for every page, in light and dark, narrow and wide: WCAG 2.2 AA as far as axe can tell, nothing sideways.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const widths = [360, 1280, 2560];
const schemes = ['light', 'dark'];

async function violations(page) {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate((values) => axe.run(document, { runOnly: { type: 'tag', values } }), tags);
  return found.map((one) => `${one.id}: ${one.help}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

const hangsOver = (page) => page.evaluate(() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return null;
  const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > root.clientWidth);
  return wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 120)).join(' | ') || 'nobody knows what';
});

// The faults of the page as it stands, each with the width and scheme that shows it.
export async function pageFaults(page, { readableAt = widths, in: wanted = schemes } = {}) {
  const faults = [];
  await page.waitForLoadState('load');  // a click ends before the styles of the next page are there
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const sideways = await hangsOver(page);
    if (sideways) faults.push(`${page.url()} at ${width} px scrolls sideways: ${sideways}`);
    for (const colorScheme of readableAt.includes(width) ? wanted : []) {
      await page.emulateMedia({ colorScheme });
      for (const one of await violations(page)) faults.push(`${page.url()} at ${width} px, ${colorScheme}: ${one}`);
    }
  }
  return faults;
}
