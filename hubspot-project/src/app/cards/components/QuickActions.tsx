import { Flex, useExtensionActions, useExtensionContext } from '@hubspot/ui-extensions';
import { CrmActionButton, CrmActionLink } from '@hubspot/ui-extensions/crm';
import type { Clock, Facts } from '@handoff/core';
import { words } from '../words.ts';

interface Props {
    readonly facts: Pick<Facts, 'email' | 'phone'>;
    readonly clock: Pick<Clock, 'state'>;
}

/**
 * HubSpot's own ways to answer: buttons while the clock runs, links before and after. HubSpot has
 * no action for a call; its record page opens the dialer at `?interaction=call`.
 */
export function QuickActions({ facts, clock }: Props) {
    const { crm, portal } = useExtensionContext<'crm.record.tab'>();
    const { addAlert } = useExtensionActions<'crm.record.tab'>();
    const { objectId, objectTypeId } = crm;
    const record = { objectId, objectTypeId };
    const onError = (errors: string[]) => addAlert({ type: 'danger', message: errors.join(' ') });
    const dialer = `/contacts/${portal.id}/record/${objectTypeId}/${objectId}?interaction=call`;
    const actions = [
        ...(facts.phone === null
            ? []
            : [
                  {
                      label: words.call,
                      actionType: 'PAGE_APP_LINK' as const,
                      actionContext: { path: dialer }
                  }
              ]),
        ...(facts.email === null
            ? []
            : [
                  {
                      label: words.email,
                      actionType: 'SEND_EMAIL' as const,
                      actionContext: record
                  }
              ]),
        { label: words.meeting, actionType: 'SCHEDULE_MEETING' as const, actionContext: record }
    ];
    return (
        <Flex direction="row" gap="sm" wrap="wrap">
            {actions.map(({ label, ...action }) =>
                clock.state === 'running' ? (
                    <CrmActionButton key={label} {...action} size="xs" onError={onError}>
                        {label}
                    </CrmActionButton>
                ) : (
                    <CrmActionLink key={label} {...action} onError={onError}>
                        {label}
                    </CrmActionLink>
                )
            )}
        </Flex>
    );
}
