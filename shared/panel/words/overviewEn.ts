/** Everything the overview says in English; apart from `en`, so that a record's card does not carry it. */
import type { Dimension, Stall } from '../../acceptance/outcomeTypes.ts';
import type { AlarmResult } from '../../acceptance/overviewTypes.ts';
import type { OverviewPageId } from '../overviewTypes.ts';

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);
const points = (count: string): string => `${count} ${plural(Number(count), 'point', 'points')}`;

export const overviewEn = {
    title: 'What became of the MQLs',
    pages: {
        overview: 'Overview',
        reasons: 'Reasons',
        response: 'Response',
        disagreement: 'Disagreement'
    } satisfies { readonly [page in OverviewPageId]: string },
    delivered: (text: string, count: number) => `${text} ${plural(count, 'MQL', 'MQLs')}`,
    asOf: (at: string) => `As of ${at}`,
    tooFew: 'Too few to say',
    few: 'Too few',
    none: 'None',
    dash: '–',

    period: {
        label: 'Period',
        quarter: (quarter: string, year: string) => `Q${quarter} ${year}`,
        days: (count: string) => `Last ${count} days`,
        before: {
            month: 'the month before',
            quarter: 'the quarter before',
            days: (count: string) => `the ${count} days before`
        },
        future: (period: string) => `${period} has not begun: there is nothing to show yet`,
        running: (period: string) => `${period} is not over: leads still wait for their decision`,
        empty: (period: string) => `No lead became an MQL in this period: ${period}`,
        emptyFiltered: (period: string) =>
            `No MQL of this period (${period}) passes the filters: remove one`
    },

    units: { percent: 'Percent', leads: 'MQLs', minutes: 'Minutes' },

    dimension: {
        source: 'Source',
        campaign: 'Campaign',
        rep: 'Rep',
        team: 'Team'
    } satisfies { readonly [dimension in Dimension]: string },
    all: {
        source: 'All sources',
        campaign: 'All campaigns',
        rep: 'All reps',
        team: 'All teams'
    } satisfies { readonly [dimension in Dimension]: string },
    unknown: {
        source: 'No source known',
        campaign: 'No campaign',
        rep: 'Nobody yet',
        team: 'No team'
    } satisfies { readonly [dimension in Dimension]: string },
    unmatched: (dimension: Dimension, value: string, choices: string, more: number) =>
        `No lead of this period has the ${dimension} “${value}”` +
        (choices === ''
            ? ''
            : `; there ${plural(more, 'is', 'are')}: ${choices}${more > 5 ? ' and more' : ''}`),
    byDimension: {
        source: 'By source',
        campaign: 'By campaign',
        rep: 'By rep',
        team: 'By team'
    } satisfies { readonly [dimension in Dimension]: string },

    metrics: {
        heading: 'Rates',
        volume: 'MQLs delivered',
        undecided: (count: string) => `${count} not decided yet`,
        counted: { decided: 'decided', delivered: 'delivered', accepted: 'accepted' },
        answered: 'answered, or over their time',
        basis: (n: string, of: string, counted: string, low: string, high: string) =>
            `${n} of ${of} ${counted}; likely ${low} to ${high}`,
        basisFew: (n: string, of: string, counted: string, needed: string) =>
            `${n} of ${of} ${counted}; a rate needs ${needed}`,
        short: (n: string, of: string, low: string, high: string) =>
            `${n} of ${of}; ${low} to ${high}`,
        shortFew: (n: string, of: string) => `${n} of ${of}`,
        leftOut: (count: string) => `${count} undecided left out`,
        stillTime: (count: string) => `${count} left out: there is time, or nothing to answer`,
        target: (target: string, atMost: boolean) =>
            `Target: at ${atMost ? 'most' : 'least'} ${target}`,
        baseline: (value: string, from: string) => `Baseline: ${value} (${from})`,
        change: (change: number, size: string, from: string, before: string) =>
            size === '0'
                ? `As in ${before}`
                : `${change > 0 ? 'Up' : 'Down'} ${points(size)} from ${from} in ${before}`,
        changeCount: (from: string, before: string) => `${from} in ${before}`
    },

    alarms: {
        heading: 'Alarms',
        raised: (count: number) => `${count} ${plural(count, 'alarm is', 'alarms are')} raised`,
        noneRaised: 'No alarm is raised',
        tooFew: 'Too few leads to say anything of the alarms',
        none: 'The agreement names no alarm',
        columns: {
            what: 'When',
            state: 'State',
            since: 'Stands',
            owner: 'Owner',
            action: 'Next step'
        },
        below: (metric: string, bound: string) => `${metric} below ${bound}`,
        above: (metric: string, bound: string) => `${metric} above ${bound}`,
        forMonths: (text: string, months: number) =>
            months === 1 ? text : `${text} for ${months} months`,
        at: (rate: string) => `now ${rate}`,
        lastMonth: (rate: string) => `${rate} in the last whole month`,
        state: {
            raised: 'Raised',
            building: 'Building up',
            quiet: 'Quiet',
            too_few: 'Too few to say'
        } satisfies { readonly [state in AlarmResult['state']]: string },
        since: (month: string, months: number) =>
            `Since ${month} (${months} ${plural(months, 'month', 'months')})`,
        building: (months: number, needed: number) => `${months} of ${needed} months`,
        thisPeriod: 'Since this period'
    },

    months: {
        heading: 'Month by month',
        month: 'Month',
        running: 'not over yet',
        volume: 'MQLs per month',
        rate: (metric: string) => `${metric} per month`,
        mean: (count: string) => `${count} a month on average, of the whole months shown`,
        summary: (heading: string, parts: string) => `${heading}: ${parts}`,
        summaryPart: (label: string, text: string) => `${label} ${text}`,
        median: 'Median response per month'
    },

    groups: {
        delivered: 'MQLs',
        undecided: 'Undecided',
        stalled: 'Stalled',
        chart: (metric: string, by: string) => `${metric}, ${by.toLowerCase()}`,
        empty: 'No lead in this period',
        target: (target: string) => `Target ${target}`
    },

    reasons: {
        heading: 'Why leads were turned away',
        note: (turnedAway: string, rejected: string, recycled: string) =>
            `${turnedAway} turned away: ${rejected} rejected, ${recycled} recycled`,
        empty: 'No lead was turned away in this period',
        reason: 'Reason',
        rejected: 'Rejected',
        recycled: 'Recycled',
        share: 'Share',
        trend: 'Trend',
        contradicted: 'Against the record',
        noReason: 'No reason given',
        basis: (count: string, of: string) => `${count} of ${of} turned away`,
        trendText: (change: number, size: string) =>
            size === '0' ? 'As before' : `${change > 0 ? '+' : '−'}${points(size)}`,
        trendDetail: (share: string, before: string) => `${share} in ${before}`,
        fresh: (before: string) => `New: none in ${before}`,
        byMonth: 'Reasons month by month',
        contradictedOf: (count: string, checked: string) => `${count} of ${checked}`,
        contradictedDetail: 'of those that the record could confirm or deny'
    },

    response: {
        heading: 'How fast sales answered',
        rep: 'Median response',
        repBasis: (count: string, p95: string) => `${count} answered; 95% within ${p95}`,
        routing: 'Median routing',
        routingBasis: (count: string, p95: string) =>
            `${count} came to a person; 95% within ${p95}`,
        nobody: 'Nobody was answered yet',
        nobodyRouted: 'No lead came to a person yet',
        inTime: 'Answered in time',
        inTimeBasis: (inTime: string, of: string, open: string) =>
            `${inTime} of ${of} answered or over their time; ${open} left out`,
        underMinute: 'under 1 m',
        windows: 'By response window',
        window: 'Window',
        median: 'Median',
        p95: '95% within',
        late: 'Late',
        inTimeOf: (inTime: string, of: string) => `${inTime} of ${of}`
    },

    stalled: {
        heading: 'Stalled leads',
        none: 'No lead of this period is stalled',
        count: 'Stalled now',
        basis: (delivered: string) => `of ${delivered} MQLs`,
        by: {
            routing: 'Nobody has it',
            response: 'Nobody answered',
            decision: 'Nobody decided'
        } satisfies { readonly [stall in Stall]: string },
        part: (count: string, label: string) => `${count}: ${label.toLowerCase()}`,
        leads: 'Stalled the longest',
        empty: 'Leads are counted in groups here: open the list for each',
        lead: 'Lead',
        where: 'Where',
        since: 'Since'
    },

    disagreement: {
        heading: 'Where the agreement said yes and reps said no',
        contradicted: 'Reasons against the record',
        contradictedBasis: (count: string, checked: string) =>
            `${count} of ${checked} reasons that the record could confirm or deny`,
        agreed: 'Turned away although the agreement called them MQLs',
        agreedBasis: (yes: string, known: string) => `${yes} of ${known} turned away`,
        agreedUnknown: (count: string) => `${count} left out: not known what the agreement said`,
        notAgreed: (count: string) => `${count} were no MQLs by the agreement when handed over`,
        none: 'No reason of this period could be checked against the record',
        rules: 'By rule',
        rule: 'Rule of the ICP',
        denied: 'Denied',
        metAnyway: 'Met by the record',
        reasons: 'By reason',
        reps: 'By rep',
        checked: 'Checked',
        share: 'Share'
    },

    feedback: {
        heading: 'Marketing’s answers to rejections',
        inTime: 'Answered in time',
        basis: (inTime: string, due: string, within: string) =>
            `${inTime} of ${due} due within ${within}`,
        none: 'No answer is due yet',
        open: (count: string) => `${count} not answered yet, with time left`,
        answers: 'What marketing said',
        answer: 'Answer',
        count: 'Rejections',
        share: 'Share',
        empty: 'No rejection was answered yet',
        kinds: { agree: 'Agreed', contest: 'Contested', fix_promised: 'Fix promised' }
    },

    quality: {
        heading: 'Data quality',
        complete: 'Complete records',
        basis: (complete: string, of: string) =>
            `${complete} of ${of} have name, email, company, title, and company size or revenue`,
        none: 'Not known of any lead',
        sample: 'To audit: drawn at random',
        empty: 'No lead to draw from',
        mql: 'MQL since'
    },

    drill: {
        all: 'All MQLs of the period',
        count: (count: string, exact: number) => `${count} ${plural(exact, 'lead', 'leads')}`,
        newest: (count: string, shown: string) =>
            `${count}, of which the newest ${shown} are listed`,
        decision: 'Decision'
    },

    method: {
        cohort: {
            mql_date: (metrics: string) =>
                `${metrics}: of the leads that became MQLs in the period.`,
            decision_date: (metrics: string) => `${metrics}: of the leads decided in the period.`
        },
        interval:
            '“Likely” is Wilson’s 95% interval: with few leads a rate may lie anywhere within it.',
        few: 'Under the smallest sample that the agreement names, no rate is given.',
        minutes:
            'Response times are of answered leads, in whole minutes on each window’s own clock; whoever was never answered counts as late.',
        zone: (zone: string) => `Dates and months are those of ${zone}.`
    }
};
