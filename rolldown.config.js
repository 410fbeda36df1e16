// Promises: `npm run build` puts the program into few files, as reading many takes longer than to run most commands:
// dist/js/main.js (bin), api.js (the library), what they need in chunks beside them, and each kind of thread in a file of
// its own: what threads shared with the program would part it into more chunks.

import { isAbsolute } from 'node:path';
import { defineConfig } from 'rolldown';

/**
 * Written in ASCII, a file takes half the memory once it is loaded. Escapes mean the same in texts and in regular expressions.
 * @type {import('rolldown').Plugin}
 */
const escapeCharacters = {
  name: 'escape-characters',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code = file.code.replace(/[^\0-\x7f]/g, escapeUnit);
    }
  },
};

/** @param {string} unit */
function escapeUnit(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** @type {import('rolldown').RolldownOptions} */
const common = {
  platform: 'node',
  // Packages stay packages: what is installed is what runs.
  external: (id) => !id.startsWith('.') && !isAbsolute(id),
  plugins: [escapeCharacters],
};
/**
 * What is loaded together, with all that it imports, lies in one file, as each that is opened takes half a millisecond; what several
 * import lies with the first. The last is what a scan with a text report needs beside; what only some commands need stays apart.
 * @type {[name: string, test: RegExp][]}
 */
const loadedTogether = [
  ['start', /src.main\.ts$/],
  ['edge', /src.(cli.(config.configure|write-report)|report.(escape.show-json|reporters.text-words))\.ts$/],
  ['formats', /src.formats.formats\.ts$/],
  ['scan', /src.(cli.run|report.reporters.text-reporter)\.ts$/],
];
const threads = { 'scan-worker': 'src/threads/scan-worker.ts', 'crew-worker': 'src/threads/crew-worker.ts' };

export default defineConfig([
  {
    ...common,
    input: { main: 'src/main.ts', api: 'src/api.ts' },
    output: {
      dir: 'dist/js',
      chunkFileNames: 'chunk-[name].js',
      cleanDir: true,
      codeSplitting: {
        groups: loadedTogether.map(([name, test], at) => ({
          name,
          test,
          priority: loadedTogether.length - at,
        })),
      },
    },
  },
  ...Object.entries(threads).map(([name, file]) => ({
    ...common,
    input: { [name]: file },
    output: { dir: 'dist/js', codeSplitting: false },
  })),
]);
