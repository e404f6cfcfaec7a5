import { useCallback, useEffect, useRef, useState } from 'react';
import type { Period } from '@handoff/core';
import { readBatch } from '../callOutcomes.ts';
import { newReading, withBatch, type Reading } from '../reading.ts';

export interface ReadingControl {
    /** Null: not begun yet. */
    readonly reading: Reading | null;
    /** Goes on where it failed. */
    readonly goOn: () => void;
    /** Begins anew. */
    readonly again: () => void;
}

/** Reads the contacts that a period's overview counts, batch by batch, unless they were read already. */
export function useReading(period: Period): ReadingControl {
    const [reading, setReading] = useState<Reading | null>(null);
    const current = useRef<Reading | null>(null);
    const { since, to } = period;

    const readOn = useCallback(async (begun: Reading) => {
        let so: Reading = { ...begun, state: 'reading', failure: null };
        const show = (next: Reading) => {
            so = next;
            current.current = next;
            setReading(next);
        };
        show(so);
        while (so.state === 'reading') {
            const batch = await readBatch(so.from, so.to, so.cursor);
            // Another period was chosen, or the reading began anew.
            if (current.current !== so) return;
            show(batch.ok ? withBatch(so, batch) : { ...so, state: 'failed', failure: batch });
        }
    }, []);

    const again = useCallback(() => {
        void readOn(newReading(since, to, Date.now()));
    }, [readOn, since, to]);

    useEffect(() => {
        const { asOf = 0, from = Infinity, state, to: until = 0 } = current.current ?? {};
        // Nothing has happened yet after the instant that it was read.
        const isRead = state === 'complete' && from <= since && until >= Math.min(to, asOf);
        if (!isRead) again();
    }, [again, since, to]);

    const goOn = useCallback(() => {
        if (current.current !== null) void readOn(current.current);
    }, [readOn]);
    return { reading, goOn, again };
}
