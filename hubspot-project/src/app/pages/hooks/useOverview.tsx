import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { useExtensionContext } from '@hubspot/ui-extensions';
import {
    addOutcome,
    agreement,
    drillSection,
    emptyTally,
    overview,
    overviewPanel,
    parseFilters,
    parsePeriod
} from '@handoff/core';
import type {
    Drill,
    FilterChoice,
    Issue,
    OverviewPanel,
    OverviewSection,
    Period,
    Viewer
} from '@handoff/core';
import type { Reading } from '../reading.ts';
import { useReading, type ReadingControl } from './useReading.ts';

export interface Overview extends ReadingControl {
    readonly panel: OverviewPanel;
    readonly viewer: Viewer;
    /** What is wrong with the chosen period. */
    readonly issues: readonly Issue[];
    /** How many contacts were in touch with sales while nothing could stamp it. */
    readonly unknownResponses: number;
    readonly choose: (id: FilterChoice['id'], value: string) => void;
    /** The leads behind a row. */
    readonly behind: (drill: Drill) => OverviewSection;
    readonly nameOf: (record: string) => string | null;
}

type Choice = { readonly [id in FilterChoice['id']]?: string };

const OverviewContext = createContext<Overview | null>(null);

/** The overview that all pages show. */
export function useOverview(): Overview {
    const found = useContext(OverviewContext);
    if (found === null) throw new Error('There is no OverviewProvider around this page.');
    return found;
}

/** Reads once for all pages; filters count anew what was read. */
export function OverviewProvider({ children }: { readonly children: ReactNode }) {
    const [choice, setChoice] = useState<Choice>({});
    const [opened] = useState(() => Date.now());
    const { period, issues } = useMemo(() => periodOf(choice.period, opened), [choice, opened]);
    const control = useReading(period);
    const { reading } = control;
    const viewer = useViewer(reading?.asOf ?? opened);
    const counted = useMemo(
        () => count(reading, period, choice, viewer),
        [reading, period, choice, viewer]
    );
    const names = useMemo(
        () => new Map((reading?.leads ?? []).map(({ name, outcome }) => [outcome.id, name])),
        [reading]
    );
    const choose = useCallback((id: FilterChoice['id'], value: string) => {
        setChoice((before) => ({ ...before, [id]: value }));
    }, []);
    const value = useMemo(
        (): Overview => ({
            ...control,
            panel: overviewPanel(counted.numbers, agreement, viewer),
            viewer,
            issues,
            unknownResponses: counted.unknownResponses,
            choose,
            behind: (drill) =>
                drillSection(reading?.leads ?? [], drill, counted.numbers, agreement, viewer),
            nameOf: (record) => names.get(record) ?? null
        }),
        [control, counted, viewer, issues, choose, reading, names]
    );
    return <OverviewContext.Provider value={value}>{children}</OverviewContext.Provider>;
}

/** The chosen period; the agreement's own one where there is no such period. */
function periodOf(
    text: string | undefined,
    now: number
): { readonly period: Period; readonly issues: readonly Issue[] } {
    const chosen = parsePeriod(text, agreement, now);
    if (chosen.period !== null) return chosen;
    const usual = parsePeriod(null, agreement, now);
    if (usual.period === null) throw new Error(usual.issues[0]?.message);
    return { period: usual.period, issues: chosen.issues };
}

function count(reading: Reading | null, period: Period, choice: Choice, { now }: Viewer) {
    const { period: _, ...chosen } = choice;
    const tally = emptyTally(agreement, period, parseFilters(chosen, agreement).filters);
    let unknownResponses = 0;
    // A reading under way is none that anybody should quote.
    const leads = reading?.state === 'reading' ? [] : (reading?.leads ?? []);
    for (const { isResponseUnknown, outcome } of leads) {
        addOutcome(tally, outcome);
        const isCounted = outcome.mqlAt >= period.from && outcome.mqlAt < period.to;
        if (isResponseUnknown && isCounted) unknownResponses += 1;
    }
    return { numbers: overview(tally, agreement, now), unknownResponses };
}

/** In the user's language and the account's zone, as HubSpot itself does. */
function useViewer(now: number): Viewer {
    const { user, portal } = useExtensionContext<'pages'>();
    // HubSpot documents no form for it, and Intl throws at `en_US`.
    const locale = (user.locale ?? 'en-US').replaceAll('_', '-');
    const { timezone: timeZone } = portal;
    return useMemo(() => ({ now, locale, timeZone }), [now, locale, timeZone]);
}
