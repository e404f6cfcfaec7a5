import { leadFromHubSpot, agreement } from '@handoff/core';
import { CrmActionButton, CrmActionLink } from '@hubspot/ui-extensions/crm';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { describe, expect, it } from 'vitest';
import { QuickActions } from '../../hubspot-project/src/app/cards/components/QuickActions.tsx';

const RECORD = { objectId: 5101, objectTypeId: '0-1' };
const REACHABLE = { phone: '+1 312 555 0199', email: 'm@contoso.example' };

function opened(
    facts: { readonly phone: string | null; readonly email: string | null } = REACHABLE,
    state: 'not_started' | 'running' | 'answered' = 'running',
    location: 'crm.record.tab' | 'crm.record.sidebar' = 'crm.record.tab'
) {
    const renderer = createRenderer(location);
    Object.assign(renderer.mocks.context.crm, RECORD);
    renderer.render(<QuickActions facts={facts} clock={{ state }} />);
    return renderer;
}

describe('next to the clock', () => {
    it.each(['crm.record.tab', 'crm.record.sidebar'] as const)(
        'one calls, writes and meets by HubSpot’s own actions: %s',
        (location) => {
            const buttons = opened(REACHABLE, 'running', location).findAll(CrmActionButton);
            const asked = buttons.map(({ text, props }) => [
                text,
                props.actionType,
                props.actionContext
            ]);
            expect(asked).toEqual([
                [
                    'Call',
                    'PAGE_APP_LINK',
                    { path: '/contacts/123/record/0-1/5101?interaction=call' }
                ],
                ['Email', 'SEND_EMAIL', RECORD],
                ['Meeting', 'SCHEDULE_MEETING', RECORD]
            ]);
        }
    );

    it.each(['not_started', 'answered'] as const)('they step back when it is %s', (state) => {
        const card = opened(REACHABLE, state);
        expect(card.findAll(CrmActionButton)).toEqual([]);
        expect(card.findAll(CrmActionLink).map(({ text }) => text)).toEqual([
            'Call',
            'Email',
            'Meeting'
        ]);
    });

    it('offers no way that leads nowhere', () => {
        const nobody = leadFromHubSpot({} as never, agreement).facts;
        const card = opened(nobody as typeof REACHABLE);
        expect(card.findAll(CrmActionButton).map(({ text }) => text)).toEqual(['Meeting']);
    });

    it('tells what HubSpot refuses', () => {
        const card = opened();
        card.findAll(CrmActionButton)[1]?.props.onError?.(['You have no connected inbox.']);
        expect(card.mocks.actions.addAlert.calls).toEqual([
            [{ type: 'danger', message: 'You have no connected inbox.' }]
        ]);
    });
});
