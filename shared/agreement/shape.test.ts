import { describe, expect, it } from 'vitest';
import { issuesAfter } from './edited.testkit.ts';

type Edit = readonly [from: string, to: string];
/** Code, path, a piece of the message, and the edits that bring it about; ¦ is where it must point. */
type Row = readonly [code: string, path: string, message: string, ...edits: readonly Edit[]];

const rows: readonly Row[] = [
    [
        'key.unknown',
        'score.treshold',
        'unknown key "treshold"; did you mean "threshold"?',
        ['threshold: 60', 'threshold: 60\n    ¦treshold: 60']
    ],
    [
        'key.unknown',
        'windows[0].ladder[0].zzz',
        'known here: at, to, label',
        ['{ at: PT30M,', '{ ¦zzz: 1, at: PT30M,']
    ],
    [
        'key.unknown',
        'decision.labels.acepted',
        'did you mean "accepted"?',
        [
            '        rejected:\n            label',
            '        ¦acepted: { label: Accepted }\n        rejected:\n            label'
        ]
    ],
    [
        'key.unknown',
        'calendars.office.week.tues',
        'did you mean "tue"?',
        ['            tue: [09', '            ¦tues: [09']
    ],
    [
        'key.missing',
        'staleAfter',
        'missing key "staleAfter"',
        ['staleAfter: P30D\n', ''],
        ['\nid: acme', '\n¦id: acme']
    ],
    [
        'key.missing',
        'windows[1].clock',
        'missing key "clock"',
        [
            '- id: standard\n      label: Every other MQL\n      within: PT4H\n      clock: open',
            '- ¦id: standard\n      label: Every other MQL\n      within: PT4H'
        ]
    ],
    [
        'key.missing',
        'mql.icp',
        'missing key "icp"',
        ['mql:\n    icp: true\n    score', 'mql:\n    ¦score']
    ],
    [
        'key.missing',
        'routing.clock',
        'missing key "clock"',
        ['routing: { within: PT2H, clock: open }', 'routing: ¦{ within: PT2H }']
    ],
    [
        'key.missing',
        'stages.won.owner',
        'missing key "owner"',
        ['        owner: VP Sales\n', ''],
        ['        label: Won\n', '        ¦label: Won\n']
    ],
    [
        'key.missing',
        'coverage.procedure',
        'missing key "procedure"',
        ['coverage:\n    by: Diego', 'coverage:\n    ¦by: Diego'],
        [
            '    procedure: >-\n        A rep who is away or in meetings for longer than a response window sets "out of office" the day before.\n        Diego Ramos then assigns their new MQLs to the rep with the fewest open ones, and the window starts again.\n',
            ''
        ]
    ],
    [
        'key.missing',
        'calibration.score',
        'missing key "score"',
        ['{ score: P90D, icp: P1Y }', '¦{ icp: P1Y }']
    ],
    [
        'key.missing',
        'metrics.answered_24h.starts',
        'missing key "starts"',
        [
            '        starts: assigned\n        stops: attempt\n        period: P30D\n        smallestSample: 20\n        target: 0.8',
            '        stops: attempt\n        period: P30D\n        smallestSample: 20\n        target: 0.8'
        ],
        ['        label: Answered within 24', '        ¦label: Answered within 24']
    ],
    [
        'key.unknown',
        'metrics.answered_48h.numerator',
        'known here: label, period',
        ['within: PT48H', 'within: PT48H\n        ¦numerator: [accepted]']
    ],
    [
        'key.unknown',
        'metrics.mql_to_sql.within',
        'unknown key "within"',
        ['baseline: { value: 0.13', '¦within: PT4H\n        baseline: { value: 0.13']
    ],
    [
        'key.duplicate',
        'stages.mql',
        'given twice (first in line',
        ['\n    sql:\n', '\n    ¦mql:\n']
    ],
    [
        'key.duplicate',
        'score.threshold',
        'given twice (first in line',
        ['threshold: 60', 'threshold: 60\n    ¦threshold: 61']
    ],
    [
        'key.name',
        'sources.constructor',
        'reserved',
        ['    email: { label: Email m', '    ¦constructor: { label: Email m']
    ],
    ['value.type', 'title', 'put 42 in quotes', ['title: Marketing–sales agreement', 'title: ¦42']],
    ['value.type', 'score', 'must be a map with threshold', ['\nscore:\n', '\nscore: ¦7\nx:\n']],
    ['value.type', 'version', 'must be a whole number', ['version: 1', 'version: ¦one']],
    [
        'value.type',
        'hot',
        'must be a list',
        [
            'hot:\n    - { signal: pricing, within: PT24H }\n    - { signal: demo_request, within: PT24H }',
            'hot: ¦{ signal: pricing, within: PT24H }'
        ]
    ],
    ['value.type', 'mql.score', 'must be true or false, not "yes"', ['score: true', 'score: ¦yes']],
    ['value.type', 'staleAfter', 'must be a duration', ['staleAfter: P30D', '¦staleAfter:']],
    ['value.range', 'version', 'must be a whole number from 1', ['version: 1', 'version: ¦1.5']],
    ['value.range', 'decision.note.max', 'from 1 to 255', ['max: 255', 'max: ¦256']],
    ['value.range', 'metrics.acceptance.target', 'from 0 to 1', ['target: 0.7', 'target: ¦70']],
    ['value.range', 'metrics.answered_24h.target', 'from 0 to 1', ['target: 0.8', 'target: ¦80']],
    [
        'value.range',
        'metrics.mql_to_sql.baseline.value',
        'from 0 to 1',
        ['{ value: 0.13', '{ value: ¦13']
    ],
    [
        'value.empty',
        'metrics.mql_to_sql.baseline.from',
        'must not be empty',
        ['from: \'HubSpot report "MQL to SQL", March to August 2026\'', 'from: ¦""']
    ],
    [
        'value.choice',
        'metrics.answered_48h.kind',
        'did you mean "response"?',
        ['kind: response\n        within: PT48H', 'kind: ¦reponse\n        within: PT48H']
    ],
    ['value.empty', 'disputes.mayEscalate', 'at least one item', ['[CMO, VP Sales]', '¦[]']],
    ['value.twice', 'disputes.mayEscalate[1]', 'listed twice', ['[CMO, VP Sales]', '[CMO, ¦CMO]']],
    [
        'value.range',
        'metrics.rejection.smallestSample',
        'from 1',
        ['smallestSample: 20\n        target: 0.2', 'smallestSample: ¦0\n        target: 0.2']
    ],
    [
        'value.range',
        'icp[0].between',
        'two numbers',
        [
            'label: Company size 50–500, field: employees, between: [50, 500]',
            'label: Company size 50–500, field: employees, between: ¦[50]'
        ]
    ],
    [
        'value.choice',
        'signals.trial.kinds[0]',
        'did you mean "form"?',
        ['label: Trial start, kinds: [form]', 'label: Trial start, kinds: [¦from]']
    ],
    [
        'value.choice',
        'metrics.rejection.numerator[0]',
        'did you mean "rejected"?',
        ['numerator: [rejected]', 'numerator: [¦rejcted]']
    ],
    [
        'value.choice',
        'reassignment',
        'use one of: restart, continue, split',
        ['reassignment: restart', 'reassignment: ¦whatever']
    ],
    [
        'value.choice',
        'reasons.no_budget.evidence[0]',
        '{ note: what to ask }',
        ['evidence: [{ note: What did they say about budget? }]', 'evidence: [¦notes]']
    ],
    [
        'value.twice',
        'metrics.acceptance.numerator[1]',
        'listed twice',
        ['[accepted, qualified]', '[accepted, ¦accepted]']
    ],
    [
        'value.empty',
        'windows[0].ladder[1].label',
        'must not be empty',
        ['to: vp_sales, label: VP Sales }\n    - id', 'to: vp_sales, label: ¦" " }\n    - id']
    ],
    [
        'value.empty',
        'decision.due',
        'at least one item',
        [
            'due:\n        - { within: 2bd, after: first_attempt }\n        - { within: 5bd, after: assigned }',
            'due: ¦[]'
        ]
    ],
    [
        'criterion.operator',
        'icp[0]',
        'needs one of: between',
        [
            '{ label: Company size 50–500, field: employees, between: [50, 500] }',
            '¦{ label: Company size 50–500, field: employees }'
        ]
    ],
    [
        'criterion.operator',
        'icp[0]',
        'not between and atLeast',
        ['{ label: Company size 50–500, field', '¦{ atLeast: 3, label: Company size 50–500, field']
    ],
    ['id.form', 'reasons.noBudget', 'lower-case letters', ['    no_budget:', '    ¦noBudget:']],
    [
        'id.form',
        'reasons.not_a_buyer.details.9lives',
        'a letter first',
        ['student: { label: Student or researcher', '¦9lives: { label: Student or researcher']
    ],
    [
        'id.form',
        `signals.${'x'.repeat(41)}`,
        '40 at most',
        [
            '    content: { label: Content download, kinds',
            `    ¦${'x'.repeat(41)}: { label: Content download, kinds`
        ]
    ],
    ['id.form', 'id', 'acme-mql', ['id: acme-mql', 'id: ¦Acme MQL']],
    [
        'date.form',
        'effectiveFrom',
        '2026-10-01',
        ['effectiveFrom: 2026-10-01', 'effectiveFrom: ¦2026-02-30']
    ],
    ['date.form', 'signedBy[0].on', 'year-month-day', ['2026-09-24', '¦24.9.2026']],
    [
        'duration.form',
        'routing.within',
        'such as PT8H on an open clock',
        ['routing: { within: PT2H', 'routing: { within: ¦1bd']
    ],
    ['duration.form', 'calibration.score', 'P90D (90 days)', ['{ score: P90D,', '{ score: ¦90d,']],
    [
        'duration.form',
        'metrics.answered_24h.within',
        '2bd (2 business days)',
        ['within: PT24H\n', 'within: ¦P1M\n']
    ],
    [
        'duration.form',
        'sessionGap',
        'minutes are PT30M',
        ['sessionGap: PT30M', 'sessionGap: ¦P30M']
    ],
    [
        'duration.form',
        'mql.signals.of[0].within',
        'PT5M (5 minutes)',
        [
            'signal: pricing, atLeast: 2, label',
            'signal: pricing, within: ¦30 days, atLeast: 2, label'
        ]
    ],
    [
        'yaml.alias',
        'title',
        'has no anchor',
        ['title: Marketing–sales agreement', 'title: ¦*missing']
    ],
    ['yaml.syntax', '', 'indent with spaces', ['    threshold: 60', '    threshold: 60\n¦\tx: 1']],
    ['yaml.syntax', '', 'one file holds one agreement', ['version: 1', 'version: 1\n¦---']],
    ['yaml.syntax', '', 'Unresolved tag', ['version: 1', 'version: ¦!secret 1']]
];

describe('the shape', () => {
    it.for(rows)('of %s at %s is refused (%s)', ([code, path, message, ...edits]) => {
        const { issues, agreement, at } = issuesAfter(...edits);
        const found = issues.find((issue) => issue.code === code && issue.path === path);
        expect(issues.map((issue) => `${issue.code} ${issue.path}`)).toContain(`${code} ${path}`);
        expect(found?.message).toContain(message);
        expect([`${found?.line}:${found?.column}`]).toEqual(at);
        expect(agreement).toBeNull();
    });

    it('of most of these is wrong in one place only', () => {
        const others = rows.flatMap(([code, path, , ...edits]) => {
            const codes = issuesAfter(...edits).issues.map(
                (issue) => `${issue.code} ${issue.path}`
            );
            return codes.filter((one) => one !== `${code} ${path}`);
        });
        // One edit leaves loose keys behind, another takes away a signal that a rule names.
        expect(others).toEqual([
            'key.unknown x',
            'signal.unknown score.engagement.rules.content.signal'
        ]);
    });
});
