/** What a Salesforce org needs of the agreement to count by itself what became of the leads. */
import type { Agreement, Criterion, FactCriterion, Test } from '../../shared/agreement/types.ts';
import { acceptanceMetric } from '../../shared/acceptance/acceptance.ts';
import { responseMetrics } from '../../shared/acceptance/answers.ts';
import { defaultPeriod } from '../../shared/acceptance/period.ts';
import { FACT_FIELDS } from '../../shared/crm/salesforce/names.ts';
import { lengthOf } from './server-rules.ts';

/** The last twelve months can be chosen, and each shows the six before it. */
const MONTHS = 18;

/** What Apex's HandoffOutcome reads of a record, apart from facts. */
const READ = [
    'OwnerId',
    'LeadSource',
    'Handoff_Mql_At__c',
    'Handoff_Assigned_At__c',
    'Handoff_Assigned_To__r.Name',
    'Handoff_Assigned_To__r.UserRole.Name',
    'Handoff_Window__c',
    'Handoff_Due_At__c',
    'Handoff_First_Attempt_At__c',
    'Handoff_First_Attempt_Minutes__c',
    'Handoff_First_Contact_At__c',
    'Handoff_First_Contact_Minutes__c',
    'Handoff_Decision__c',
    'Handoff_Reason__c',
    'Handoff_Reason_Detail__c',
    'Handoff_Decided_At__c',
    'Handoff_Feedback__c',
    'Handoff_Feedback_At__c',
    'Handoff_Feedback_Due_At__c'
];

/** Facts that make a record complete (Q11). */
const COMPLETE = ['name', 'email', 'title', 'company', 'employees', 'revenue'];

/** The rules of Apex's HandoffOutcomeRules, for JSON. */
export function outcomeRules(agreement: Agreement): object {
    const tests = agreement.icp.flatMap(leaves);
    const days = /^last-(\d+)-days$/.exec(defaultPeriod(agreement))?.[1];
    const facts = [...new Set([...COMPLETE, ...tests.map(({ field }) => field)])];
    return {
        cohort: acceptanceMetric(agreement)?.cohort ?? 'mql_date',
        routing: {
            within: lengthOf(agreement.routing.within),
            clock: agreement.routing.clock,
            calendar: agreement.routing.calendar
        },
        answers: responseMetrics(agreement).map(({ within, clock, calendar, starts, stops }) => ({
            within: lengthOf(within),
            clock,
            calendar,
            starts,
            stops
        })),
        tests: tests.map(({ field, test }) => ({ fact: field, ...testOf(test) })),
        facts: facts.map((fact) => ({ fact, ...fieldsOf(fact, agreement) })),
        leadQuery: queryOf('Lead', facts, agreement),
        contactQuery: queryOf('Contact', facts, agreement),
        days: days === undefined ? [] : [Number(days)],
        months: Math.max(MONTHS, 12 + Math.max(0, ...agreement.alarms.map(({ months }) => months)))
    };
}

function leaves(criterion: Criterion): FactCriterion[] {
    if ('field' in criterion) return [criterion];
    return ('any' in criterion ? criterion.any : criterion.all).flatMap(leaves);
}

/** No key is a reserved word of Apex. */
function testOf(test: Test): object {
    if ('known' in test) return { isKnown: test.known };
    if ('between' in test) return { low: test.between[0], high: test.between[1] };
    if ('atLeast' in test) return { low: test.atLeast };
    if ('atMost' in test) return { high: test.atMost };
    if ('in' in test) return { oneOf: test.in };
    if ('contains' in test) return { phrases: test.contains };
    return typeof test.is === 'number'
        ? { low: test.is, high: test.is }
        : { oneOf: [String(test.is)] };
}

/** Owner by owner, so that a page of the job touches few groups. */
function queryOf(
    object: 'Lead' | 'Contact',
    facts: readonly string[],
    agreement: Agreement
): string {
    const key = object === 'Lead' ? 'leadFields' : 'contactFields';
    const own = facts.flatMap((fact) => fieldsOf(fact, agreement)[key]);
    const fields = [...READ, ...(object === 'Lead' ? ['IsConverted'] : []), ...own];
    return (
        `SELECT ${[...new Set(fields)].join(', ')} FROM ${object} ` +
        'WHERE Handoff_Mql_At__c >= :since ORDER BY OwnerId'
    );
}

function fieldsOf(
    fact: string,
    agreement: Agreement
): { readonly leadFields: readonly string[]; readonly contactFields: readonly string[] } {
    if (fact in FACT_FIELDS.Lead) {
        const known = fact as keyof typeof FACT_FIELDS.Lead;
        return { leadFields: FACT_FIELDS.Lead[known], contactFields: FACT_FIELDS.Contact[known] };
    }
    const own = agreement.fields.find(({ id }) => id === fact)?.salesforce;
    const listed = (field: string | null | undefined): string[] => (field ? [field] : []);
    return { leadFields: listed(own?.Lead), contactFields: listed(own?.Contact) };
}
