/** The computed fields that reports and list views need of the agreement: where a handoff stands, and shares. */
import type { Agreement, Duration } from '../../shared/agreement/types.ts';
import type { DecisionKind } from '../../shared/lead.ts';
import { acceptanceMetric } from '../../shared/acceptance/acceptance.ts';
import type { MetadataFile } from './agreement-metadata.ts';

const DAY = 86_400_000;

/** What Handoff_Step__c says, in the order of a handoff; list views and reports filter by these. */
export const STEPS = {
    unassigned: 'Unassigned',
    attempt: 'First attempt due',
    overdue: 'Overdue',
    decision: 'Decision due',
    stalled: 'Stalled',
    decided: 'Decided'
} as const;

interface Computed {
    readonly name: string;
    readonly label: string;
    readonly description: string;
    readonly type: string;
    readonly formula: string;
}

/**
 * Formula fields for Lead and Contact, since a report knows neither "now" nor the agreement: the handoff's
 * step (Q43, Q52), whether the first attempt was in time (Q32, Q85), and whether sales accepted (Q63, Q80).
 * A share is the average of a field that is 1, 0 or blank.
 */
export function reportFields(agreement: Agreement): MetadataFile[] {
    return ['Lead', 'Contact'].flatMap((object) =>
        [
            stepField(agreement, object),
            inTimeField(agreement, object),
            acceptedField(agreement)
        ].map((field) => ({
            path: `force-app/main/agreement/objects/${object}/fields/${field.name}.field-meta.xml`,
            text: fieldXml(field)
        }))
    );
}

const DECIDED =
    'AND(NOT(ISBLANK(Handoff_Mql_At__c)), NOT(ISPICKVAL(Handoff_Decision__c, "")), OR(ISBLANK(Handoff_Decided_At__c), Handoff_Decided_At__c >= Handoff_Mql_At__c))';

function stepField(agreement: Agreement, object: string): Computed {
    const done = object === 'Lead' ? `OR(IsConverted, ${DECIDED})` : DECIDED;
    return {
        name: 'Handoff_Step__c',
        label: 'Handoff Step',
        description:
            'Where this handoff stands now. Stalled: no decision although one is due; counted in calendar days that are never fewer than the agreement’s business days.',
        type: '<type>Text</type>',
        formula: `IF(ISBLANK(Handoff_Mql_At__c), "",
IF(${done}, "${STEPS.decided}",
IF(ISBLANK(Handoff_Assigned_At__c), "${STEPS.unassigned}",
IF(${stalled(agreement)}, "${STEPS.stalled}",
IF(NOT(ISBLANK(${stopOf(agreement)})), "${STEPS.decision}",
IF(AND(NOT(ISBLANK(Handoff_Due_At__c)), Handoff_Due_At__c < NOW()), "${STEPS.overdue}", "${STEPS.attempt}"))))))`
    };
}

function inTimeField(agreement: Agreement, object: string): Computed {
    const stop = stopOf(agreement);
    const done = object === 'Lead' ? `OR(IsConverted, ${DECIDED})` : DECIDED;
    return {
        name: 'Handoff_In_Time__c',
        label: 'Answered in Time',
        description:
            '100% when the response window’s clock was stopped by its deadline, 0% when not, blank while it is open. The average is the share in time.',
        type: PERCENT,
        formula: `IF(ISBLANK(Handoff_Due_At__c), NULL,
IF(NOT(ISBLANK(${stop})), IF(${stop} <= Handoff_Due_At__c, 1, 0),
IF(OR(Handoff_Due_At__c >= NOW(), ${done}), NULL, 0)))`
    };
}

function acceptedField(agreement: Agreement): Computed {
    const metric = acceptanceMetric(agreement);
    const counted: readonly DecisionKind[] = metric?.numerator ?? ['accepted', 'qualified'];
    const kinds = counted.map((kind) => `ISPICKVAL(Handoff_Decision__c, "${kind}")`).join(', ');
    const undecided =
        metric?.denominator === 'delivered' ? 'IF(ISBLANK(Handoff_Mql_At__c), NULL, 0)' : 'NULL';
    return {
        name: 'Handoff_Accepted__c',
        label: 'Accepted by Sales',
        description:
            'Whether the decision counts as acceptance in the agreement: 100% or 0%, blank where the rate leaves it out. The average is the acceptance rate.',
        type: PERCENT,
        formula: `IF(${DECIDED}, IF(OR(${kinds}), 1, 0), ${undecided})`
    };
}

const PERCENT = '<type>Percent</type>\n    <precision>18</precision>\n    <scale>0</scale>';

/** The stamp that stops the clock of the window in force. */
function stopOf({ windows }: Agreement): string {
    const byContact = windows.filter(({ stops }) => stops === 'contact');
    if (byContact.length === 0) return 'Handoff_First_Attempt_At__c';
    if (byContact.length === windows.length) return 'Handoff_First_Contact_At__c';
    const cases = byContact.map(({ id }) => `"${id}", Handoff_First_Contact_At__c`).join(', ');
    return `CASE(Handoff_Window__c, ${cases}, Handoff_First_Attempt_At__c)`;
}

const STAMPS = {
    assigned: 'Handoff_Assigned_At__c',
    first_attempt: 'Handoff_First_Attempt_At__c',
    first_contact: 'Handoff_First_Contact_At__c'
};

function stalled(agreement: Agreement): string {
    const late = agreement.decision.due.map(({ within, after }) => {
        const days = calendarDays(agreement, within);
        return `AND(NOT(ISBLANK(${STAMPS[after]})), ${STAMPS[after]} + ${days} < NOW())`;
    });
    return late.length === 1 ? String(late[0]) : `OR(${late.join(', ')})`;
}

/**
 * A formula knows no calendar: the days by which so many business days are over, whatever the weekday it
 * starts on, holidays apart. Never too few, since a false alarm costs more trust than a late one.
 */
function calendarDays({ calendars, calendar }: Agreement, within: Duration): number {
    if ('ms' in within) return Number((within.ms / DAY).toFixed(6));
    const week = Object.values(calendars[calendar]?.week ?? {});
    const open = week.filter((spans) => spans.length > 0).length;
    const n = within.businessDays;
    return n + (open > 0 ? (7 - open) * Math.ceil(n / open) : 0) + 1;
}

/** The comment stands inside: source-deploy-retrieve takes one before the root for the root of an object's part. */
function fieldXml({ name, label, description, type, formula }: Computed): string {
    const escaped = formula.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    return `<?xml version="1.0" encoding="UTF-8" ?>
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <!-- Generated from the agreement: change agreement.yaml, not this file. -->
    <fullName>${name}</fullName>
    <label>${label}</label>
    <description>${description}</description>
    <formula>${escaped}</formula>
    <formulaTreatBlanksAs>BlankAsBlank</formulaTreatBlanksAs>
    ${type}
</CustomField>
`;
}
