import { Alert } from '@hubspot/ui-extensions';
import type { Badge } from '@handoff/core';
import { ALERTS } from './tones.ts';

/** What must be said before any number. */
export function Notes({ notes }: { readonly notes: readonly Badge[] }) {
    return notes.map(({ text, tone }) => <Alert key={text} title={text} variant={ALERTS[tone]} />);
}
