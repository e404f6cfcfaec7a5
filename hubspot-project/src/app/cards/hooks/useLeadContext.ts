import { useCallback, useEffect, useRef, useState } from 'react';
import { useExtensionActions, useExtensionContext } from '@hubspot/ui-extensions';
import { agreement, hubspotProperties, settingsFrom, type HubSpotRecords } from '@handoff/core';
import { callFunction, type Failure } from '../callFunction.ts';
import { mayEdit } from '../mayEdit.ts';
import { patiently, pauseFor } from '../patience.ts';
import { useNow } from './useNow.ts';
import { usePanel, type Drawn } from './usePanel.ts';

interface State {
    readonly records: HubSpotRecords | null;
    readonly failure: Failure | null;
    readonly loading: boolean;
    /** Answers so far. */
    readonly answers: number;
}

const FIRST: State = { records: null, failure: null, loading: true, answers: 0 };

export interface LeadContext extends Omit<State, 'records'> {
    /** Null: on its way, or it could not be read. */
    readonly drawn: Drawn | null;
    /** Reads everything again. */
    readonly reload: () => void;
    /** Draws records that came with another answer. */
    readonly take: (records: HubSpotRecords) => void;
}

/** The record on which the card stands, read in one call, and again when a property changes. */
export function useLeadContext(): LeadContext {
    const { crm, user } = useExtensionContext<'crm.record.tab'>();
    const { objectId, objectTypeId } = crm;
    const allowed = mayEdit(user);
    const { onCrmPropertiesUpdate } = useExtensionActions<'crm.record.tab'>();
    const [{ records, ...state }, setState] = useState(FIRST);
    const latest = useRef(0);
    const hasRecords = useRef(false);

    const take = useCallback((fresh: HubSpotRecords) => {
        latest.current += 1;
        hasRecords.current = true;
        setState(({ answers }) => ({
            records: fresh,
            failure: null,
            loading: false,
            answers: answers + 1
        }));
    }, []);

    const load = useCallback(async () => {
        let request = ++latest.current;
        await patiently({
            call: () =>
                callFunction('handoff-lead-context', {
                    objectId,
                    objectTypeId,
                    mayEdit: allowed
                }),
            // An answer that something newer has overtaken is not drawn.
            isWanted: () => request === latest.current,
            take: (answer) => {
                if (answer.ok) {
                    take(answer.records);
                    request = latest.current;
                    return;
                }
                setState((before) => ({
                    ...before,
                    failure: answer,
                    loading: false,
                    answers: before.answers + 1
                }));
            },
            pause: pauseFor,
            record: objectId
        });
    }, [objectId, objectTypeId, allowed, take]);

    const reload = useCallback(() => {
        setState((before) => ({ ...before, loading: true }));
        void load();
    }, [load]);

    useEffect(() => void load(), [load]);

    // The account's own properties are known with the first records.
    const { settings } = settingsFrom(records?.settings, agreement);
    const watched = hubspotProperties(agreement, settings).plain.join();
    useEffect(() => {
        // Without functions, HubSpot's own hooks keep what they gave up to date.
        onCrmPropertiesUpdate(watched.split(','), () => {
            if (hasRecords.current) void load();
        });
    }, [load, onCrmPropertiesUpdate, watched]);

    const drawn = usePanel(records, useNow(records));
    return { ...state, drawn, reload, take };
}
