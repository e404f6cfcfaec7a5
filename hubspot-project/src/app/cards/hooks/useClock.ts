import { useEffect, useState } from 'react';
import { clockView, type Clock, type ClockView, type Viewer } from '@handoff/core';

/** A clock as it reads now; redraws whoever uses it when the view says that it has moved. */
export function useClock(clock: Clock, viewer: Viewer): ClockView {
    const [ticked, setTicked] = useState(viewer.now);
    // A panel that was read again is newer than the last tick.
    const now = Math.max(ticked, viewer.now);
    const view = clockView(clock, { ...viewer, now });
    const { redrawAfter } = view;
    useEffect(() => {
        if (redrawAfter === null) return undefined;
        const timeout = setTimeout(() => setTicked(Date.now()), redrawAfter);
        return () => clearTimeout(timeout);
        // Every tick asks for the next one.
    }, [redrawAfter, now]);
    return view;
}
