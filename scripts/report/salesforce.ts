/** A report's leads straight from an org: the same records that its nightly job counts, page by page. */
import { addOutcome, emptyTally } from '../../shared/acceptance/tally.ts';
import { readInstant } from '../../shared/crm/read.ts';
import type { Instant } from '../../shared/lead.ts';
import { outcomeRules } from '../build/outcome-rules.ts';
import type { Context } from '../cli/context.ts';
import type { Api, Row } from '../cli/salesforce/api.ts';
import { connect } from '../cli/salesforce/connect.ts';
import { columnFinder } from './columns.ts';
import { TOLD } from './count.ts';
import type { BrokenRow, Question } from './count.ts';
import { earlyDecisions } from './earlyDecisions.ts';
import { rowReader } from './leadRow.ts';
import { API_NOTATIONS } from './numbers.ts';
import type { Progress } from './progress.ts';
import { cellsFinder, flat } from './rows.ts';
import type { Read } from './sources.ts';
import { outcomesOf } from './wholeDays.ts';

interface Page {
    readonly totalSize: number;
    readonly records: readonly Row[];
    readonly nextRecordsUrl?: string;
}

export async function readSalesforce(
    context: Context,
    targetOrg: string | undefined,
    { agreement, asOf, filters, period }: Question,
    progress: Progress
): Promise<Read> {
    const { api } = await connect(context, targetOrg === undefined ? {} : { targetOrg });
    const since = new Date(period.since).toISOString();
    const rules = outcomeRules(agreement) as { leadQuery: string; contactQuery: string };
    const campaigns = await campaignsOf(api, since);
    const cellsOf = cellsFinder(columnFinder(agreement));
    const { lead } = rowReader(agreement, API_NOTATIONS);
    const outcomeOf = outcomesOf(agreement, asOf);
    const early = earlyDecisions(period, filters);
    const tally = emptyTally(agreement, period, filters);
    const broken: BrokenRow[] = [];
    let [rows, others, brokenCount] = [0, 0, 0];
    for (const query of [rules.leadQuery, rules.contactQuery]) {
        const soql = query.replace(/:since\b/g, since).replace(/^SELECT /, 'SELECT Id, ');
        for await (const { records, totalSize } of pagesOf(api, soql)) {
            for (const record of records) {
                rows++;
                const read = lead(cellsOf(flat(record, '', 0)));
                if (typeof read === 'string') {
                    brokenCount++;
                    const reason = `${String(record['Id'])}: ${read}`;
                    if (broken.length < TOLD) broken.push({ line: rows, reason });
                } else if (read === null || read.mqlAt > asOf) {
                    others++;
                } else {
                    const campaign = campaigns(read.id ?? '', read.mqlAt);
                    const outcome = outcomeOf({ ...read, campaign });
                    const line = rows;
                    early.see(read, outcome, () => line);
                    addOutcome(tally, outcome);
                }
            }
            progress.at(`Reading Salesforce, ${rows} of ${totalSize} records`, null);
        }
    }
    const reading = {
        ...{ from: 'Salesforce', rows, others, brokenCount, broken, notes: [] },
        early: early.result()
    };
    return { tally, asOf, reading };
}

async function* pagesOf(api: Api, soql: string): AsyncGenerator<Page> {
    let next: string | undefined = `/query?q=${encodeURIComponent(soql)}`;
    while (next !== undefined) {
        const page: Page = await api.get<Page>(next);
        yield page;
        next = page.nextRecordsUrl;
    }
}

interface Answered {
    readonly at: Instant;
    readonly campaign: string;
}

/** Which campaign a person answered last before becoming an MQL, as Apex's HandoffCampaigns says. */
async function campaignsOf(
    api: Api,
    since: string
): Promise<(id: string, mqlAt: Instant) => string | null> {
    const answers = new Map<string, Answered[]>();
    const add = (id: unknown, at: Instant | null, campaign: unknown): void => {
        if (typeof id !== 'string' || at === null || typeof campaign !== 'string') return;
        const of = answers.get(id);
        if (of) of.push({ at, campaign });
        else answers.set(id, [{ at, campaign }]);
    };
    const time = (value: unknown): Instant | null => readInstant('campaigns', 'time', value, []);
    const member = `SELECT LeadId, ContactId, FirstRespondedDate, CreatedDate, Campaign.Name FROM CampaignMember WHERE HasResponded = true AND (Lead.Handoff_Mql_At__c >= ${since} OR Contact.Handoff_Mql_At__c >= ${since})`;
    const engagement = `SELECT Handoff_Lead__c, Handoff_Contact__c, Handoff_Occurred_At__c, Handoff_Campaign__c FROM Handoff_Engagement__c WHERE Handoff_Campaign__c != null AND (Handoff_Lead__r.Handoff_Mql_At__c >= ${since} OR Handoff_Contact__r.Handoff_Mql_At__c >= ${since})`;
    for await (const { records } of pagesOf(api, engagement)) {
        for (const row of records) {
            const at = time(row['Handoff_Occurred_At__c']);
            add(row['Handoff_Lead__c'], at, row['Handoff_Campaign__c']);
            add(row['Handoff_Contact__c'], at, row['Handoff_Campaign__c']);
        }
    }
    for await (const { records } of pagesOf(api, member)) {
        for (const row of records) {
            const name = (row['Campaign'] as Row | null)?.['Name'];
            const at = time(row['FirstRespondedDate']) ?? time(row['CreatedDate']);
            add(row['LeadId'], at, name);
            add(row['ContactId'], at, name);
        }
    }
    return (id, mqlAt) =>
        (answers.get(id) ?? []).reduce<Answered | null>(
            (last, one) => (one.at <= mqlAt && one.at >= (last?.at ?? -Infinity) ? one : last),
            null
        )?.campaign ?? null;
}
