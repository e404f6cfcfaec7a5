trigger HandoffEmailMessage on EmailMessage(after insert, after update) {
    HandoffOutreach.afterEmails(Trigger.new, Trigger.oldMap);
}
