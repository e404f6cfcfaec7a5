import { useCallback, useRef, useState } from 'react';
import { useExtensionActions, useExtensionContext } from '@hubspot/ui-extensions';
import {
    agreement,
    answerFeedback,
    type FeedbackKind,
    type FeedbackPanel,
    type HubSpotRecords,
    type Issue,
    type Lead
} from '@handoff/core';
import { callFunction, type Answer, type Failure } from '../callFunction.ts';
import { patiently, pauseFor } from '../patience.ts';

interface Form {
    /** The answer whose note is asked; null: no form is open. */
    readonly kind: FeedbackKind | null;
    readonly note: string;
    /** Marketing answered, and asked to change it. */
    readonly changing: boolean;
    readonly saving: boolean;
    readonly issues: readonly Issue[];
    readonly failure: Failure | null;
}

const CLOSED: Form = {
    kind: null,
    note: '',
    changing: false,
    saving: false,
    issues: [],
    failure: null
};

export interface FeedbackForm extends Form {
    readonly change: () => void;
    readonly choose: (kind: FeedbackKind) => void;
    /** Every letter as it is typed. */
    readonly type: (note: string) => void;
    /** The note once the field is left. */
    readonly write: (note: string) => void;
    readonly confirm: () => void;
    readonly cancel: () => void;
}

/** The form for marketing's answer: what was entered stays until it is saved or cancelled. */
export function useFeedback(
    lead: Lead,
    { words }: FeedbackPanel,
    take: (records: HubSpotRecords) => void
): FeedbackForm {
    const { crm, user } = useExtensionContext<'crm.record.tab'>();
    const { addAlert, refreshObjectProperties } = useExtensionActions<'crm.record.tab'>();
    const [form, setForm] = useState(CLOSED);
    // HubSpot asks not to redraw a field at every letter; a click may come before it is left.
    const typed = useRef('');
    const set = useCallback(
        (change: Partial<Form>) => setForm((before) => ({ ...before, ...change })),
        []
    );

    async function save(kind: FeedbackKind, text: string) {
        const note = text === '' ? null : text;
        const by = [user.firstName, user.lastName].filter(Boolean).join(' ') || user.email;
        const { issues } = answerFeedback(lead, agreement, { kind, note, by }, Date.now());
        set({ note: text, issues, failure: null, saving: issues.length === 0 });
        if (issues.length > 0) return;
        await patiently({
            call: () =>
                callFunction('handoff-answer', {
                    objectId: crm.objectId,
                    objectTypeId: crm.objectTypeId,
                    kind,
                    note,
                    by,
                    byUserId: user.id,
                    seenDecidedAt: lead.decisions[lead.decisions.length - 1]?.at ?? null,
                    seenAnsweredAt: lead.feedback[lead.feedback.length - 1]?.at ?? null
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
        choose: (kind) => set({ kind, issues: [], failure: null }),
        type: (note) => {
            typed.current = note;
        },
        write: (note) => {
            typed.current = note;
            set({ note });
        },
        confirm: () => {
            if (form.kind !== null && !form.saving) void save(form.kind, typed.current);
        },
        cancel: close
    };
}
