// Promises: the library's stages can be called by themselves, and again: dumps that were scanned once may be reported as
// often as one likes, by other settings too. What it is called with is checked, in words of the library.

import { describe, expect, it } from 'vitest';
import {
  defaultSettings,
  findDumps,
  makeReport,
  type ScanOptions,
  scan,
  scanDumps,
  UserError,
} from '../src/api.js';
import { allBlocks } from '../src/report/describe/listed-blocks.js';

it('dumps that were scanned once are cut alike whenever they are reported', async () => {
  const dumps = await findDumps(['fixtures/two-channels', 'fixtures/channel-page'], process.cwd());
  const scanned = await scanDumps(dumps, {
    userCues: { start: null, end: null, separator: null, forwardPhrases: [] },
    format: null,
    fields: {},
    expectedBytes: null,
    onBytes: () => {},
  });
  const tell = (rung: 'exact' | 'homoglyphs') => makeReport(scanned, { ...defaultSettings, rung }, allBlocks);
  const [first, second, third] = [tell('homoglyphs'), tell('exact'), tell('homoglyphs')];
  expect(second.summary.posts).toBe(first.summary.posts);
  expect(third.summary).toEqual(first.summary);
  expect(first.summary.echoes).toBeGreaterThan(5);
  scanned.reading.close();
});

/** What `scan` says of options that need not be what TypeScript allows, as those of JavaScript need not. */
async function complaintOf(options: unknown): Promise<string> {
  try {
    await Reflect.apply(scan, null, [['fixtures/two-channels'], options]);
    return 'none';
  } catch (error) {
    return error instanceof UserError ? error.message : `a defect: ${error}`;
  }
}

describe('an option of the library', () => {
  it.each([
    [{ foo: 1 }, 'scan knows no option "foo": expected one of minCharacters, rung, echoes'],
    [{ toString: 1 }, 'scan knows no option "toString"'],
    [
      { rung: 'foo' },
      'The option rung expects one of exact, spacing, typography, links, homoglyphs, found "foo"',
    ],
    [{ minCharacters: 'x' }, 'The option minCharacters expects a whole number of at least 1, found "x"'],
    [{ echoes: 'zz' }, 'The option echoes expects one of collapse, keep, found "zz"'],
    [{ format: 'zz' }, 'The option format expects a name that reposted formats lists, found "zz"'],
    [{ encoding: 'zz' }, 'The option encoding expects a label of the Encoding Standard'],
    [{ memory: 1 }, 'The option memory expects a whole number of bytes, at least 167772160, found 1'],
    [{ maxBytes: -1 }, 'The option maxBytes expects a whole number of bytes, at least 1, found -1'],
    [{ cues: { separator: /^--/ } }, 'The option cues.separator expects a function that takes a line'],
    [{ cues: { seperator: null } }, 'scan knows no option "cues.seperator"'],
    [{ cues: { forwardPhrases: 'x' } }, 'The option cues.forwardPhrases expects a list of texts, found "x"'],
    [{ fields: { text: 1 } }, 'The option fields.text expects the name of a field, found 1'],
    [null, 'scan expects an object of options, found null'],
  ])('is checked: %j', async (options, complaint) => {
    const found = await complaintOf(options);
    expect(found).toContain(complaint);
    expect(found).not.toContain('--memory');
  });

  it('that is null is not given', async () => {
    const names = [
      'minCharacters',
      'rung',
      'echoes',
      'format',
      'fields',
      'encoding',
      'maxBytes',
      'memory',
      'cwd',
      'cues',
    ];
    for (const name of names) expect(await complaintOf({ [name]: null })).toBe('none');
    const nothing = {
      format: null,
      encoding: null,
      fields: { text: null, id: null, date: null, source: null, forward: null },
      cues: { start: null, end: null, separator: null, forwardPhrases: null },
    };
    const tell = async (options: ScanOptions) => {
      const { report, close } = await scan(['fixtures/formats/csv-records.csv'], options);
      const told = { dumps: report.dumps, settings: report.settings };
      close();
      return told;
    };
    expect(await tell(nothing)).toEqual(await tell({}));
  });

  it('that is undefined is not given, and those that change the report stand in its settings', async () => {
    const options = { format: 'separator-text', encoding: 'utf-8', cues: { forwardPhrases: ['Via'] } };
    const { report, close } = await scan(['fixtures/two-channels'], { ...options });
    expect(report.settings).toMatchObject({
      ...defaultSettings,
      format: 'separator-text',
      encoding: 'utf-8',
      forwardPhrases: ['Via'],
    });
    close();
    expect(await complaintOf({ rung: undefined, cwd: undefined })).toBe('none');
  });

  it('that names a field which no record has is an error', async () => {
    const { fields } = { fields: { source: 'chanel' } };
    await expect(scan(['fixtures/formats/csv-records.csv'], { fields })).rejects.toThrow(
      'The option fields.source expects a field of the records, found none called "chanel" (there are:',
    );
  });
});

it('a path that names nothing is told beside the dumps that there are; alone it is an error', async () => {
  const { report, close } = await scan(['fixtures/two-channels', 'nowhere.txt']);
  expect(report.dumps.length).toBeGreaterThan(0);
  expect([...report.troubles].map(({ path }) => path)).toEqual(['nowhere.txt']);
  close();
  await expect(scan(['nowhere.txt'])).rejects.toThrow(UserError);
});
