/** Stands behind `@salesforce/user/*`. */
import { frameSettings } from '../../frame/settings.ts';

export const Id = frameSettings().salesforce.userId;
