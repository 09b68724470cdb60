// The one thing we need of yaml, loaded late like zip/inflate.ts.

export { parseDocument } from 'yaml';
