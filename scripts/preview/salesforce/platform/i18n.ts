/** Stands behind `@salesforce/i18n/*`. */
import { frameSettings } from '../../frame/settings.ts';

export const { locale, timeZone } = frameSettings();
export const lang = locale;
