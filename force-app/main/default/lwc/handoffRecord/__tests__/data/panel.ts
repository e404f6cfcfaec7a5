import type {
    Clock,
    ClockView,
    DecisionPanel,
    FeedbackPanel,
    LeadPanel,
    Line
} from 'c/handoffCore';

const MINUTE = 60_000;
export const START = Date.UTC(2026, 10, 23, 14, 28);

/** A line with nothing but its text, and whatever else is given. */
export function line(text: string, more: Partial<Line> = {}): Line {
    return {
        id: text,
        text,
        detail: null,
        aside: null,
        asideTitle: null,
        badge: null,
        tone: 'neutral',
        ...more
    };
}

export const clock: Clock = {
    state: 'running',
    waitingFor: null,
    windowLabel: 'Every other MQL',
    clock: 'open',
    calendar: { zone: 'America/New_York', week: { mon: ['09:00-17:00'] }, closed: [] },
    startedAt: START,
    dueAt: START + 240 * MINUTE,
    warnAt: START + 210 * MINUTE,
    stoppedAt: null,
    stopsBy: 'attempt',
    length: 240 * MINUTE,
    businessDays: null,
    used: null,
    ladder: [{ at: START + 360 * MINUTE, label: 'Manager' }],
    routing: null,
    shares: []
};

export const clockView: ClockView = {
    state: 'waiting',
    badge: { text: 'Waiting for a response', tone: 'neutral' },
    headline: '3 h 12 m left',
    due: 'Due Mon, Nov 23, 1:28 PM',
    progress: 20,
    arithmetic: '48 m used: Mon, Nov 23, 9:28–10:16 AM',
    facts: [{ label: 'Response window', value: 'First attempt within 4 h', tone: 'neutral' }],
    ladder: [line('Escalates to Manager', { aside: '3:28 PM' })],
    announcement: 'The response clock is running. Due Mon, Nov 23, 1:28 PM.',
    redrawAfter: MINUTE
};

export const decision: DecisionPanel = {
    heading: 'Decision',
    state: { text: 'Undecided', tone: 'neutral' },
    due: { text: 'Decision due Tue, Dec 1, 5:00 PM', tone: 'neutral' },
    decided: false,
    closed: null,
    choices: [
        { kind: 'accepted', label: 'Accept', reasons: [] },
        { kind: 'qualified', label: 'Qualify', reasons: [] },
        {
            kind: 'recycled',
            label: 'Recycle',
            reasons: [
                {
                    code: 'no_timeline',
                    label: 'No timeline',
                    group: null,
                    open: true,
                    why: null,
                    contradiction: null,
                    evidence: null,
                    ask: 'When should marketing come back?'
                }
            ]
        },
        {
            kind: 'rejected',
            label: 'Reject',
            reasons: [
                {
                    code: 'icp_mismatch.company_size',
                    label: 'Wrong company size',
                    group: 'Not our customer (ICP)',
                    open: true,
                    why: null,
                    contradiction: '200 meets “Company size 50–500”',
                    evidence: 'Employees: 200',
                    ask: null
                },
                {
                    code: 'no_budget',
                    label: 'No budget',
                    group: null,
                    open: true,
                    why: null,
                    contradiction: null,
                    evidence: null,
                    ask: 'What did they say about budget?'
                },
                {
                    code: 'unresponsive',
                    label: 'Unresponsive',
                    group: null,
                    open: false,
                    why: '2 of 3 attempts in 10 business days',
                    contradiction: null,
                    evidence: null,
                    ask: null
                }
            ]
        }
    ],
    noteLabel: 'Note for marketing',
    noteMax: 255,
    words: {
        reasonLabel: 'Why?',
        reasonPlaceholder: 'Choose a reason',
        notOpen: 'Not open yet',
        confirm: {
            accepted: 'Accept lead',
            qualified: 'Qualify lead',
            recycled: 'Recycle lead',
            rejected: 'Reject lead'
        },
        saved: {
            accepted: 'Lead accepted',
            qualified: 'Lead qualified',
            recycled: 'Lead recycled',
            rejected: 'Lead rejected'
        },
        cancel: 'Cancel',
        change: 'Change decision',
        saving: 'Saving'
    },
    history: [line('Rejected by Kim Lee', { detail: 'No timeline', tone: 'bad' })]
};

