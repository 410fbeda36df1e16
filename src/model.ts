/**
 * Every domain type and column table. No functions, and no imports but among themselves.
 *
 * Bulk data travels as columns: equal-length typed arrays, one row a line, a post or a paragraph. Objects are
 * made only for what is reported. Every interval is end-exclusive and every offset counts bytes, except the
 * line numbers of the report, which are 1-based and inclusive as editors have them.
 */

export * from './model/analysis.js';
export * from './model/columns.js';
export * from './model/dumps.js';
export * from './model/lines.js';
export * from './model/posts.js';
export * from './model/records.js';
export * from './model/seen.js';
export * from './model/settings.js';
export * from './model/shapes.js';
export * from './model/tools.js';
export * from './model/verdict.js';
