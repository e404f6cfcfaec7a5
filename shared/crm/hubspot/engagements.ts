/** Events, form conversions and marketing email -> what the person did with marketing's work. */
import type { Engagement, EngagementKind, Instant, Unreadable } from '../../lead.ts';
import { readInstant, readRows, readText } from '../read.ts';
import {
    CAMPAIGN_PROPERTIES,
    FORM_TITLE,
    kindOfEvent,
    nameOfEvent,
    TITLE_PROPERTIES,
    URL_PROPERTIES
} from './events.ts';
import { conversionsOf, withMessages } from './conversions.ts';
import { marketingEmailsOf } from './marketingEmails.ts';
import type { HubSpotEvent, HubSpotRecords } from './records.ts';
import { propertiesOf } from './value.ts';

/**
 * HubSpot tells of one submission in up to three events, and once more in the contact's properties;
 * they are this close together.
 */
const SAME_MOMENT = 60_000;

/** An engagement, the event type that told of it, and whether that names the form itself. */
interface Sighting {
    readonly type: string;
    readonly engagement: Engagement;
    readonly namesForm: boolean;
}

/** Everything the person did, oldest first, each thing once. */
export function engagementsOf(records: HubSpotRecords, notes: Unreadable[]): Engagement[] {
    const conversions = conversionsOf(records.contact, notes);
    const seen = oncePerSubmission(sightingsOf(records.events, notes)).map((sighting) =>
        named(sighting, conversions)
    );
    const isNew = (found: Engagement): boolean =>
        !seen.some((one) => one.kind === found.kind && Math.abs(one.at - found.at) <= SAME_MOMENT);
    const engagements = [
        ...seen,
        ...conversions.filter(isNew),
        ...marketingEmailsOf(records.contact, notes).filter(isNew)
    ].sort((a, b) => a.at - b.at);
    return withMessages(engagements, records.contact, notes);
}

/** The events that are engagements, oldest first. */
function sightingsOf(events: readonly HubSpotEvent[] | null, notes: Unreadable[]): Sighting[] {
    return readRows('engagements', 'event', events, notes)
        .flatMap((event) => {
            const type = readText('engagements', 'event type', event.eventType, notes);
            const kind = type === null ? null : kindOfEvent(type);
            if (type === null || kind === null) return [];
            const at = readInstant('engagements', 'event time', event.occurredAt, notes);
            return at === null ? [] : [sightingOf(event, type, kind, at, notes)];
        })
        .sort((a, b) => a.engagement.at - b.engagement.at);
}

function sightingOf(
    event: HubSpotEvent,
    type: string,
    kind: EngagementKind,
    at: Instant,
    notes: Unreadable[]
): Sighting {
    const properties = propertiesOf(event);
    const first = (names: readonly string[]): string | null => {
        for (const name of names) {
            const text = readText('engagements', name, properties[name], notes);
            if (text !== null) return text;
        }
        return null;
    };
    const url = first(URL_PROPERTIES);
    const formTitle = first([FORM_TITLE]);
    return {
        type,
        namesForm: formTitle !== null,
        engagement: {
            at,
            kind,
            title: formTitle ?? first(TITLE_PROPERTIES) ?? url ?? nameOfEvent(type),
            url,
            campaign: first(CAMPAIGN_PROPERTIES),
            answers: []
        }
    };
}

/** The events of one form submission as one, with the best title among them. */
function oncePerSubmission(sightings: readonly Sighting[]): Sighting[] {
    const submissions: Sighting[][] = [];
    for (const sighting of sightings) {
        const { at, kind } = sighting.engagement;
        const same = submissions.find(
            ([first, ...rest]) =>
                kind === 'form' &&
                first?.engagement.kind === 'form' &&
                at - first.engagement.at <= SAME_MOMENT &&
                // The same type again is another submission.
                ![first, ...rest].some((one) => one.type === sighting.type)
        );
        if (same) same.push(sighting);
        else submissions.push([sighting]);
    }
    return submissions.flatMap(([first, ...rest]) => (first ? [mergedOf(first, rest)] : []));
}

function mergedOf(first: Sighting, rest: readonly Sighting[]): Sighting {
    const all = [first, ...rest];
    const best = all.find((one) => one.namesForm) ?? first;
    return {
        ...best,
        engagement: {
            ...first.engagement,
            title: best.engagement.title,
            url: all.find((one) => one.engagement.url !== null)?.engagement.url ?? null,
            campaign:
                all.find((one) => one.engagement.campaign !== null)?.engagement.campaign ?? null
        }
    };
}

/** A form whose events name only its page takes the conversion's name. */
function named(sighting: Sighting, conversions: readonly Engagement[]): Engagement {
    const { engagement, namesForm } = sighting;
    if (engagement.kind !== 'form' || namesForm) return engagement;
    const conversion = conversions.find((one) => Math.abs(one.at - engagement.at) <= SAME_MOMENT);
    return conversion ? { ...engagement, title: conversion.title } : engagement;
}
