import { checkCalendar } from '../../calendar/checkCalendar.ts';
import type { Finding, Path } from '../finding.ts';
import { pathFromText } from '../finding.ts';
import { suggestion } from '../nearest.ts';
import type { CalendarSpec } from '../types.ts';
import type { Check } from './check.ts';
import { entriesOf, itemsOf } from './check.ts';

/** Each calendar makes sense, and each calendar that is named exists. */
export const checkCalendars: Check = ({ draft, broken }) => {
    const findings: Finding[] = [];
    for (const [id, spec] of entriesOf(draft.calendars)) {
        if (broken('calendars', id)) continue;
        for (const { code, path, message } of checkCalendar(spec as CalendarSpec)) {
            findings.push({ code, path: ['calendars', id, ...pathFromText(path)], message });
        }
    }
    const known = draft.calendars && Object.keys(draft.calendars);
    const named = (name: string | undefined, path: Path): void => {
        if (name === undefined || known === undefined || known.includes(name)) return;
        const message = `there is no calendar "${name}"${suggestion(name, known)}`;
        findings.push({ code: 'calendar.unknown', path, message });
    };
    named(draft.calendar, ['calendar']);
    named(draft.routing?.calendar, ['routing', 'calendar']);
    for (const [i, window] of itemsOf(draft.windows))
        named(window.calendar, ['windows', i, 'calendar']);
    for (const [id, metric] of entriesOf(draft.metrics))
        if (metric.kind === 'response') named(metric.calendar, ['metrics', id, 'calendar']);
    return findings;
};
