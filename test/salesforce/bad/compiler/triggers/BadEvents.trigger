trigger BadEvents on Lead(before isnert, after update) {
    for (Contact person : Trigger.new) {
        person.addError('Wrong');
    }
}
