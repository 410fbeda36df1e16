/** Options → what the dumps are to be taken for; those that say it in two ways are refused. */
import { UserError } from '../errors.js';
import { type Format, textShapes } from '../model.js';
import { boundaryFlags } from './boundary-flags.js';
import type { CutOptions } from './options.js';

/** What the dumps are to be taken for; null: each is detected. The user's own boundaries are for text. */
export function inputFormatOf(options: CutOptions): Format | null {
  const { onePostPerLine = false, inputFormat } = options;
  const boundaries = boundaryFlags(options);
  const isCustom = inputFormat === 'custom-text';
  if (isCustom && boundaries.length === 0) {
    throw new UserError(
      '--input-format custom-text expects your own boundaries beside it: --post-start, --post-end or --separator',
    );
  }
  const [one, other] = [
    ...(onePostPerLine ? ['--one-post-per-line'] : []),
    ...(inputFormat === undefined || isCustom ? [] : [`--input-format ${inputFormat}`]),
    ...boundaries.slice(0, 1),
  ];
  if (one !== undefined && other !== undefined)
    throw new UserError(`${one} and ${other} exclude each other: give one of them`);
  const format = onePostPerLine ? 'line-text' : boundaries.length > 0 ? 'custom-text' : (inputFormat ?? null);
  if (one !== undefined) refuseFields(options, format, one);
  return format;
}

/** Text has no fields. */
function refuseFields(options: CutOptions, format: Format | null, by: string): void {
  const { textField, idField, dateField, sourceField, forwardField } = options;
  const fields = {
    '--text-field': textField,
    '--id-field': idField,
    '--date-field': dateField,
    '--source-field': sourceField,
    '--forward-field': forwardField,
  };
  const [flag] = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : name));
  if (flag !== undefined && textShapes.some((shape) => shape === format))
    throw new UserError(`${flag} is of JSON and CSV, and by ${by} dumps are text: give one of them`);
}
