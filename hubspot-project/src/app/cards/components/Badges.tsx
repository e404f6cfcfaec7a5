import { StatusTag, Tag } from '@hubspot/ui-extensions';
import type { Badge } from '@handoff/core';
import { STATUS_TAGS, TAGS } from './tones.ts';

/** A short state that stands out. */
export function FilledBadge({ badge }: { readonly badge: Badge }) {
    return (
        <Tag variant={TAGS[badge.tone]} inline>
            {badge.text}
        </Tag>
    );
}

/** A short state in a list, where many stand under each other. */
export function QuietBadge({ badge }: { readonly badge: Badge }) {
    return <StatusTag variant={STATUS_TAGS[badge.tone]}>{badge.text}</StatusTag>;
}
