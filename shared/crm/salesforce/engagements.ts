/** Synced engagements and campaign responses -> what the person did with marketing's work. */
import { ENGAGEMENT_KINDS } from '../../lead.ts';
import type { Answer, Engagement, EngagementKind, Unreadable } from '../../lead.ts';
import { MAX_ANSWER, noteUnreadable, readInstant, readOneOf, readRows, readText } from '../read.ts';
import type {
    SalesforceCampaignMemberRow,
    SalesforceEngagementRow,
    SalesforceRecords
} from './records.ts';
import { valueAt } from './row.ts';

/** Everything the person did, oldest first; what has no time or no known kind is left out, and noted. */
export function engagementsOf(records: SalesforceRecords, notes: Unreadable[]): Engagement[] {
    const rows = readRows('engagements', 'engagement', records.engagements, notes);
    const members = readRows('campaigns', 'campaign member', records.campaignMembers, notes);
    return [
        ...rows.flatMap((row) => engagementOf(row, notes)),
        ...members.flatMap((row) => responseOf(row, notes))
    ].sort((a, b) => a.at - b.at);
}

function engagementOf(row: SalesforceEngagementRow, notes: Unreadable[]): Engagement[] {
    const kind = readOneOf('engagements', 'kind', row.Handoff_Kind__c, ENGAGEMENT_KINDS, notes);
    const at = readInstant('engagements', 'engagement time', row.Handoff_Occurred_At__c, notes);
    if (kind === null || at === null) return [];
    const url = readText('engagements', 'URL', row.Handoff_Url__c, notes);
    const title = readText('engagements', 'title', row.Handoff_Title__c, notes);
    return [
        {
            at,
            kind,
            title: title ?? url ?? kind.replace(/_/g, ' '),
            url,
            campaign: readText('engagements', 'campaign', row.Handoff_Campaign__c, notes),
            answers: answersOf(row.Handoff_Answers__c, notes)
        }
    ];
}

/** A member who was only invited did nothing. */
function responseOf(row: SalesforceCampaignMemberRow, notes: Unreadable[]): Engagement[] {
    if (row.HasResponded !== true) return [];
    const at =
        readInstant('campaigns', 'response date', row.FirstRespondedDate, notes) ??
        readInstant('campaigns', 'membership date', row.CreatedDate, notes);
    if (at === null) return [];
    const name = readText('campaigns', 'campaign', valueAt(row, 'Campaign.Name'), notes);
    const type = readText('campaigns', 'campaign type', valueAt(row, 'Campaign.Type'), notes);
    return [
        {
            at,
            kind: kindOf(type),
            title: name ?? 'Campaign',
            url: null,
            campaign: name,
            answers: []
        }
    ];
}

function kindOf(campaignType: string | null): EngagementKind {
    if (campaignType === null) return 'campaign';
    if (/webinar/i.test(campaignType)) return 'webinar';
    return /\b(event|conference|seminar|trade ?show)\b/i.test(campaignType) ? 'event' : 'campaign';
}

function answersOf(value: unknown, notes: Unreadable[]): Answer[] {
    if (value === null || value === undefined || value === '') return [];
    const rows = listOf(value);
    if (rows === null) {
        noteUnreadable('engagements', 'answers', value, notes);
        return [];
    }
    return readRows('engagements', 'answer', rows as object[], notes).flatMap((row) => {
        const question = readText('engagements', 'question', valueAt(row, 'question'), notes);
        const answer = readText('engagements', 'answer', valueAt(row, 'answer'), notes, MAX_ANSWER);
        return answer === null ? [] : [{ question: question ?? '', answer }];
    });
}

function listOf(text: unknown): unknown[] | null {
    if (typeof text !== 'string') return null;
    try {
        const value: unknown = JSON.parse(text);
        return Array.isArray(value) ? value : null;
    } catch {
        return null;
    }
}
