import { useCallback, useRef, useState } from 'react';
import { useExtensionActions, useExtensionContext } from '@hubspot/ui-extensions';
import {
    agreement,
    decide,
    type DecisionKind,
    type DecisionPanel,
    type HubSpotRecords,
    type Issue,
    type Lead
} from '@handoff/core';
import { callFunction, type Answer, type Failure } from '../callFunction.ts';
import { patiently, pauseFor } from '../patience.ts';

interface Form {
    /** The choice whose reasons are asked; null: no form is open. */
    readonly kind: DecisionKind | null;
    readonly reason: string | null;
    readonly note: string;
    /** A decision is in force, and the rep asked to change it. */
    readonly changing: boolean;
    readonly saving: boolean;
    readonly issues: readonly Issue[];
    readonly failure: Failure | null;
}

const CLOSED: Form = {
    kind: null,
    reason: null,
    note: '',
    changing: false,
    saving: false,
    issues: [],
    failure: null
};
const UNPROBLEMATIC = { issues: [], failure: null } as const;

export interface DecisionForm extends Form {
    readonly change: () => void;
    /** Opens the form, or saves at once when no reason is asked. */
    readonly choose: (choice: DecisionPanel['choices'][number]) => void;
    readonly pick: (reason: string) => void;
    /** Every letter as it is typed. */
    readonly type: (note: string) => void;
    /** The note once the field is left. */
    readonly write: (note: string) => void;
    readonly confirm: () => void;
    readonly cancel: () => void;
}

/** The form for a decision: what the rep entered stays until it is saved or cancelled. */
export function useDecision(
    lead: Lead,
    { words }: DecisionPanel,
    take: (records: HubSpotRecords) => void
): DecisionForm {
    const { crm, user } = useExtensionContext<'crm.record.tab'>();
    const { addAlert, refreshObjectProperties } = useExtensionActions<'crm.record.tab'>();
    const [form, setForm] = useState(CLOSED);
    // HubSpot asks not to redraw a field at every letter; a click may come before it is left.
    const typed = useRef('');
    const set = useCallback(
        (change: Partial<Form>) => setForm((before) => ({ ...before, ...change })),
        []
    );

    async function save(kind: DecisionKind, reason: string | null, text: string) {
        const note = text === '' ? null : text;
        const by = [user.firstName, user.lastName].filter(Boolean).join(' ') || user.email;
        const { issues } = decide(lead, agreement, { kind, reason, note, by }, Date.now());
        set({ issues, failure: null, saving: issues.length === 0 });
        if (issues.length > 0) return;
        const seenDecidedAt = lead.decisions[lead.decisions.length - 1]?.at ?? null;
        await patiently({
            call: () =>
                callFunction('handoff-decide', {
                    objectId: crm.objectId,
                    objectTypeId: crm.objectTypeId,
                    kind,
                    reason,
                    note,
                    by,
                    byUserId: user.id,
                    seenDecidedAt
                }),
            take: finish,
            isWanted: () => true,
            pause: pauseFor,
            record: crm.objectId
        });

        function finish(answer: Answer) {
            if (answer.records) take(answer.records);
            if (!answer.ok) {
                const found = answer.issues ?? [];
                set({ saving: false, issues: found, failure: found.length > 0 ? null : answer });
                return;
            }
            close();
            addAlert({ type: 'success', message: words.saved[kind] });
            const undone = answer.notes ?? [];
            if (undone.length > 0) addAlert({ type: 'warning', message: undone.join(' ') });
            refreshObjectProperties();
        }
    }

    function close() {
        typed.current = '';
        setForm(CLOSED);
    }

    return {
        ...form,
        change: () => set({ changing: true }),
        choose: ({ kind, reasons }) => {
            if (reasons.length === 0) {
                void save(kind, null, '');
                return;
            }
            set({ ...UNPROBLEMATIC, kind, reason: kind === form.kind ? form.reason : null });
        },
        pick: (reason) => set({ ...UNPROBLEMATIC, reason }),
        type: (note) => {
            typed.current = note;
        },
        write: (note) => {
            typed.current = note;
            set({ note });
        },
        confirm: () => {
            if (form.kind !== null && !form.saving) {
                set({ note: typed.current });
                void save(form.kind, form.reason, typed.current);
            }
        },
        cancel: close
    };
}
