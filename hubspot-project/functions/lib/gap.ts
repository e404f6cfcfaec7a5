import type { Gap, Section } from '../../../shared/lead.ts';
import type { ApiError } from './apiError.ts';

/** HubSpot has no category for "your subscription lacks this"; only its sentence says so. */
const TIER =
    /subscription|upgrade|\btier\b|enterprise|professional|have access to this (api|feature)/i;

/** Why a part could not be read. `bought` says that the part does not come with every subscription. */
export function gapOf(section: Section, error: ApiError, bought = false): Gap {
    return { section, why: whyOf(error, bought), shown: null, total: null };
}

/** A part of which only some was read. */
export function cutGap(section: Section, shown: number, total: number | null): Gap {
    return { section, why: 'truncated', shown, total };
}

function whyOf({ status, category, message }: ApiError, bought: boolean): Gap['why'] {
    if (status === 404 && bought) return 'no_tier';
    if (status !== 401 && status !== 403) return 'failed';
    return category !== 'MISSING_SCOPES' && TIER.test(message) ? 'no_tier' : 'no_access';
}
