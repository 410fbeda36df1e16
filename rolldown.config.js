// Promises: `npm run build` puts the program into few files, as reading many takes longer than to run most commands:
// dist/js/main.js (bin), api.js (the library), scan-worker.js (a thread), and what they share in chunks beside them.

import { isAbsolute } from 'node:path';
import { defineConfig } from 'rolldown';

export default defineConfig({
  input: {
    main: 'src/main.ts',
    api: 'src/api.ts',
    'scan-worker': 'src/threads/scan-worker.ts',
    'crew-worker': 'src/threads/crew-worker.ts',
  },
  platform: 'node',
  // Packages stay packages: what is installed is what runs.
  external: (id) => !id.startsWith('.') && !isAbsolute(id),
  output: { dir: 'dist/js', chunkFileNames: 'chunk-[name].js', cleanDir: true },
});
