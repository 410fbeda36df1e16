// Promises: the source files as text: what each imports, and its code without the comments.

import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

export interface Source {
  readonly path: string;
  /** Without comments, so that an example in one is no use of what it shows. */
  readonly code: string;
  /** Paths in src/, as `model.ts`. */
  readonly files: readonly string[];
  /** Names of packages, and `node:fs`. */
  readonly modules: readonly string[];
}

/** Every source file, in order of its path, but those of the kernel, which are AssemblyScript. */
export const sources: readonly Source[] = readdirSync(join(root, 'src'), {
  recursive: true,
  encoding: 'utf8',
})
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.startsWith('kernel/'))
  .sort()
  .map(readSource);

function readSource(path: string): Source {
  const text = readFileSync(join(root, 'src', path), 'utf8');
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const imported = importsIn(code);
  return {
    path,
    code,
    files: imported
      .filter((name) => name.startsWith('.'))
      .map((name) => posix.join(posix.dirname(path), name).replace(/\.js$/, '.ts')),
    modules: imported.filter((name) => !name.startsWith('.')),
  };
}

/** What a file of the project imports, as it is written. */
export function readImports(path: string): readonly string[] {
  return importsIn(readFileSync(join(root, path), 'utf8'));
}

/** Statements begin a line; `import()` may stand anywhere. */
function importsIn(code: string): readonly string[] {
  const found = code.matchAll(/^(?:import|export)\b(?:[^'";]*\bfrom)?\s*'([^']+)'|\bimport\('([^']+)'\)/gm);
  return [...found].map((match) => match[1] ?? match[2] ?? '');
}
