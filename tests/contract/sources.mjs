// sources.mjs: importers/source.schema.json takes every definition that the program takes, and refuses those that it
// refuses but for rules that a schema cannot say (marked "# schema: takes it" in their second line).
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const valid = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(join(root, 'importers/source.schema.json'), 'utf8')));

function* definitions(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (entry.isDirectory()) yield* definitions(join(folder, entry.name));
    else if (entry.name === 'source.yaml') yield join(folder, entry.name);
  }
}

const failures = [];
const files = (folder) => readdirSync(join(root, folder)).map((name) => join(folder, name));
const takes = (file) => {
  try {
    return valid(parse(readFileSync(join(root, file), 'utf8')));
  } catch {
    return false;
  }
};

const good = [...definitions('importers'), ...files('tests/data/sources/valid')];
for (const file of good) if (!takes(file)) failures.push(`${file}: ${JSON.stringify(valid.errors)}`);
const bad = files('tests/data/sources/invalid');
for (const file of bad) {
  const passes = readFileSync(join(root, file), 'utf8').split('\n')[1] === '# schema: takes it';
  if (takes(file) !== passes) failures.push(`${file}: the schema ${passes ? 'refuses' : 'takes'} it`);
}
if (good.length < 10 || bad.length < 10) failures.push('too few definitions were found');
for (const failure of failures) console.log(failure);
console.log(`${good.length + bad.length} definitions, ${failures.length} failures`);
process.exit(failures.length === 0 ? 0 : 1);
