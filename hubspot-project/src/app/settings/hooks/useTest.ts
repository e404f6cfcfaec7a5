import { useRef, useState } from 'react';
import type { HubSpotSettings, TestedSettings } from '@handoff/core';
import { testSettings, type Failure } from '../callSettings.ts';

interface State {
    readonly result: TestedSettings | null;
    readonly failure: Failure | null;
    readonly running: boolean;
}

/** Tries settings out on one contact; the answer to an earlier question is not shown. */
export function useTest(): State & {
    readonly run: (settings: HubSpotSettings, who: string) => void;
} {
    const [state, setState] = useState<State>({ result: null, failure: null, running: false });
    const latest = useRef(0);
    async function run(settings: HubSpotSettings, who: string) {
        const request = ++latest.current;
        setState((before) => ({ ...before, failure: null, running: true }));
        const answer = await testSettings(settings, who);
        if (request !== latest.current) return;
        setState(
            answer.ok
                ? { result: answer, failure: null, running: false }
                : { result: null, failure: answer, running: false }
        );
    }
    return { ...state, run: (settings, who) => void run(settings, who) };
}
