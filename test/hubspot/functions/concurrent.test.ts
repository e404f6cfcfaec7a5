/**
 * Many decisions on one contact at once. HubSpot's API has no conditional write, so two who read before
 * either writes can both write; what must not happen is that one of them is not told what counts.
 */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { DecideResult, Failure } from '../../../hubspot-project/functions/lib/envelope.ts';
import { createPortal } from '../../../scripts/sandbox/hubspot/portal.ts';
import { fullPortal, NOW, rejection } from './runs.ts';

const REPS = 50;

const owners = Array.from({ length: REPS }, (_, index) => ({
    id: String(100 + index),
    userId: 9000 + index,
    firstName: 'Rep',
    lastName: String(index)
}));

const portal = await createPortal({
    project: 'hubspot-project',
    now: () => NOW,
    delay: 1,
    // Fifty at once may be slow; HubSpot's ten seconds are not this machine's.
    steppedTime: true
});
afterAll(() => portal.close());
beforeEach(() => {
    portal.clearTraffic();
    portal.seed(fullPortal({ owners }));
});

type Answer = DecideResult | Failure;
const shown = (answer: Answer): string =>
    answer.records?.contact.properties.handoff_decided_by ?? 'nobody';

async function decide({ userId, firstName, lastName }: (typeof owners)[number]): Promise<Answer> {
    const parameters = rejection(`${firstName} ${lastName}`, userId);
    return (await portal.runFunction('handoff-decide', parameters)) as Answer;
}
const wrote = () =>
    portal.calls.filter(({ method, path }) => method === 'PATCH' && path.includes('/contacts/'));

describe('fifty decisions on one contact', () => {
    it('one after another: the first is saved, and each later rep sees it instead of overwriting it', async () => {
        const answers: Answer[] = [];
        for (const rep of owners) answers.push(await decide(rep));
        expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
        for (const answer of answers.slice(1)) {
            expect(answer).toMatchObject({ ok: false, error: { code: 'decided_meanwhile' } });
            expect(shown(answer)).toBe('Rep 0');
        }
        expect(wrote()).toHaveLength(1);
    });

    it('at once: the last to save wins, and whoever it overwrote first is told', async () => {
        const answers = await Promise.all(owners.map(decide));
        const contact = portal.snapshot().contacts[0];
        const history = contact?.history.handoff_decided_by?.map(({ value }) => value) ?? [];
        const standing = contact?.properties.handoff_decided_by;
        // HubSpot keeps what was overwritten.
        expect(history).toHaveLength(wrote().length);
        expect(history[0]).toBe(standing);
        answers.forEach((answer, index) => {
            if (answer.ok) {
                expect(shown(answer)).toBe(`Rep ${index}`);
                expect(history).toContain(`Rep ${index}`);
            } else {
                expect(answer.error.code).toBe('decided_meanwhile');
                expect(shown(answer)).not.toBe(`Rep ${index}`);
                expect(history).toContain(shown(answer));
            }
        });
        expect(answers.filter(({ ok }) => ok).map(shown)).toContain(standing);
    });
});
