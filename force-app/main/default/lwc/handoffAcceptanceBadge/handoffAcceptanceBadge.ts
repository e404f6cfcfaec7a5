import heading from '@salesforce/label/c.Handoff_Acceptance';
import HandoffRecord from 'c/handoffRecord';

/** The acceptance of a record and of its source, alone on a record page. */
export default class HandoffAcceptanceBadge extends HandoffRecord {
    heading = heading;
}
