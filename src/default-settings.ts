/** What holds where the user says nothing; the command line and the library share it. */
import type { Settings } from './model.js';

/** See {@link Settings}. */
export const defaultSettings: Settings = {
  minCharacters: 20,
  rung: 'homoglyphs',
  echoes: 'collapse',
  format: null,
};
