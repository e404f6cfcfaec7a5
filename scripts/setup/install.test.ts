import { describe, expect, it } from 'vitest';
import { isComplete } from './install.mjs';

const LOCKED = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-linux': { version: '2.0.0', optional: true }
};

describe('isComplete', () => {
    it('needs every locked package in its locked version', () => {
        expect(isComplete(LOCKED, {})).toBe(false);
        expect(isComplete(LOCKED, { 'node_modules/a': { version: '1.0.1' } })).toBe(false);
        expect(isComplete(LOCKED, { 'node_modules/a': { version: '1.0.0' } })).toBe(true);
    });

    it('does without the binaries of another platform, but not with old ones', () => {
        const a = { 'node_modules/a': { version: '1.0.0' } };
        expect(isComplete(LOCKED, { ...a, 'node_modules/b-linux': { version: '2.0.0' } })).toBe(
            true
        );
        expect(isComplete(LOCKED, { ...a, 'node_modules/b-linux': { version: '1.9.0' } })).toBe(
            false
        );
    });
});
