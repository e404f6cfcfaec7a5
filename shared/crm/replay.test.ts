import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person, Unreadable } from '../lead.ts';
import { asOf, assignmentsFrom, decisionsFrom } from './replay.ts';
import type { DecisionHistory } from './replay.ts';

const T = Date.UTC(2026, 10, 20, 9);
const MINUTE = 60_000;
const iso = (at: number) => new Date(at).toISOString();
const ana: Person = { id: '1', name: 'Ana', kind: 'person' };
const ben: Person = { id: '2', name: 'Ben', kind: 'person' };

describe('asOf', () => {
    it('is the last version at or before the instant, whatever the order', () => {
        const history = [
            { at: 20, value: 'b' },
            { at: 10, value: 'a' }
        ];
        expect([9, 10, 19, 20, 99].map((at) => asOf(history, at))).toEqual([
            null,
            'a',
            'a',
            'b',
            'b'
        ]);
    });

    it('agrees with a plain search over sorted versions', () => {
        const version = fc.record({ at: fc.nat(50), value: fc.nat(5) });
        fc.assert(
            fc.property(
                fc.uniqueArray(version, { selector: (v) => v.at }),
                fc.nat(60),
                (history, at) => {
                    const before = [...history]
                        .sort((a, b) => a.at - b.at)
                        .filter((v) => v.at <= at);
                    expect(asOf(history, at)).toBe(before[before.length - 1]?.value ?? null);
                }
            )
        );
    });
});

describe('assignmentsFrom', () => {
    it('skips saves that name the same owner again', () => {
        const owners = [
            { at: 3, value: ben },
            { at: 1, value: ana },
            { at: 2, value: ana }
        ];
        expect(assignmentsFrom(owners)).toEqual([
            { at: 1, to: ana },
            { at: 3, to: ben }
        ]);
    });

    it('counts a return after nobody had it', () => {
        const owners = [
            { at: 1, value: ana },
            { at: 2, value: null },
            { at: 3, value: ana }
        ];
        expect(assignmentsFrom(owners).map((a) => a.at)).toEqual([1, 3]);
    });
});

describe('decisionsFrom', () => {
    const history: DecisionHistory = {
        decidedAt: [
            { at: T + 60 * MINUTE, value: iso(T + 60 * MINUTE), by: 'Ben' },
            { at: T, value: iso(T), by: 'Ana' },
            { at: T + 30 * MINUTE, value: null, by: 'Ana' }
        ],
        kind: [
            { at: T, value: 'recycled' },
            { at: T + 30 * MINUTE, value: null },
            // Stamped a moment later than the instant that it was saved with.
            { at: T + 60 * MINUTE + 900, value: 'rejected' }
        ],
        reason: [
            { at: T, value: 'no_timeline' },
            { at: T + 60 * MINUTE, value: 'no_budget' }
        ],
        detail: [],
        note: [{ at: T, value: 'Next spring' }]
    };

    it('gives each decision the values that were in force when it was saved', () => {
        const notes: Unreadable[] = [];
        expect(decisionsFrom(history, notes)).toEqual([
            {
                at: T,
                by: 'Ana',
                kind: 'recycled',
                reason: 'no_timeline',
                detail: null,
                note: 'Next spring'
            },
            {
                at: T + 60 * MINUTE,
                by: 'Ben',
                kind: 'rejected',
                reason: 'no_budget',
                detail: null,
                note: 'Next spring'
            }
        ]);
        expect(notes).toEqual([]);
    });

    it('counts the same instant of decision once', () => {
        const twice = [...history.decidedAt, { at: T + 90 * MINUTE, value: iso(T), by: 'Sync' }];
        expect(decisionsFrom({ ...history, decidedAt: twice }, [])).toHaveLength(2);
    });

    it('notes a decision of a kind nobody knows', () => {
        const notes: Unreadable[] = [];
        const odd = { ...history, kind: [{ at: T, value: 'maybe' }] };
        expect(decisionsFrom(odd, notes)).toEqual([]);
        expect(notes[0]).toEqual({ section: 'decisions', what: 'decision', value: 'maybe' });
    });
});
