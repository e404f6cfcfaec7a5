/** Notifications and emails that code sends; here they reach nobody. */
import { ApexException, ApexSet, PlatformObject, nullPointer } from '../values.ts';
import type { Frame } from '../program.ts';
import { valuesOf } from './collections.ts';
import type { InstanceMethods } from './methods.ts';

type Self = PlatformObject;

/** Users, groups and queues that one notification may name. */
const MOST_RECIPIENTS = 500;
const PROPERTIES: readonly string[] = [
    'title',
    'body',
    'notificationTypeId',
    'targetId',
    'targetPageRef',
    'senderId'
];

export const messagingMethods: InstanceMethods = {
    ...Object.fromEntries(
        PROPERTIES.map((name) => [
            `messaging.customnotification.set${name}/1`.toLowerCase(),
            ['void', (self: Self, [value]: readonly unknown[]) => void self.values.set(name, value)]
        ])
    ),
    'messaging.customnotification.send/1': [
        'void',
        (self: Self, [recipients], frame) => send(self, recipients, frame)
    ]
};

function send(self: Self, recipients: unknown, frame: Frame): null {
    if (!(recipients instanceof ApexSet)) throw nullPointer();
    const missing = ['title', 'body', 'notificationTypeId'].filter(
        (name) => self.get(name) === null
    );
    if (self.get('targetId') === null && self.get('targetPageRef') === null)
        missing.push('targetId');
    if (missing.length > 0) throw refused(`Missing required field: ${missing.join(', ')}`);
    if (recipients.entries.size === 0) throw refused('Recipients cannot be empty');
    if (recipients.entries.size > MOST_RECIPIENTS) throw refused('Too many recipients');
    const { store, limits } = frame.transaction;
    for (const id of valuesOf(recipients)) {
        if (store.byId(String(id)) === null) throw refused(`Invalid recipient: ${String(id)}`);
    }
    // Each is a DML statement.
    limits.take('dmlStatements');
    return null;
}

function refused(message: string): ApexException {
    return new ApexException('HandledException', message);
}
