trigger HandoffTask on Task(after insert, after update) {
    HandoffOutreach.afterTasks(Trigger.new, Trigger.oldMap);
}
