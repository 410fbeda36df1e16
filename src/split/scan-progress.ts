/** How far the scan of a dump is: bytes used by earlier pieces, lines begun, blank lines since the last row. */
export interface ScanProgress {
  base: number;
  lines: number;
  gap: number;
  invalidBytes: number;
}
