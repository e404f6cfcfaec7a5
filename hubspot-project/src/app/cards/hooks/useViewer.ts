import { useMemo } from 'react';
import { useExtensionContext } from '@hubspot/ui-extensions';
import type { Instant, Viewer } from '@handoff/core';

/** Who reads the panel: in the user's language, and in the account's zone, as HubSpot itself does. */
export function useViewer(now: Instant): Viewer {
    const { user, portal } = useExtensionContext<'crm.record.tab'>();
    // HubSpot documents no form for it, and Intl throws at `en_US`.
    const locale = (user.locale ?? 'en-US').replaceAll('_', '-');
    const timeZone = portal.timezone;
    return useMemo(() => ({ now, locale, timeZone }), [now, locale, timeZone]);
}
