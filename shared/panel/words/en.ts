/** Everything the panel says in English. Other locales have the same keys. */
import type { DecisionMetric } from '../../agreement/types.ts';
import type { ClockState } from '../../response/types.ts';
import type {
    Channel,
    DecisionKind,
    EngagementKind,
    FeedbackKind,
    Outcome,
    Section
} from '../../lead.ts';

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);
const times = (count: number): string =>
    count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
const businessDays = (count: number): string => `${count} business ${plural(count, 'day', 'days')}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const list = (items: readonly string[]): string =>
    items.length < 2
        ? items.join('')
        : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;

const channels: { readonly [channel in Channel]: string } = {
    call: 'Call',
    email: 'Email',
    linkedin: 'LinkedIn message',
    sms: 'SMS',
    whatsapp: 'WhatsApp message',
    meeting: 'Meeting',
    task: 'Task',
    note: 'Note',
    mail: 'Letter'
};
const sections: { readonly [section in Section]: string } = {
    facts: 'company and person data',
    engagements: 'content history',
    page_views: 'page views',
    calls: 'calls',
    emails: 'emails',
    meetings: 'meetings',
    tasks: 'tasks',
    notes: 'notes',
    messages: 'messages',
    campaigns: 'campaigns',
    sequences: 'sequences',
    assignments: 'owner history',
    decisions: 'earlier decisions',
    acceptance: 'acceptance of this source',
    owners: 'names of owners',
    settings: 'this account’s settings, so the defaults count'
};

/** The settings come last: what is said of them is a clause of its own. */
const named = (missing: readonly Section[]): string => {
    const last = missing.filter((section) => section === 'settings');
    const others = missing.filter((section) => section !== 'settings');
    return list([...others, ...last].map((section) => sections[section]));
};

export const en = {
    list,
    units: { d: 'd', h: 'h', m: 'm', s: 's' },
    businessDays,
    days: (count: number) => `${count} ${plural(count, 'day', 'days')}`,
    unnamed: 'No name',
    titleAt: (title: string | null, company: string | null) =>
        [title, company].filter((part) => part !== null).join(', '),
    unknownPerson: 'somebody',

    mql: { yes: 'MQL', no: 'Not an MQL', unknown: 'Maybe an MQL' },
    hot: (label: string, ago: string) => `Hot: ${label}, ${ago}`,

    clock: {
        badge: {
            not_started: 'Clock not started',
            unassigned: 'Not assigned',
            waiting: 'Waiting for a response',
            due_soon: 'Due soon',
            overdue: 'Overdue',
            answered_in_time: 'Answered in time',
            answered_late: 'Answered late'
        },
        notHandedOver: 'Marketing has not handed this person over yet',
        unassigned: (sinceMql: string) => `No owner yet, ${sinceMql} after MQL`,
        left: (duration: string) => `${duration} left`,
        overdue: (duration: string) => `Overdue by ${duration}`,
        answered: (duration: string) => `Answered after ${duration}`,
        answeredLate: (duration: string, late: string) =>
            `Answered after ${duration}, ${late} late`,
        noDeadline: 'No deadline: the calendar has no open hours',
        due: (at: string) => `Due ${at}`,
        wasDue: (at: string) => `Was due ${at}`,
        paused: (until: string) => `Outside working hours; the clock resumes ${until}`,
        used: (duration: string, spans: readonly string[], rest: string | null) =>
            `${duration} used: ${spans.join(', ')}${rest === null ? '' : ` and ${rest} since`}`,
        usedNone: 'No working time used yet',
        usedElapsed: (duration: string, from: string) =>
            `${duration} used since ${from}, around the clock`,
        details: 'How this is counted',
        window: 'Response window',
        windowText: (label: string, stops: 'attempt' | 'contact', within: string) =>
            `${label}: first ${stops} ${within}`,
        within: (duration: string, clock: 'open' | 'elapsed') =>
            `within ${duration}${clock === 'open' ? ' of working time' : ''}`,
        withinBusinessDays: (count: number) =>
            count === 0 ? 'on the same business day' : `within ${businessDays(count)}`,
        routing: 'Routing (MQL to owner)',
        routingText: (used: string, within: string) => `${used} of ${within}`,
        routingRunning: (used: string, within: string) =>
            `${used} of ${within}, still without an owner`,
        rep: {
            attempt: 'Owner (assigned to first attempt)',
            contact: 'Owner (assigned to first contact)'
        },
        repRunning: (used: string) => `${used} so far`,
        now: 'Now',
        started: 'Started',
        hours: 'Hours counted',
        hoursOpen: (zone: string) => `Working hours, ${zone}`,
        hoursElapsed: 'Around the clock',
        share: (name: string) => `Of that, ${name}`,
        ladder: (label: string) => `Escalates to ${label}`,
        ladderReached: 'Reached',
        ladderNext: 'Next',
        said: {
            not_started: () => 'The response clock has not started.',
            waiting: (due) => `The response clock is running. ${due}.`,
            due_soon: (due) => `The response is due soon. ${due}.`,
            overdue: (due, step) =>
                `The response is overdue. ${due}.${step === null ? '' : ` Escalated to ${step}.`}`,
            answered_in_time: () => 'Answered in time.',
            answered_late: () => 'Answered late.'
        } satisfies { readonly [state in ClockState]: (due: string, step: string | null) => string }
    },

    attempts: {
        label: 'Attempts',
        none: 'None yet',
        text: (total: number, byChannel: readonly string[], contacts: number) =>
            `${total} (${list(byChannel)}), ${contacts === 0 ? 'nobody reached' : `reached ${times(contacts)}`}`,
        channel: (channel: Channel, count: number) => {
            const name = channels[channel];
            const word = /^[A-Z]{2}|^[A-Z][a-z]+[A-Z]/.test(name) ? name : name.toLowerCase();
            return `${count} ${plural(count, word, word === channels.sms ? word : `${word}s`)}`;
        },
        planned: (total: number, planned: number, within: string) =>
            `${total} of ${planned} planned in ${within}`
    },

    warnings: {
        sequence: (name: string, by: string | null) =>
            by === null
                ? `Already in a sequence: ${name}`
                : `In another rep's sequence: ${name} (${by})`,
        sequenceDetail: 'Agree with them before you reach out',
        rejectedBefore: (by: string, reason: string) => `Rejected before by ${by}: ${reason}`,
        recycledBefore: (by: string, reason: string) => `Recycled before by ${by}: ${reason}`,
        stale: (ago: string) => `The buying signals are old: the newest is from ${ago}`,
        thin: (missing: readonly string[]) => `Thin data: no ${missing.join(', ')}`,
        nothing: 'Nothing is known of what this person did',
        notMql: (total: string, threshold: string) =>
            `By the agreement this is not an MQL today: score ${total}, ${threshold} needed`,
        notMqlIcp: (labels: readonly string[]) => `Outside the ICP: ${list(labels)}`,
        notMqlSignals: (met: number, needed: number) =>
            `By the agreement this is not an MQL today: ${met} of ${needed} buying signals`,
        missing: {
            name: 'name',
            email: 'email',
            company: 'company',
            title: 'job title',
            employees: 'company size',
            revenue: 'revenue'
        }
    },

    whyNow: {
        heading: 'Why now',
        empty: 'No rule of the agreement is met, so there is no reason to call now',
        points: (points: number) =>
            `${points > 0 ? '+' : points < 0 ? '−' : ''}${Math.abs(points)}`,
        fit: 'From the record',
        what: (titles: readonly string[], count: number) =>
            count > 1 ? `${capital(times(count))}: ${titles.join(' · ')}` : titles.join(' · ')
    },

    score: {
        heading: 'Score',
        summary: (total: string, threshold: string) =>
            `${total} ${plural(Number(total), 'point', 'points')}, ${threshold} needed`,
        fit: 'Fit',
        engagement: 'Engagement',
        signals: (met: number, total: number, needed: number, within: string) =>
            `${met} of ${total} buying signals in the last ${within} (${needed} needed)`,
        count: (count: number, atLeast: number) =>
            atLeast > 1
                ? `${count} (${atLeast} needed)`
                : count === 0
                  ? 'None'
                  : capital(times(count)),
        factUnknown: 'Not known',
        decayed: (full: number) => `${full} when fresh`,
        capped: (max: number) => `This part gives at most ${max}`,
        floor: 'A part never falls below zero',
        cappedDetail: 'Points beyond it do not count',
        state: { met: 'Met', not_met: 'Not met', unknown: 'Not known' },
        counterfactual: (label: string, without: number, threshold: number) =>
            `Without “${label}” this would be ${without}, below the ${threshold} needed`,
        beside: (other: string, difference: string, higher: boolean) =>
            `The marketing tool's own score is ${other} (${difference} ${higher ? 'higher' : 'lower'}); it counts by other rules`,
        besideChange: (from: string | null, to: string) =>
            from === null ? `Its score became ${to}` : `Its score went from ${from} to ${to}`
    },

    icp: {
        heading: 'Ideal customer profile',
        empty: 'The agreement names no ICP',
        unknown: 'Not known'
    },

    fact: {
        yes: 'Yes',
        no: 'No',
        range: (min: string, max: string | null) =>
            max === null ? `${min} or more` : `${min}–${max}`
    },

    content: {
        heading: 'Content history',
        empty: 'Nothing viewed, filled in or downloaded that we can see',
        summary: (kind: EngagementKind, count: number): string => {
            const verb: { readonly [kind in EngagementKind]: string } = {
                page_view: 'Viewed',
                form: 'Form filled in',
                download: 'Downloaded',
                webinar: 'Webinar attended',
                event: 'Event attended',
                email_open: 'Email opened',
                email_click: 'Email clicked',
                email_reply: 'Email answered',
                ad_click: 'Ad clicked',
                chat: 'Chatted',
                campaign: 'Campaign answered'
            };
            return count === 1 ? verb[kind] : `${verb[kind]} ${times(count)}`;
        },
        join: (parts: readonly string[]) =>
            parts.map((part, i) => (i === 0 ? part : part.toLowerCase())).join(', '),
        totals: (views: string | null, visits: string | null, forms: string | null) =>
            [
                views === null ? null : `${views} page ${views === '1' ? 'view' : 'views'}`,
                visits === null ? null : `${visits} ${visits === '1' ? 'visit' : 'visits'}`,
                forms === null ? null : `${forms} ${forms === '1' ? 'form' : 'forms'}`
            ]
                .filter((part) => part !== null)
                .join(', '),
        totalsTitle: 'Totals only: single pages cannot be seen'
    },

    touches: {
        heading: 'Prior touches',
        empty: 'Nobody in sales has been in touch, as far as we can see',
        text: (channel: Channel, direction: 'outbound' | 'inbound' | 'internal') =>
            direction === 'inbound' ? `${channels[channel]} from them` : channels[channel],
        by: (name: string) => `by ${name}`,
        automatic: 'sent automatically',
        outcome: {
            connected: 'Connected',
            no_answer: 'No answer',
            voicemail: 'Left voicemail',
            wrong_number: 'Wrong number',
            busy: 'Busy',
            bounced: 'Bounced',
            replied: 'Answered',
            held: 'Held',
            no_show: 'No-show',
            canceled: 'Canceled',
            scheduled: 'Scheduled',
            sent: 'Sent',
            done: 'Done'
        } satisfies { readonly [outcome in Outcome]: string }
    },

    more: (total: number) => `Show all ${total}`,
    less: 'Show fewer',

    decision: {
        heading: 'Decision',
        undecided: 'Undecided',
        due: (at: string) => `Decision due ${at}`,
        overdue: (at: string) => `Decision was due ${at}`,
        closed: {
            converted: (at: string) => `Converted ${at}: there is nothing left to decide`,
            not_mql: 'There is nothing to decide until marketing hands this person over'
        },
        button: {
            accepted: 'Accept',
            qualified: 'Qualify',
            recycled: 'Recycle',
            rejected: 'Reject'
        } satisfies { readonly [kind in DecisionKind]: string },
        saved: {
            accepted: 'Lead accepted',
            qualified: 'Lead qualified',
            recycled: 'Lead recycled to nurture',
            rejected: 'Lead rejected'
        } satisfies { readonly [kind in DecisionKind]: string },
        confirm: {
            accepted: 'Accept lead',
            qualified: 'Qualify lead',
            recycled: 'Recycle lead',
            rejected: 'Reject lead'
        } satisfies { readonly [kind in DecisionKind]: string },
        note: 'Note for marketing',
        reason: 'Why?',
        choose: 'Choose a reason',
        notOpen: 'Not open yet',
        cancel: 'Cancel',
        change: 'Change decision',
        saving: 'Saving…',
        attempts: (have: number, need: number, within: string) =>
            `${have} of ${need} attempts in ${within}`,
        attemptChannels: (have: number, need: number) => `${have} of ${need} channels tried`,
        evidence: (field: string, value: string) => `${field}: ${value}`,
        unknownFact: (field: string) => `${field} is not known here: say what you found`,
        contradiction: (value: string, criterion: string) =>
            `The record says otherwise: ${value} meets “${criterion}”`,
        reached: (at: string) => `The record says otherwise: they were reached ${at}`,
        history: (label: string, by: string) => `${label} by ${by}`,
        noReason: 'no reason given',
        reasonAndDetail: (reason: string, detail: string | null) =>
            detail === null ? reason : `${detail} (${reason})`
    },

    feedback: {
        heading: 'Marketing’s answer',
        waiting: 'Not answered yet',
        overdue: 'Overdue',
        answered: {
            agree: 'Agreed',
            contest: 'Contested',
            fix_promised: 'Fix promised'
        } satisfies { readonly [kind in FeedbackKind]: string },
        due: (at: string, distance: string) => `Answer due ${at}, ${distance}`,
        wasDue: (at: string, distance: string) => `Answer was due ${at}, ${distance}`,
        inTime: 'In time',
        late: 'Late',
        said: {
            agree: (by: string) => `Marketing agrees (${by})`,
            contest: (by: string) => `Marketing contests it (${by})`,
            fix_promised: (by: string) => `Marketing promises a fix (${by})`
        } satisfies { readonly [kind in FeedbackKind]: (by: string) => string },
        button: {
            agree: 'Agree',
            contest: 'Contest',
            fix_promised: 'Promise a fix'
        } satisfies { readonly [kind in FeedbackKind]: string },
        ask: {
            agree: null,
            contest: 'Why do you contest it?',
            fix_promised: null
        } satisfies { readonly [kind in FeedbackKind]: string | null },
        saved: {
            agree: 'Rejection agreed to',
            contest: 'Rejection contested',
            fix_promised: 'Fix promised'
        } satisfies { readonly [kind in FeedbackKind]: string },
        note: 'Note for sales',
        confirm: 'Save answer',
        change: 'Change answer'
    },

    acceptance: {
        source: (source: string, rate: string) => `${source}: ${rate} accepted`,
        tooFew: (source: string) => `${source}: too few to say`,
        counted: (
            denominator: DecisionMetric['denominator'],
            cohort: DecisionMetric['cohort'],
            since: string
        ) => `${denominator}, ${cohort === 'mql_date' ? 'MQLs' : 'decisions'} since ${since}`,
        basis: (
            numerator: number,
            denominator: number,
            counted: string,
            low: string,
            high: string
        ) => `${numerator} of ${denominator} ${counted}; likely ${low} to ${high}`,
        basisFew: (numerator: number, denominator: number, counted: string, needed: number) =>
            `${numerator} of ${denominator} ${counted}; a rate needs ${needed}`,
        none: (counted: string) => `No lead of this source ${counted}`,
        undecided: (count: number) => `${count} undecided left out`,
        alarm: (action: string, owner: string) => `Below what was agreed: ${action} (${owner})`,
        noSource: 'No source known'
    },

    gaps: {
        heading: 'What this panel cannot see',
        // Said so that it holds for one thing and for many: "owner history", "page views".
        not_synced: (missing: readonly Section[]) => `Not synced to this CRM: ${named(missing)}`,
        no_access: (missing: readonly Section[]) => `You have no access to ${named(missing)}`,
        no_tier: (missing: readonly Section[]) =>
            `Not part of this CRM subscription: ${named(missing)}`,
        no_functions: (missing: readonly Section[]) =>
            `Only Handoff’s functions can read: ${named(missing)}`,
        failed: (missing: readonly Section[]) => `Could not be read just now: ${named(missing)}`,
        truncated: (section: Section, shown: string | null, total: string | null) => {
            const read = shown === null ? 'not all' : `only the latest ${shown}`;
            const of = total === null ? '' : ` of ${total}`;
            return `${capital(sections[section])}: ${read}${of} were read`;
        },
        unreadable: (what: string, value: string) =>
            `${capital(what)} could not be read: “${value}”`
    },

    fields: {
        name: 'Name',
        email: 'Email',
        phone: 'Phone',
        title: 'Title',
        company: 'Company',
        employees: 'Employees',
        revenue: 'Revenue',
        industry: 'Industry',
        country: 'Country'
    } as { readonly [field: string]: string },

    footer: (title: string, version: number, hash: string, since: string) =>
        `${title} v${version} · ${hash} · in force since ${since}`,
    reviewOverdue: (since: string) => `its review was due ${since}`
};
