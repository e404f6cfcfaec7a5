trigger OthersLead on Lead(before insert, before update, after insert, after update) {
    if (Trigger.isBefore) {
        OthersWork.look();
    } else {
        OthersWork.write('Lead');
    }
}
