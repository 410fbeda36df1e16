// Promises: the published schema is the report that is printed, no field more and no field less; and it leaves room
// for fields to come.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { reportJson, reportNdjson, scan } from '../src/api.js';
import { askCli } from './ask-cli.js';
import { type Json, parseJson, parseJsonLines, textOf } from './beside/json.js';
import { argumentsOf, type Fixture, fixtures } from './fixtures.js';

const schema = parseJson(readFileSync(resolve(import.meta.dirname, '../schema/report.schema.json'), 'utf8'));

/** The schema as published, and one that allows no field which it does not name. */
const published = compile(schema);
const closedSchema = compile(forbidOthers(schema));

/** Cases that end in a report. */
const reported = fixtures.filter(({ name }) => name !== 'missing-file' && name !== 'unknown-flag');
/** Cases that have, among them, every kind of object. */
const varied = reported.filter(({ name }) => /^(?:channel-page|two-channels|signatures|unsure)$/.test(name));

describe('the report of every case in fixtures/', () => {
  for (const fixture of reported) {
    it.concurrent(`${fixture.name} is as the schema says, with no field that it does not name`, async ({
      expect,
    }) => {
      const report = parseJson(await reportOf(fixture, 'json'));
      expect(errorsOf(published.report, report)).toEqual([]);
      expect(errorsOf(closedSchema.report, report)).toEqual([]);
    });
  }

  it('has the same objects in its NDJSON, each with its type', async () => {
    const seen = new Set<string>();
    for (const fixture of varied) {
      const lines = parseJsonLines(await reportOf(fixture, 'ndjson'));
      const types = lines.map((line) => textOf(line, 'type'));
      expect([types.at(0), types.at(-1)]).toEqual(['report', 'summary']);
      for (const type of types) seen.add(type);
      for (const { type, ...line } of lines.slice(1)) {
        expect(errorsOf(closedSchema.part(String(type)), line), fixture.name).toEqual([]);
      }
    }
    const kinds = ['report', 'dump', 'block', 'forward', 'cluster', 'signature', 'summary'];
    expect([...seen].sort()).toEqual(kinds.sort());
  });

  it('stands on posts that `reposted split` prints as the schema says', async () => {
    for (const fixture of varied) {
      for (const row of parseJsonLines(await outputOf(fixture, 'split', null))) {
        expect(errorsOf(closedSchema.part('splitRow'), row), fixture.name).toEqual([]);
      }
    }
  });
});

describe('the schema', () => {
  it('requires every field that it names', () => {
    for (const [where, object] of objectsOf(schema)) {
      expect(object['required'], where).toEqual(Object.keys(objectIn(object, 'properties')));
    }
  });

  it('leaves room for fields that come later', () => {
    for (const [where, object] of objectsOf(schema)) {
      expect([undefined, true], where).toContain(object['additionalProperties']);
    }
  });

  it('describes what it names', () => {
    for (const part of ['summary', 'dump', 'block', 'occurrence', 'cluster', 'member']) {
      expect(objectIn(objectIn(schema, '$defs'), part)['description'], part).toBeTypeOf('string');
    }
  });
});

/** The report of a case, by the library where its command has no flags. */
async function reportOf(fixture: Fixture, format: 'json' | 'ndjson'): Promise<string> {
  const [, ...paths] = argumentsOf(fixture.commands[0] ?? '');
  if (paths.some((path) => path.startsWith('-'))) return outputOf(fixture, 'scan', format);
  const { report, close } = await scan(paths, { cwd: fixture.folder });
  const told = [...(format === 'json' ? reportJson : reportNdjson)(report)].join('');
  close();
  return told;
}

/** The first command of a case, as `command`, in `format`. Forms of input stay as they are. */
async function outputOf(
  { commands, folder }: Fixture,
  command: string,
  format: string | null,
): Promise<string> {
  const [, ...args] = argumentsOf(commands[0] ?? '');
  const ofScan = /^--(?:top|rung|format)$/;
  const kept = args.filter((arg, at) => !ofScan.test(arg) && !ofScan.test(args[at - 1] ?? ''));
  const { stdout, code } = await askCli([command, ...kept, ...(format === null ? [] : ['-f', format])], {
    cwd: folder,
  });
  expect(code).toBe(0);
  return stdout;
}

interface Compiled {
  readonly report: ValidateFunction;
  readonly part: (name: string) => ValidateFunction;
}

function compile(of: Json): Compiled {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  const report = ajv.compile(of);
  const part = (name: string) => {
    const found = ajv.getSchema(`${textOf(of, '$id')}#/$defs/${name}`);
    if (found === undefined) throw new Error(`The schema has no $defs/${name}`);
    return found;
  };
  return { report, part };
}

function errorsOf(validate: ValidateFunction, value: unknown): string[] {
  if (validate(value) === true) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    return `${instancePath} ${message} ${JSON.stringify(params)}`;
  });
}

function forbidOthers(of: Json): Json {
  const closed = JSON.stringify(of, (_, value: unknown) => {
    return isObject(value) && isObject(value['properties'])
      ? { ...value, additionalProperties: false }
      : value;
  });
  return parseJson(closed);
}

/** Every object of the schema that has fields, with the place where it stands. */
function* objectsOf(value: unknown, where = '#'): Generator<[string, Json]> {
  if (Array.isArray(value))
    for (const [at, item] of value.entries()) yield* objectsOf(item, `${where}/${at}`);
  if (!isObject(value)) return;
  if (isObject(value['properties'])) yield [where, value];
  for (const [name, inner] of Object.entries(value)) yield* objectsOf(inner, `${where}/${name}`);
}

function objectIn(of: Json, name: string): Json {
  const inner = of[name];
  if (!isObject(inner)) throw new TypeError(`Expected an object in "${name}"`);
  return inner;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
