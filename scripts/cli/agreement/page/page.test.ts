import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { alwaysOn, berlin, defaultAgreement } from '../../../../test/support/agreement.ts';
import { html } from './html.ts';
import { agreementPage } from './page.ts';

const AGREEMENTS = [defaultAgreement(), berlin(), alwaysOn()];

/** What a reader sees of the page. */
function textOf(page: string): string {
    return page
        .replace(/<style>.*<\/style>/s, '')
        .replace(/<[^>]+>/g, ' ')
        .replace(/&#39;/g, "'")
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&')
        .replace(/\s+/g, ' ');
}

describe('the page to sign', () => {
    it.each(AGREEMENTS)('has the seven sections in order: $id', (agreement) => {
        const titles = [...agreementPage(agreement).matchAll(/<h2>(.*?)<\/h2>/g)].map(([, t]) => t);
        expect(titles).toEqual([
            '1. Definitions',
            '2. What marketing does',
            '3. What sales does',
            '4. What both measure',
            '5. Escalation and disputes',
            '6. Review',
            '7. Sign-off'
        ]);
    });

    it.each(AGREEMENTS)('says everything that both sides signed: $id', (agreement) => {
        const text = textOf(agreementPage(agreement));
        const words = [
            agreement.title,
            agreement.hash,
            agreement.owner,
            ...agreement.signedBy.flatMap(({ name, role }) => [name, role]),
            ...agreement.stages.flatMap(({ label, definition, owner }) => [
                label,
                definition,
                owner
            ]),
            ...agreement.icp.map(({ label }) => label),
            ...agreement.windows.flatMap(({ label, ladder }) => [
                label,
                ...ladder.map((step) => step.label)
            ]),
            ...Object.values(agreement.decision.labels).map(({ label }) => label),
            ...agreement.reasons.flatMap(({ label, details }) => [
                label,
                ...details.map((detail) => detail.label)
            ]),
            ...agreement.metrics.map(({ label }) => label),
            ...agreement.alarms.flatMap(({ action, owner }) => [action, owner]),
            ...(agreement.disputes?.mayEscalate ?? [])
        ];
        for (const word of words) expect(text).toContain(word.replace(/\s+/g, ' '));
    });

    it('says times, shares and dates in words', () => {
        const text = textOf(agreementPage(defaultAgreement()));
        for (const words of [
            'in force from 1 October 2026',
            'Demo, trial or contact request: first attempt within 5 min of working time after the assignment',
            'at least 2 of these in 30 days',
            'before 3 attempts on 2 channels within 10 business days',
            'Rejection rate above 35% for 2 months:',
            'Mon–Fri 09:00–17:00, America/New York',
            'every 6 months, next by 1 April 2027'
        ]) {
            expect(text).toContain(words);
        }
        expect(textOf(agreementPage(berlin()))).toContain(
            'first contact by the close of business 1 business day later, from the MQL date (hotline)'
        );
    });

    it('leaves a line to whoever has not signed', () => {
        expect(textOf(agreementPage(berlin()))).toContain(
            'Henning Krüger , Managing Director Date:'
        );
    });

    it('runs no script, loads nothing, and shows what people wrote as text', () => {
        const bad = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&';
        const page = agreementPage(defaultAgreement({ title: bad, owner: bad }));
        expect(page).not.toMatch(/<script|<img|<link|url\(|@import|https?:|javascript:/i);
        expect(textOf(page)).toContain('&lt;script&gt;alert(1)');
        expect(page).toContain("default-src 'none'");
    });
});

describe('markup', () => {
    it('holds any text as text', () => {
        fc.assert(
            fc.property(fc.string(), (text) => {
                const { html: page } = html`<p title="${text}">
                    ${text}${[html`<b>${text}</b>`]}
                </p>`;
                expect(page.match(/<[^>]*>/g)).toHaveLength(4);
                expect(page.replace(/<b>.*|<p title="[^"]*">/gs, '')).not.toMatch(/[<>"']/);
            })
        );
    });

    it('closes what it opens', () => {
        for (const agreement of AGREEMENTS) {
            const body = /<body>.*<\/body>/s.exec(agreementPage(agreement))?.[0] ?? '';
            expect(XMLValidator.validate(body)).toBe(true);
        }
    });
});
