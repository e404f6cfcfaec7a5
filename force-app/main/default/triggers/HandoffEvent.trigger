trigger HandoffEvent on Event(after insert, after update) {
    HandoffOutreach.afterEvents(Trigger.new, Trigger.oldMap);
}
