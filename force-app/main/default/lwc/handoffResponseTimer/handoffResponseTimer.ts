import heading from '@salesforce/label/c.Handoff_Response_Time';
import HandoffRecord from 'c/handoffRecord';

/** The response clock, alone on a record page. */
export default class HandoffResponseTimer extends HandoffRecord {
    heading = heading;
}
