/** What HubSpot's event types mean, and where each keeps what was engaged with. */
import type { EngagementKind } from '../../lead.ts';
import { known } from './value.ts';

/** The form's own name; the other titles are those of its page. */
export const FORM_TITLE = 'hs_form_title';
/** In order of preference; HubSpot's events and a portal's own events share these names. */
export const TITLE_PROPERTIES = [
    'hs_asset_description',
    'hs_ad_name',
    'hs_title',
    'hs_page_title',
    'hs_name',
    'hs_email_name'
] as const;
export const URL_PROPERTIES = ['hs_url', 'hs_page_url', 'hs_base_url', 'hs_link_href'] as const;
export const CAMPAIGN_PROPERTIES = ['hs_utm_campaign', 'hs_ad_campaign_name'] as const;

/** All that is read of an event; the rest is cut before it travels. */
export const EVENT_PROPERTIES: readonly string[] = [
    FORM_TITLE,
    ...TITLE_PROPERTIES,
    ...URL_PROPERTIES,
    ...CAMPAIGN_PROPERTIES
];

/**
 * HubSpot's own event types. Verified in HubSpot's documentation or in use against the live API:
 * e_visited_page, e_submitted_form, e_form_submission_v2, e_form_submission_metadata_v2 (the last three
 * tell of one submission), e_ad_interaction. Not verified: the two marketing email types, known from
 * HubSpot's data share; the documentation says that this API leaves marketing email out, so contact
 * properties stand in for them.
 */
const HUBSPOT: { readonly [eventType: string]: EngagementKind } = {
    e_visited_page: 'page_view',
    e_submitted_form: 'form',
    e_form_submission_v2: 'form',
    e_form_submission_metadata_v2: 'form',
    e_ad_interaction: 'ad_click',
    e_opened_email_v2: 'email_open',
    e_clicked_link_in_email_v2: 'email_click'
};

/**
 * A portal's own events and those of its apps are called `pe<portal>_<name>` and `ae<app>_<name>`: HubSpot
 * has none for downloads, webinars and the like, so the name the portal chose must say which it is.
 */
const OWN = /^(?:pe|ae)\d+_(.+)$/;
const OWN_KINDS: readonly (readonly [RegExp, EngagementKind])[] = [
    [/webinar/, 'webinar'],
    [/download/, 'download'],
    [/chat/, 'chat'],
    [/(^|_)event(_|$)|attend/, 'event'],
    [/form|request|signup|sign_up/, 'form'],
    [/page|visit/, 'page_view'],
    [/campaign/, 'campaign']
];

/** The kind of engagement that an event type stands for; null for what is none that we know. */
export function kindOfEvent(eventType: string): EngagementKind | null {
    const type = eventType.toLowerCase();
    const name = OWN.exec(type)?.[1];
    if (name === undefined) return known(HUBSPOT, type) ?? null;
    return OWN_KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** A portal's own event type in words: `pe123_security_review_download` -> `security review download`. */
export function nameOfEvent(eventType: string): string {
    return (OWN.exec(eventType)?.[1] ?? eventType.replace(/^e_/, '')).replace(/_+/g, ' ').trim();
}
