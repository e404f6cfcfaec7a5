import { useEffect, useState } from 'react';
import type { Instant } from '@handoff/core';

/** Relative times ("2 h ago") are redrawn this often; the clock redraws itself. */
const REDRAW_EVERY = 60_000;

/** The instant at which `shown` came, and then each minute's. */
export function useNow(shown: unknown): Instant {
    const [now, setNow] = useState(() => Date.now());
    useEffect(() => {
        const redraw = () => setNow(Date.now());
        redraw();
        const interval = setInterval(redraw, REDRAW_EVERY);
        return () => clearInterval(interval);
    }, [shown]);
    return now;
}
