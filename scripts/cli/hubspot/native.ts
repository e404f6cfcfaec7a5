/** What an account offers of the options of HubSpot's own that the agreement writes. */
import {
    LEAD_REASON,
    LEAD_STAGE,
    LEAD_STATUS,
    LIFECYCLE_STAGE
} from '../../../shared/crm/hubspot/native.ts';
import type { NativeOption, NativeOptions } from '../../../shared/crm/hubspot/native.ts';
import { CliError } from '../output/errors.ts';
import type { Connection } from './connect.ts';
import type { PortalProperty } from './properties.ts';
import type { Variant } from './variant.ts';

const PIPELINES = '/crm/pipelines/2026-09/leads';
const REASONS = `/crm/properties/2026-09/leads/${LEAD_REASON}`;

interface Pipelines {
    readonly results: readonly {
        readonly stages: readonly { readonly id: string; readonly label: string }[];
    }[];
}

/** Reads them; those of lead records only where the app moves these, and null where the login may not see them. */
export async function readNativeOptions(
    { api }: Connection,
    all: readonly PortalProperty[],
    { features }: Variant
): Promise<NativeOptions> {
    const contact = {
        [LEAD_STATUS]: optionsIn(all.find(({ name }) => name === LEAD_STATUS)),
        [LIFECYCLE_STAGE]: optionsIn(all.find(({ name }) => name === LIFECYCLE_STAGE))
    };
    if (!features.includes('leads')) return contact;
    const [pipelines, reasons] = await Promise.all([
        visible(api.find<Pipelines>(PIPELINES)),
        visible(api.find<PortalProperty>(REASONS))
    ]);
    const stages = pipelines?.results.flatMap((pipeline) => pipeline.stages) ?? null;
    return {
        ...contact,
        [LEAD_STAGE]: stages && stages.map(({ id, label }) => ({ value: id, label })),
        [LEAD_REASON]: reasons && optionsIn(reasons)
    };
}

function optionsIn(property: PortalProperty | undefined): NativeOption[] {
    return (property?.options ?? [])
        .filter(({ hidden }) => !hidden)
        .map(({ value, label }) => ({ value, label }));
}

/** Null where the login may not see it, or the subscription does not have it. */
async function visible<Result>(asked: Promise<Result | null>): Promise<Result | null> {
    try {
        return await asked;
    } catch (thrown) {
        const isHidden =
            thrown instanceof CliError &&
            ['hubspot.scopes', 'hubspot.not_allowed', 'hubspot.refused'].includes(thrown.code);
        if (isHidden) return null;
        throw thrown;
    }
}
