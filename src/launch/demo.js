import { join } from 'node:path';

/**
 * `npm run demo`: the product with samples, as whoever one likes to look, without passwords. It has a store of its own
 * and serves this machine only.
 */
process.env.TEPAT_DEMO = '1';
process.env.TEPAT_VAR = join(process.env.TEPAT_VAR || 'var', 'demo');
await import('./start.js');
