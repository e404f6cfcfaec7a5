trigger HandoffEmailMessage on EmailMessage(after insert, after update) {
    HandoffEmails.afterEmails(Trigger.new, Trigger.oldMap);
}
