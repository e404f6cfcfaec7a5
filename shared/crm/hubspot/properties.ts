import type { Agreement } from '../../agreement/types.ts';
import { CONVERSION_HISTORY, CONVERSION_PROPERTIES } from './conversions.ts';
import { TOTAL_PROPERTIES } from './gaps.ts';
import { STAGE_PROPERTIES } from './history.ts';
import { MARKETING_EMAIL_HISTORY, MARKETING_EMAIL_PROPERTIES } from './marketingEmails.ts';
import { FEEDBACK, HANDOFF, OWNER, SOURCE, STAMP } from './names.ts';
import { FACT_PROPERTIES } from './person.ts';
import { ENROLLED } from './sequences.ts';
import { defaultSettings, enteredProperty } from './settings.ts';
import type { HubSpotSettings } from './settings.ts';

export interface PropertyNames {
    readonly plain: readonly string[];
    readonly history: readonly string[];
}

/** The contact's properties that a panel needs: all of them as they are now, some with their history. */
export function hubspotProperties(
    agreement: Agreement,
    settings: HubSpotSettings = defaultSettings(agreement)
): PropertyNames {
    const { score, employees, revenue, industry, title, mqlStage } = settings;
    const { mqlAt, ...decision } = HANDOFF;
    // The core reckons the deadline itself.
    const { dueAt: _due, ...feedback } = FEEDBACK;
    // As long as a page, and only ever written.
    const { scoreBreakdown: _, ...stamps } = STAMP;
    const history = [
        OWNER,
        ...Object.values(decision),
        ...Object.values(feedback),
        ...CONVERSION_HISTORY,
        ...MARKETING_EMAIL_HISTORY,
        ...(score === null ? [] : [score])
    ];
    const plain = [
        ...FACT_PROPERTIES,
        title,
        employees,
        revenue,
        industry,
        SOURCE,
        'createdate',
        mqlAt,
        ...Object.values(stamps),
        enteredProperty(mqlStage),
        ...STAGE_PROPERTIES,
        ENROLLED,
        ...TOTAL_PROPERTIES,
        ...CONVERSION_PROPERTIES,
        ...MARKETING_EMAIL_PROPERTIES,
        ...history,
        ...agreement.fields.map((field) => field.hubspot)
    ].filter((name): name is string => name !== null);
    return { plain: [...new Set(plain)], history };
}
