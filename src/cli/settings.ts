/** Options → what the stages are told. */
import { availableParallelism } from 'node:os';
import { defaultSettings } from '../default-settings.js';
import type { FieldNames } from '../formats/format.js';
import { checkedFormat } from '../formats/formats.js';
import type { Settings, ToldOfDumps } from '../model.js';
import { atPlace } from './at-place.js';
import { inputFormatOf } from './input-format-of.js';
import type { CutOptions, ScanCliOptions } from './options.js';

/** Where generic formats have things, as the user says. */
export function fieldsOf(options: CutOptions): FieldNames {
  const {
    textField: text,
    idField: id,
    dateField: date,
    sourceField: source,
    forwardField: forward,
  } = options;
  return { text, id, date, source, forward };
}

/** The thresholds for the pure stages. */
export function settingsOf(options: ScanCliOptions): Settings {
  return { ...cutSettings(options), minCharacters: options.minCharacters, rung: options.rung };
}

/** The thresholds that cutting needs; the rest at their defaults. */
export function cutSettings(options: CutOptions): Settings {
  const { echoes } = options;
  const format = atPlace(options, 'inputFormat', () => checkedFormat(inputFormatOf(options)));
  return { ...defaultSettings, ...toldBy(options), echoes, format };
}

/** What the user said of reading and cutting. */
function toldBy(options: CutOptions): ToldOfDumps {
  return {
    encoding: options.encoding ?? null,
    maxBytes: options.maxBytes ?? null,
    textField: options.textField ?? null,
    idField: options.idField ?? null,
    dateField: options.dateField ?? null,
    sourceField: options.sourceField ?? null,
    forwardField: options.forwardField ?? null,
    postStart: options.postStart ?? null,
    postEnd: options.postEnd ?? null,
    separator: options.separator ?? null,
    forwardPhrases: options.forwardPhrase ?? [],
  };
}

/** More threads than these wait for the one that puts things together. */
const MOST_THREADS = 4;

/** How many threads to use. */
export function threadsOf({ threads }: CutOptions): number {
  return threads ?? Math.min(MOST_THREADS, availableParallelism());
}
