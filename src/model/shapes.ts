/** The formats and the shapes of text that a dump can have. */

/** The shapes a text dump can have; `--input-format` takes them beside the names of the record formats. */
export const textShapes = [
  'telegram-page-text',
  'telegram-desktop-text',
  'telegram-views-text',
  'headed-text',
  'separator-text',
  'blank-line-text',
  'line-text',
  'custom-text',
  'flat-text',
] as const;

/** A text shape's name; `flat-text` is text that could not be cut with confidence. */
export type TextShape = (typeof textShapes)[number];

/** The name of a text shape, or of a record format (src/formats/formats.ts lists them). */
export type Format = string;

/** How sure the cut is: `low` is said on standard error and in the report. */
export type Confidence = 'high' | 'medium' | 'low';

/** What a dump was taken for, and why. */
export interface Shape {
  readonly format: Format;
  readonly confidence: Confidence;
  readonly evidence: readonly string[];
}
