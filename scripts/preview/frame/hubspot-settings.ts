/** The app's settings page, as HubSpot shows it under its connected apps. */
import { mountExtension } from '../hubspot/host.tsx';
import { askerFor } from './ask.ts';
import { frameSettings } from './settings.ts';

const { person, timeZone, locale, clockShift, hubspot } = frameSettings();
const ask = askerFor(person);

const header = document.createElement('header');
header.className = 'record-header';
const heading = document.createElement('h1');
heading.textContent = 'Connected apps';
header.append(heading);
const page = document.createElement('div');
document.getElementById('record')?.append(header, page);

mountExtension(page, {
    bundleUrl: '/hubspot/SettingsPage.js',
    workerUrl: '/hubspot/hubspot-worker.js',
    nowOffset: clockShift,
    context: {
        location: 'settings',
        user: { ...hubspot.user, locale },
        portal: { id: 1, timezone: timeZone },
        extension: { appId: 1, appName: 'Handoff' }
    },
    serverless: (uid, parameters) => ask('function', { uid, parameters })
});
