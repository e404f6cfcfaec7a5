import type { ActivityKind } from '../../../shared/crm/hubspot/touches.ts';

/** HubSpot's object types of the activities. */
export const ACTIVITIES: { readonly [objectType: string]: ActivityKind } = {
    '0-48': 'calls',
    '0-49': 'emails',
    '0-47': 'meetings',
    '0-27': 'tasks',
    '0-46': 'notes',
    '0-18': 'communications'
};
