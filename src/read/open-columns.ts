/** Columns in memory, or within a bound. */
import { createMemoryColumns } from '../columns/memory-columns.js';
import { createPagedColumns } from '../columns/paged-columns.js';
import { UserError } from '../errors.js';
import type { Columns } from '../model.js';
import { createPageFile } from './page-file.js';

/** Bytes that a process takes beside its columns: the engine, the program, and what it reads into. */
const BESIDE = 144 * 1024 * 1024;

/** The least bound that can be kept to. */
export const LEAST_MEMORY = BESIDE + 16 * 1024 * 1024;

/** More than the engine can give in one piece is not taken. */
const MOST_COLUMNS = 2 ** 32 - 2 ** 16;

/**
 * Columns of a process that is to take `memory` bytes at most; null: without a bound. Close them at the end.
 * Throws a UserError for a bound that cannot be kept to.
 */
export function openColumns(memory: number | null): { columns: Columns; close(): void } {
  if (memory === null) return { columns: createMemoryColumns(), close: () => {} };
  if (memory < LEAST_MEMORY) {
    const megabytes = (bytes: number) => `${Math.floor(bytes / 1024 ** 2)}M`;
    throw new UserError(`--memory expects at least ${megabytes(LEAST_MEMORY)}, found ${megabytes(memory)}`);
  }
  const file = createPageFile();
  const bytes = Math.min(MOST_COLUMNS, memory - BESIDE);
  return { columns: createPagedColumns(file, bytes), close: file.close };
}
