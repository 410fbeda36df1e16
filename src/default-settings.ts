/** What holds where the user says nothing; the command line and the library share it. */
import type { Settings, ToldOfDumps } from './model.js';

/** Nothing. */
const nothingTold: ToldOfDumps = {
  encoding: null,
  maxBytes: null,
  textField: null,
  idField: null,
  dateField: null,
  sourceField: null,
  forwardField: null,
  postStart: null,
  postEnd: null,
  separator: null,
  forwardPhrases: [],
};

/** See {@link Settings}. */
export const defaultSettings: Settings = {
  minCharacters: 20,
  rung: 'homoglyphs',
  echoes: 'collapse',
  format: null,
  ...nothingTold,
};
