import { useEffect, useMemo, useRef, useState } from 'react';
import { useExtensionContext } from '@hubspot/ui-extensions';
import { useAssociations, useCrmProperties } from '@hubspot/ui-extensions/crm';
import type { Gap, HubSpotObject, HubSpotRecords, Section } from '@handoff/core';

/** As many activities of one kind as a panel can make use of. */
const MOST = 200;

/** What no hook of HubSpot's gives a card. */
const OUT_OF_REACH: readonly Section[] = [
    'engagements',
    'page_views',
    'sequences',
    'assignments',
    'decisions',
    'acceptance',
    'owners',
    'settings'
];

export interface CrmRecords {
    /** Null: on their way, or the contact could not be read. */
    readonly records: HubSpotRecords | null;
    readonly error: Error | null;
}

/**
 * The record as HubSpot's own hooks give it to a card, with the user's own rights and without any
 * function. HubSpot's bundler reads the hooks' arguments where they stand, so they are literals;
 * a test holds them equal to what the core asks for.
 */
export function useCrmRecords(): CrmRecords {
    const { objectId } = useExtensionContext<'crm.record.tab'>().crm;
    const { properties, error, isLoading } = useCrmProperties([
        'annualrevenue',
        'company',
        'country',
        'createdate',
        'email',
        'first_conversion_date',
        'first_conversion_event_name',
        'firstname',
        'handoff_assigned_at',
        'handoff_attempts',
        'handoff_decided_at',
        'handoff_decided_by',
        'handoff_decision',
        'handoff_decision_note',
        'handoff_due_at',
        'handoff_feedback',
        'handoff_feedback_at',
        'handoff_feedback_by',
        'handoff_feedback_note',
        'handoff_first_attempt_at',
        'handoff_first_attempt_minutes',
        'handoff_first_contact_at',
        'handoff_first_contact_minutes',
        'handoff_mql_at',
        'handoff_reason',
        'handoff_reason_detail',
        'handoff_score_at_mql',
        'handoff_window',
        'hs_analytics_last_visit_timestamp',
        'hs_analytics_num_page_views',
        'hs_analytics_num_visits',
        'hs_analytics_source',
        'hs_email_first_click_date',
        'hs_email_first_open_date',
        'hs_email_first_reply_date',
        'hs_email_last_click_date',
        'hs_email_last_email_name',
        'hs_email_last_open_date',
        'hs_email_last_reply_date',
        'hs_sequences_is_enrolled',
        'hs_v2_date_entered_customer',
        'hs_v2_date_entered_marketingqualifiedlead',
        'hs_v2_date_entered_opportunity',
        'hubspot_owner_assigneddate',
        'hubspot_owner_id',
        'hubspotscore',
        'industry',
        'jobtitle',
        'lastname',
        'message',
        'mobilephone',
        'num_conversion_events',
        'numemployees',
        'phone',
        'recent_conversion_date',
        'recent_conversion_event_name'
    ]);
    const calls = useRows(
        useAssociations({
            toObjectType: '0-48',
            properties: [
                'hs_timestamp',
                'hs_call_title',
                'hs_call_direction',
                'hs_call_status',
                'hs_call_disposition',
                'hubspot_owner_id'
            ],
            pageLength: 100
        })
    );
    const emails = useRows(
        useAssociations({
            toObjectType: '0-49',
            properties: [
                'hs_timestamp',
                'hs_email_subject',
                'hs_email_direction',
                'hs_email_status',
                'hubspot_owner_id'
            ],
            pageLength: 100
        })
    );
    const meetings = useRows(
        useAssociations({
            toObjectType: '0-47',
            properties: [
                'hs_timestamp',
                'hs_meeting_title',
                'hs_meeting_start_time',
                'hs_meeting_outcome',
                'hubspot_owner_id'
            ],
            pageLength: 100
        })
    );
    const tasks = useRows(
        useAssociations({
            toObjectType: '0-27',
            properties: [
                'hs_timestamp',
                'hs_task_subject',
                'hs_task_type',
                'hs_task_status',
                'hs_task_completion_date',
                'hubspot_owner_id'
            ],
            pageLength: 100
        })
    );
    const notes = useRows(
        useAssociations({
            toObjectType: '0-46',
            properties: ['hs_timestamp', 'hs_note_body', 'hubspot_owner_id'],
            pageLength: 100
        })
    );
    const communications = useRows(
        useAssociations({
            toObjectType: '0-18',
            properties: ['hs_timestamp', 'hs_communication_channel_type', 'hubspot_owner_id'],
            pageLength: 100
        })
    );

    const records = useMemo(() => {
        const lists = { calls, emails, meetings, tasks, notes, messages: communications };
        const read = Object.values(lists).every(({ reading }) => !reading);
        if (isLoading || error !== null || !read) return null;
        return {
            contact: { id: String(objectId), properties },
            calls: calls.rows,
            emails: emails.rows,
            meetings: meetings.rows,
            tasks: tasks.rows,
            notes: notes.rows,
            communications: communications.rows,
            events: null,
            enrollments: [],
            owners: [],
            acceptance: null,
            gaps: [
                ...OUT_OF_REACH.map((section) => gap(section, 'no_functions')),
                ...Object.entries(lists).flatMap(([section, { missing }]) =>
                    missing === null ? [] : [gap(section, missing)]
                )
            ]
        };
    }, [
        objectId,
        properties,
        isLoading,
        error,
        calls,
        emails,
        meetings,
        tasks,
        notes,
        communications
    ]);
    return { records, error };
}

const gap = (section: string, why: Gap['why']) => ({ section, why, shown: null, total: null });

interface Rows {
    readonly rows: readonly HubSpotObject[];
    /** Pages are still on their way. */
    readonly reading: boolean;
    /** Why there may be more than these. */
    readonly missing: 'failed' | 'truncated' | null;
}

/** All pages of a list of associated records, up to `MOST`; HubSpot sorts them as it likes. */
function useRows(page: ReturnType<typeof useAssociations>): Rows {
    const { results, error, isLoading, pagination } = page;
    const { hasNextPage, nextPage } = pagination;
    const [rows, setRows] = useState<readonly HubSpotObject[]>([]);
    const [ended, setEnded] = useState(false);
    const taken = useRef<unknown>(null);
    useEffect(() => {
        // While the next page is on its way, the one before is still there.
        if (isLoading || error !== null || results === taken.current) return;
        taken.current = results;
        const fresh = results
            .map(({ toObjectId, properties }) => ({ id: String(toObjectId), properties }))
            .filter(({ id }) => !rows.some((row) => row.id === id));
        if (fresh.length > 0) setRows([...rows, ...fresh]);
        if (hasNextPage && fresh.length > 0 && rows.length + fresh.length < MOST) nextPage();
        else setEnded(true);
    }, [results, error, isLoading, hasNextPage, nextPage, rows]);
    return useMemo(
        () => ({
            rows,
            reading: !ended && error === null,
            missing: error !== null ? 'failed' : hasNextPage ? 'truncated' : null
        }),
        [rows, ended, error, hasNextPage]
    );
}
