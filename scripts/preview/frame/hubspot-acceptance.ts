/** The app's own page for marketers, over a portal of leads that nobody wrote down. */
import { mountExtension } from '../hubspot/host.tsx';
import { acceptanceSettings } from './acceptanceSettings.ts';

const { clockShift, timeZone } = acceptanceSettings();

const header = document.createElement('header');
header.className = 'record-header';
const heading = document.createElement('h1');
heading.textContent = 'Apps';
header.append(heading);
const page = document.createElement('div');
document.getElementById('record')?.append(header, page);

mountExtension(page, {
    bundleUrl: '/hubspot/AcceptancePages.js',
    workerUrl: '/hubspot/hubspot-worker.js',
    nowOffset: clockShift,
    context: {
        location: 'pages',
        user: { id: 1, email: 'marketing@acme.example', firstName: 'Max', lastName: 'Mara' },
        portal: { id: 1, timezone: timeZone },
        extension: { appId: 1, appName: 'Handoff' }
    },
    async serverless(uid, parameters) {
        const response = await fetch('/api/acceptance/hubspot', {
            method: 'POST',
            body: JSON.stringify({ uid, parameters })
        });
        const answer: unknown = await response.json();
        if (!response.ok) throw new Error((answer as { message: string }).message);
        return answer;
    }
});
