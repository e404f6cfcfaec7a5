import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadFromHubSpot } from './lead.ts';
import { hubspotProperties } from './properties.ts';
import { AGREEMENT, iso, object, recordsWith, T0 } from './records.testkit.ts';
import {
    defaultSettings,
    enteredProperty,
    readSettings,
    SETTING_NAMES,
    settingsFrom,
    writeSettings
} from './settings.ts';

const DEFAULTS = defaultSettings(AGREEMENT);
const OWN = {
    score: 'buyer_score',
    employees: 'staff',
    revenue: 'turnover',
    industry: 'branch',
    title: 'role',
    mqlStage: '1234567'
};

describe('a portal’s settings', () => {
    it('are the defaults where nothing is set, with the agreement’s score', () => {
        for (const text of [null, '', '  ', '{}']) {
            expect(readSettings(text, AGREEMENT)).toEqual({ settings: DEFAULTS, issues: [] });
        }
        expect(DEFAULTS).toMatchObject({ score: 'fit_score', employees: 'numemployees' });
    });

    it('replace only what they name', () => {
        const { settings, issues } = readSettings('{"employees":"staff"}', AGREEMENT);
        expect([settings, issues]).toEqual([{ ...DEFAULTS, employees: 'staff' }, []]);
    });

    it('can show no score, but not read no industry', () => {
        const { settings, issues } = readSettings('{"score":null,"industry":null}', AGREEMENT);
        expect([settings.score, settings.industry]).toEqual([null, 'industry']);
        expect(issues.map(({ path }) => path)).toEqual(['industry']);
    });

    it.each(['Staff', '1staff', 'staff-count', 'staff,email', 'x'.repeat(101), '', 7, {}, []])(
        'refuse %j as the name of a property, and say where',
        (given) => {
            const { settings, issues } = settingsFrom({ employees: given }, AGREEMENT);
            expect(settings).toEqual(DEFAULTS);
            expect(issues).toMatchObject([{ code: 'settings.name', path: 'employees' }]);
        }
    );

    it('name a setting that does not exist, and take the others', () => {
        const { settings, issues } = readSettings('{"staff":"x","title":"role"}', AGREEMENT);
        expect(settings.title).toBe('role');
        expect(issues).toMatchObject([{ code: 'settings.unknown', path: 'staff' }]);
        expect(issues[0]?.message).toContain('employees');
    });

    it.each([
        ['{"score":', 'settings.json'],
        ['[]', 'settings.shape'],
        ['7', 'settings.shape']
    ])('say that %s is not readable', (text, code) => {
        const { settings, issues } = readSettings(text, AGREEMENT);
        expect(settings).toEqual(DEFAULTS);
        expect(issues.map((issue) => issue.code)).toEqual([code]);
    });

    it('never throw, and are always usable names', () => {
        const given = fc.oneof(
            fc.string(),
            fc.json(),
            fc
                .dictionary(
                    fc.constantFrom(...SETTING_NAMES, '__proto__', 'constructor', 'x'),
                    fc.anything()
                )
                .map((value) => {
                    try {
                        return JSON.stringify(value);
                    } catch {
                        return '';
                    }
                })
        );
        fc.assert(
            fc.property(given, (text) => {
                const { settings } = readSettings(text, AGREEMENT);
                for (const name of SETTING_NAMES) {
                    const value = settings[name];
                    if (value === null) expect(name).toBe('score');
                    else expect(value).toMatch(/^[a-z0-9][a-z0-9_-]*$/);
                }
            })
        );
    });

    it('come back as they were stored', () => {
        const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/);
        const some = fc.record({
            score: fc.option(name),
            employees: name,
            revenue: name,
            industry: name,
            title: name,
            mqlStage: fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,20}$/)
        });
        fc.assert(
            fc.property(some, (settings) => {
                const text = writeSettings(settings, AGREEMENT);
                expect(readSettings(text, AGREEMENT)).toEqual({ settings, issues: [] });
            })
        );
        expect(writeSettings(DEFAULTS, AGREEMENT)).toBe('{}');
    });
});

describe('a contact of a portal with its own properties', () => {
    const properties = {
        staff: '51-200',
        turnover: '5000000',
        branch: 'Software',
        role: 'CFO',
        buyer_score: '45',
        numemployees: '9',
        [enteredProperty('1234567')]: iso(T0)
    };

    it('is read by them', () => {
        const lead = leadFromHubSpot(
            recordsWith({ contact: object(properties), settings: OWN }),
            AGREEMENT
        );
        expect(lead.facts).toMatchObject({
            employees: { min: 51, max: 200 },
            revenue: 5_000_000,
            industry: 'Software',
            title: 'CFO'
        });
        expect([lead.otherScore, lead.mqlAt]).toEqual([45, T0]);
        expect(lead.unreadable).toEqual([]);
    });

    it('asks HubSpot for them, and for the score’s history', () => {
        const { plain, history } = hubspotProperties(AGREEMENT, OWN);
        expect(plain).toEqual(expect.arrayContaining(Object.keys(properties).slice(0, 5)));
        expect(plain).not.toContain('numemployees');
        expect(history).toContain('buyer_score');
        expect(new Set(plain).size).toBe(plain.length);
    });

    it('says what of the settings it could not use', () => {
        const settings = { employees: 'No. of staff', staff: 'x' };
        const { unreadable } = leadFromHubSpot(recordsWith({ settings }), AGREEMENT);
        expect(unreadable).toEqual([
            { section: 'settings', what: 'setting “employees”', value: 'No. of staff' },
            { section: 'settings', what: 'setting “staff”', value: 'x' }
        ]);
        const broken = leadFromHubSpot(recordsWith({ settings: '{"score"' }), AGREEMENT);
        expect(broken.unreadable).toMatchObject([{ what: 'settings', value: '{"score"' }]);
    });
});

describe('the property of a lifecycle stage', () => {
    it('holds no hyphen, as HubSpot names it', () => {
        expect(enteredProperty('sales-ready')).toBe('hs_v2_date_entered_sales_ready');
    });
});
