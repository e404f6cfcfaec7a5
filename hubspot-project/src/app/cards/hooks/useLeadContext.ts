import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useExtensionActions, useExtensionContext } from '@hubspot/ui-extensions';
import {
    agreement,
    hubspotProperties,
    leadFromHubSpot,
    leadPanel,
    type HubSpotRecords,
    type Instant,
    type Lead,
    type LeadPanel,
    type Viewer
} from '@handoff/core';
import { callFunction, type Failure } from '../callFunction.ts';
import { useViewer } from './useViewer.ts';

/** Relative times ("2 h ago") are redrawn this often; the clock redraws itself. */
const REDRAW_EVERY = 60_000;

interface State {
    readonly records: HubSpotRecords | null;
    readonly now: Instant;
    readonly failure: Failure | null;
    readonly loading: boolean;
}

export interface LeadContext {
    /** Null: on its way, or it could not be read. */
    readonly drawn: {
        readonly lead: Lead;
        readonly panel: LeadPanel;
        readonly viewer: Viewer;
    } | null;
    readonly failure: Failure | null;
    readonly loading: boolean;
    /** Reads everything again. */
    readonly reload: () => void;
    /** Draws records that came with another answer. */
    readonly take: (records: HubSpotRecords) => void;
}

/** The record on which the card stands, read in one call, and again when a property changes. */
export function useLeadContext(): LeadContext {
    const { objectId } = useExtensionContext<'crm.record.tab'>().crm;
    const { onCrmPropertiesUpdate } = useExtensionActions<'crm.record.tab'>();
    const [state, setState] = useState<State>({
        records: null,
        now: 0,
        failure: null,
        loading: true
    });
    const { records, now, failure, loading } = state;
    const latest = useRef(0);

    const take = useCallback((fresh: HubSpotRecords) => {
        latest.current += 1;
        setState({ records: fresh, now: Date.now(), failure: null, loading: false });
    }, []);

    const load = useCallback(async () => {
        const request = ++latest.current;
        const answer = await callFunction('handoff-lead-context', { objectId });
        // An answer that something newer has overtaken is not drawn.
        if (request !== latest.current) return;
        if (answer.ok) take(answer.records);
        else setState((before) => ({ ...before, failure: answer, loading: false }));
    }, [objectId, take]);

    const reload = useCallback(() => {
        setState((before) => ({ ...before, loading: true }));
        void load();
    }, [load]);

    useEffect(() => void load(), [load]);

    useEffect(() => {
        onCrmPropertiesUpdate([...hubspotProperties(agreement).plain], () => void load());
    }, [load, onCrmPropertiesUpdate]);

    useEffect(() => {
        const redraw = () => setState((before) => ({ ...before, now: Date.now() }));
        const interval = setInterval(redraw, REDRAW_EVERY);
        return () => clearInterval(interval);
    }, []);

    const viewer = useViewer(now);
    const lead = useMemo(() => records && leadFromHubSpot(records, agreement), [records]);
    const drawn = useMemo(
        () => lead && { lead, viewer, panel: leadPanel(lead, agreement, viewer) },
        [lead, viewer]
    );
    return { drawn, failure, loading, reload, take };
}