export const feedback: FeedbackPanel = {
    heading: 'Marketing’s answer',
    state: { text: 'Not answered yet', tone: 'neutral' },
    due: { text: 'Answer due Tue, Dec 1, 5:00 PM, in 4 days', tone: 'neutral' },
    answer: null,
    choices: [
        { kind: 'agree', label: 'Agree', ask: null },
        { kind: 'contest', label: 'Contest', ask: 'Why do you contest it?' },
        { kind: 'fix_promised', label: 'Promise a fix', ask: null }
    ],
    noteLabel: 'Note for sales',
    noteMax: 255,
    words: {
        confirm: 'Save answer',
        saved: {
            agree: 'Rejection agreed to',
            contest: 'Rejection contested',
            fix_promised: 'Fix promised'
        },
        cancel: 'Cancel',
        change: 'Change answer',
        saving: 'Saving'
    }
};

export const panel: LeadPanel = {
    title: 'Dana Whitfield',
    subtitle: 'VP Marketing, Northwind Traders',
    mql: { text: 'MQL', tone: 'good' },
    hot: { text: 'Hot: Pricing page, 21 hours ago', tone: 'bad' },
    clock,
    clockView,
    clockDetails: 'How this is counted',
    attempts: { label: 'Attempts', value: 'None yet', tone: 'neutral' },
    warnings: [line("In another rep's sequence: Fall outbound (Kim Lee)", { tone: 'bad' })],
    whyNow: {
        heading: 'Why now',
        items: [
            line('Pricing page twice or more', {
                detail: 'Twice: Pricing',
                aside: '21 hours ago',
                asideTitle: 'Sun, Nov 22, 2026, 7:40 AM',
                badge: { text: '+20', tone: 'good' }
            })
        ],
        empty: null,
        more: null,
        less: 'Show fewer',
        shown: 5,
        gaps: []
    },
    score: {
        heading: 'Score',
        total: 78,
        threshold: 60,
        summary: { text: '78 of 60 needed', tone: 'good' },
        parts: [
            {
                label: 'Fit',
                points: 32,
                max: 40,
                lines: [
                    line('Company size in range', {
                        aside: '+12',
                        badge: { text: 'Met', tone: 'good' },
                        tone: 'good'
                    })
                ]
            }
        ],
        signalsHeading: '2 of 7 buying signals in the last 30 days (2 needed)',
        signals: [line('Demo requested', { badge: { text: 'Met', tone: 'good' }, tone: 'good' })],
        counterfactual: 'Without “Asked for a demo” this would be 38, below the 60 needed',
        beside: null,
        besideChanges: []
    },
    icp: {
        heading: 'Ideal customer profile',
        items: [
            line('Company size 50–500', {
                detail: 'Employees: 200',
                badge: { text: 'Met', tone: 'good' },
                tone: 'good'
            })
        ],
        empty: null,
        more: null,
        less: 'Show fewer',
        shown: 10,
        gaps: []
    },
    content: {
        heading: 'Content history',
        items: [
            {
                id: 'demo',
                title: 'Demo request',
                summary: 'Form filled in',
                when: '2 days ago',
                whenTitle: 'Sat, Nov 21, 2026, 3:40 PM',
                badge: { text: 'Demo request', tone: 'good' },
                answers: [{ question: 'What is it about?', answer: '<b>Rejections</b>' }]
            }
        ],
        empty: null,
        more: null,
        less: 'Show fewer',
        shown: 5,
        gaps: ['Not synced to this CRM: page views']
    },
    touches: {
        heading: 'Prior touches',
        items: [],
        empty: 'Nobody in sales has been in touch, as far as we can see',
        more: null,
        less: 'Show fewer',
        shown: 5,
        gaps: []
    },
    decision,
    feedback: null,
    acceptance: {
        own: { text: 'Undecided', tone: 'neutral' },
        source: { text: 'Organic search: 72% accepted', tone: 'good' },
        basis: '18 of 25 decided, likely 52% to 86%; 4 undecided left out',
        alarm: null,
        rate: 0.72,
        numerator: 18,
        denominator: 25
    },
    gaps: [{ section: 'page_views', text: 'Not synced to this CRM: page views' }],
    gapsHeading: 'What this panel cannot see',
    footer: 'Marketing–sales agreement v1 · 3f2a9c1b · in force since Thu, Oct 1'
};
