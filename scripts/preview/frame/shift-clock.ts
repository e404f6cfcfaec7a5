/** Runs before all else in a frame: from then on every clock of the frame is the person's. */
import { shiftClock } from '../hubspot/shiftClock.ts';

shiftClock(Number(document.currentScript?.dataset.shift ?? '0'));
