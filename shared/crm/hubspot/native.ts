/** The options of HubSpot's own properties and pipelines that the agreement writes, and whether an account has them. */
import type { Agreement } from '../../agreement/types.ts';
import type { Issue } from '../../issue.ts';
import { DECISION_KINDS } from '../../lead.ts';

export const LEAD_STATUS = 'hs_lead_status';
export const LIFECYCLE_STAGE = 'lifecyclestage';
export const LEAD_STAGE = 'hs_pipeline_stage';
export const LEAD_REASON = 'hs_lead_disqualification_reason';

export type NativeProperty =
    typeof LEAD_STATUS | typeof LIFECYCLE_STAGE | typeof LEAD_STAGE | typeof LEAD_REASON;

/** What HubSpot calls them on its own pages. */
export const NATIVE_LABELS: { readonly [name in NativeProperty]: string } = {
    [LEAD_STATUS]: 'lead status',
    [LIFECYCLE_STAGE]: 'lifecycle stage',
    [LEAD_STAGE]: 'lead pipeline stage',
    [LEAD_REASON]: 'lead disqualification reason'
};

/** Where an admin changes them. */
const PLACES: { readonly [name in NativeProperty]: string } = {
    [LEAD_STATUS]: 'Settings, Properties, Lead Status',
    [LIFECYCLE_STAGE]: 'Settings, Objects, Contacts, Lifecycle Stage',
    [LEAD_STAGE]: 'Settings, Objects, Leads, Pipelines',
    [LEAD_REASON]: 'Settings, Properties, Lead properties, Disqualification reason'
};

export interface NativeValue {
    readonly property: NativeProperty;
    readonly value: string;
    /** Where the agreement names it: `decision.labels.rejected.hubspot.leadStatus`. */
    readonly path: string;
}
export interface NativeOption {
    readonly value: string;
    readonly label: string;
}
/** What an account offers; null: it could not be read, or there is no such thing here. */
export type NativeOptions = {
    readonly [name in NativeProperty]?: readonly NativeOption[] | null;
};

const MOST_NAMED = 12;

/** Everything of HubSpot's own that the agreement writes with a decision. */
export function nativeValues({ decision, reasons }: Agreement): NativeValue[] {
    const labels = DECISION_KINDS.flatMap((kind): (NativeValue | null)[] => {
        const { leadStatus, lifecycleStage, leadStage } = decision.labels[kind].hubspot;
        const path = `decision.labels.${kind}.hubspot`;
        return [
            valueOf(LEAD_STATUS, leadStatus, `${path}.leadStatus`),
            valueOf(LIFECYCLE_STAGE, lifecycleStage, `${path}.lifecycleStage`),
            valueOf(LEAD_STAGE, leadStage, `${path}.leadStage`)
        ];
    });
    const leadReasons = reasons.flatMap(({ code, hubspot, details }) => [
        valueOf(LEAD_REASON, hubspot.leadReason, `reasons.${code}.hubspot.leadReason`),
        ...details.map((detail) =>
            valueOf(
                LEAD_REASON,
                detail.hubspot.leadReason,
                `reasons.${code}.details.${detail.code}.hubspot.leadReason`
            )
        )
    ]);
    return [...labels, ...leadReasons].filter((value) => value !== null);
}

/**
 * The values that the account does not have: a decision is saved without them. Code `native.option`; the
 * path is the first place where the agreement names the value.
 */
export function missingNative(agreement: Agreement, options: NativeOptions): Issue[] {
    const values = nativeValues(agreement);
    return values.flatMap((value, index): Issue[] => {
        const isFirst = values.findIndex((one) => isSame(one, value)) === index;
        const offered = options[value.property];
        if (!isFirst || !offered || offered.some((one) => one.value === value.value)) return [];
        const message = missingWords(value.property, value.value, offered, agreement);
        return [{ code: 'native.option', path: value.path, message }];
    });
}

/** The properties that the agreement writes and whose options could not be read. */
export function uncheckedNative(agreement: Agreement, options: NativeOptions): NativeProperty[] {
    const written = nativeValues(agreement).map(({ property }) => property);
    return [...new Set(written)].filter((property) => !options[property]);
}

/** "This account has no lead status “UNQUALIFIED” …", and the ways out. */
export function missingWords(
    property: NativeProperty,
    value: string,
    offered: readonly NativeOption[],
    agreement: Agreement
): string {
    const paths = nativeValues(agreement)
        .filter((one) => one.property === property && one.value === value)
        .map(({ path }) => path);
    return `This account has no ${NATIVE_LABELS[property]} “${value}”. It has ${optionNames(offered)}. Decisions are saved without it. A HubSpot admin can add it (${PLACES[property]}), or whoever owns the agreement can change ${paths.join(' and ')}.`;
}

function isSame(a: NativeValue, b: NativeValue): boolean {
    return a.property === b.property && a.value === b.value;
}

/** "New (NEW), Open (OPEN) and 3 more" */
export function optionNames(options: readonly NativeOption[]): string {
    if (options.length === 0) return 'none';
    const names = options.map(({ value, label }) =>
        label === value ? value : `${label} (${value})`
    );
    const more = names.length - MOST_NAMED;
    return names.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function valueOf(property: NativeProperty, value: string | null, path: string): NativeValue | null {
    return value === null ? null : { property, value, path };
}
