// Promises: what the built program says, checked as it is read. A run that ends with anything but 0 rejects with what
// it said on standard error.

import { basename } from 'node:path';
import { askCli } from '../ask-cli.js';
import {
  type Json,
  listOf,
  numberOf,
  pairOf,
  pairOrNull,
  parseJson,
  parseJsonLines,
  recordOf,
  recordsOf,
  textOf,
  textOrNull,
} from './json.js';

export interface SplitRow {
  /** The dump's file name, without its folder: how a path is printed is not what these tests are about. */
  readonly dump: string;
  readonly lines: readonly [number, number];
  readonly echo: readonly [number, number] | null;
  readonly forwardedFrom: string | null;
  readonly paragraphs: number;
}

export interface ReportedBlock {
  readonly kind: string;
  readonly text: string;
  readonly occurrences: readonly { readonly dump: string; readonly lines: readonly [number, number] }[];
}

export interface Report {
  readonly summary: Json;
  readonly skipped: Json;
  readonly dumps: readonly {
    readonly dump: string;
    readonly posts: number;
    readonly confidence: string | null;
  }[];
  readonly blocks: readonly ReportedBlock[];
  readonly signatures: readonly string[];
}

export async function splitRows(dumps: readonly string[]): Promise<readonly SplitRow[]> {
  return parseJsonLines(await run(['split', ...dumps])).map((row) => ({
    dump: basename(textOf(row, 'dump')),
    lines: pairOf(row, 'lines'),
    echo: pairOrNull(row, 'echo'),
    forwardedFrom: textOrNull(row, 'forwardedFrom'),
    paragraphs: listOf(row, 'paragraphs').length,
  }));
}

export async function scanReport(dumps: readonly string[]): Promise<Report> {
  const json = parseJson(await run(['scan', '--format', 'json', ...dumps]));
  const summary = recordOf(json, 'summary');
  return {
    summary,
    skipped: recordOf(summary, 'skipped'),
    dumps: recordsOf(json, 'dumps').map((dump) => ({
      dump: basename(textOf(dump, 'path')),
      posts: numberOf(dump, 'posts'),
      confidence: textOrNull(dump, 'confidence'),
    })),
    blocks: recordsOf(json, 'blocks').map(reportedBlock),
    signatures: recordsOf(json, 'signatures').map((signature) => textOf(signature, 'text')),
  };
}

function reportedBlock(block: Json): ReportedBlock {
  return {
    kind: textOf(block, 'kind'),
    text: textOf(block, 'text'),
    occurrences: recordsOf(block, 'occurrences').map((occurrence) => ({
      dump: basename(textOf(occurrence, 'dump')),
      lines: pairOf(occurrence, 'lines'),
    })),
  };
}

async function run(commandLine: readonly string[]): Promise<string> {
  const { stdout, stderr, code } = await askCli(commandLine);
  if (code !== 0) throw new Error(stderr);
  return stdout;
}
