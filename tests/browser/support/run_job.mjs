// Does one job as new people in a browser; true when it was done. What was seen is printed where it fails.
import assert from 'node:assert/strict';
import { newVisitor, whatIsSeen } from './visitor.mjs';

let people = 0;
export async function runJob(name, work, { service, browser, address, options = {} }) {
  const visitors = [];
  const visitor = async (options = {}) => {
    visitors.push(await newVisitor(browser, address, `192.0.2.${++people}`, options));
    return visitors.at(-1);
  };
  const began = Date.now();
  try {
    await work({ service, browser, address, visitor, ...await visitor(options) });
    assert.deepEqual(visitors.flatMap((one) => one.faults), [], 'what pages did and may not');
    console.log(`${name}: done in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    return true;
  } catch (error) {
    for (const one of visitors) console.error(await whatIsSeen(one.page), '\nfaults:', one.faults);
    console.error(service.log.filter((line) => !line.includes('"event":"request"')).slice(-10).join('\n'));
    console.error(`${name} failed:`, error);
    return false;
  } finally {
    for (const one of visitors) await one.context.close();
  }
}
