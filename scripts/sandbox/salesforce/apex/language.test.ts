import { expect, it } from 'vitest';
import { runSources } from './testing.ts';

/** Each method is a test of its own; what it asserts is what an org does. */
const LANGUAGE = `@IsTest
private class LanguageTest {
    public interface Shape { Decimal area(); }
    public abstract class Figure implements Shape, Comparable {
        protected String label;
        public Figure(String label) { this.label = label; }
        public abstract Decimal area();
        public virtual String describe() { return label + ' ' + area(); }
        public Integer compareTo(Object other) {
            Decimal difference = area() - ((Figure) other).area();
            return difference > 0 ? 1 : (difference < 0 ? -1 : 0);
        }
    }
    public virtual class Square extends Figure {
        private final Decimal side;
        public Square(Decimal side) { this('square', side); }
        protected Square(String label, Decimal side) { super(label); this.side = side; }
        public override Decimal area() { return side * side; }
    }
    public class Tile extends Square {
        public Tile() { super('tile', 2); }
        public override String describe() { return 'a ' + super.describe(); }
    }
    public enum Colour { RED, GREEN }
    public class Fault extends Exception {
        public Integer code = 7;
        public String coded() { return getMessage() + code; }
    }
    public class Box {
        public Integer size { get; private set; }
        public Integer twice { get { return size * 2; } set { size = value / 2; } }
        public Box() { size = size + 1; made = made + 1; }
        { size = 5; }
    }
    private static Integer made { get { return made == null ? 0 : made; } set; }
    private static List<String> order = new List<String>();
    private static Integer first = noted('first', 1);
    static { order.add('block'); }
    private static Integer second = noted('second', first + 1);
    private static Integer noted(String name, Integer value) { order.add(name); return value; }

    private static String kind(Object value) { return 'object'; }
    private static String kind(Integer value) { return 'integer'; }
    private static String kind(Long value) { return 'long'; }
    private static String kind(Decimal value) { return 'decimal'; }
    private static String kind(String value) { return 'string'; }
    private static String kind(List<String> value) { return 'texts'; }
    private static String kind(List<Integer> value) { return 'integers'; }
    private static String kind(SObject value) { return 'record'; }
    private static String kind(Figure value) { return 'figure'; }

    @IsTest static void methodsAreThoseOfTheObjectsOwnClass() {
        Figure tile = new Tile();
        Assert.areEqual('a tile 4', tile.describe());
        Assert.areEqual('square 9', new Square(3).describe());
        Shape shape = tile;
        Assert.areEqual(4, shape.area());
        Assert.isTrue(tile instanceof Square && tile instanceof Shape);
        Object none = null;
        Assert.isFalse(none instanceof Shape);
    }
    @IsTest static void objectsSortThemselves() {
        List<Figure> all = new List<Figure>{ new Square(3), new Tile(), new Square(1) };
        all.sort();
        Assert.areEqual(1, all[0].area());
        Assert.areEqual(9, all[2].area());
    }
    @IsTest static void castsThatDoNotFitAreExceptions() {
        Object square = new Square(1);
        try { Tile tile = (Tile) square; Assert.fail('no tile'); }
        catch (TypeException e) { Assert.isTrue(e.getMessage().contains('Square'), e.getMessage()); }
    }
    @IsTest static void numbersOfRecordsAreDecimals() {
        SObject record = new Lead(Points__c = 3, NumberOfEmployees = 5);
        Assert.areEqual(3, (Integer) (Decimal) record.get('Points__c'));
        Assert.areEqual(5, (Integer) record.get('NumberOfEmployees'));
        Assert.areEqual(-2, (Integer) -2.9);
        try { Integer n = (Integer) record.get('Points__c'); Assert.fail('a Decimal'); }
        catch (TypeException e) {
            Assert.areEqual(
                'Invalid conversion from runtime type Decimal to Integer', e.getMessage()
            );
        }
    }
    @IsTest static void overloadsAreChosenByType() {
        Assert.areEqual('integer', kind(1));
        Assert.areEqual('long', kind(1L));
        Assert.areEqual('decimal', kind(1.5));
        Assert.areEqual('string', kind('a'));
        Assert.areEqual('texts', kind(new List<String>()));
        Assert.areEqual('integers', kind(new List<Integer>()));
        Assert.areEqual('record', kind(new Lead()));
        Assert.areEqual('figure', kind(new Tile()));
        Assert.areEqual('object', kind(new Box()));
        Object hidden = 'a';
        Assert.areEqual('object', kind(hidden));
    }
    @IsTest static void staticFieldsGetTheirValuesInOrder() {
        Assert.areEqual(2, second);
        Assert.areEqual(new List<String>{ 'first', 'block', 'second' }, order);
    }
    @IsTest static void propertiesHaveAccessors() {
        Box one = new Box();
        Assert.areEqual(6, one.size, 'the block ran before the constructor');
        one.twice = 8;
        Assert.areEqual(4, one.size);
        Assert.areEqual(8, one.twice);
        new Box();
        Assert.areEqual(2, made);
    }
    @IsTest static void enumsHaveNamesAndAnOrder() {
        Assert.areEqual('GREEN', Colour.GREEN.name());
        Assert.areEqual(1, Colour.GREEN.ordinal());
        Assert.areEqual(2, Colour.values().size());
        Map<Colour, Integer> counts = new Map<Colour, Integer>{ Colour.RED => 3 };
        Assert.areEqual(3, counts.get(Colour.RED));
    }
    @IsTest static void switchesChooseByValueAndByKind() {
        Assert.areEqual('few', sized(2));
        Assert.areEqual('none', sized(null));
        Assert.areEqual('many', sized(20));
        String chosen;
        switch on Colour.RED { when RED { chosen = 'r'; } when GREEN { chosen = 'g'; } }
        Assert.areEqual('r', chosen);
        SObject record = new Contact(LastName = 'Ward');
        switch on record {
            when Lead one { Assert.fail('a lead'); }
            when Contact one { Assert.areEqual('Ward', one.LastName); }
            when else { Assert.fail('neither'); }
        }
    }
    private static String sized(Integer n) {
        switch on n { when 1, 2 { return 'few'; } when null { return 'none'; } when else { return 'many'; } }
    }
    @IsTest static void exceptionsHaveMembersAndCauses() {
        try {
            try { throw new Fault('bad '); }
            catch (Fault inner) { throw new IllegalArgumentException('worse', inner); }
        } catch (IllegalArgumentException outer) {
            Assert.areEqual('bad 7', ((Fault) outer.getCause()).coded());
            Assert.areEqual('System.IllegalArgumentException', outer.getTypeName());
            Assert.areEqual('LanguageTest.Fault', outer.getCause().getTypeName());
        }
        Fault silent = new Fault();
        silent.setMessage('later');
        Assert.areEqual('later', silent.getMessage());
    }
    @IsTest static void exceptionsSayWhereTheyArose() {
        try { deep(); }
        catch (Exception e) {
            Assert.isTrue(
                e.getStackTraceString().startsWith('Class.LanguageTest.deep: line '),
                e.getStackTraceString()
            );
            Assert.isTrue(e.getLineNumber() > 1);
        }
    }
    private static void deep() { List<Integer> none = null; none.size(); }
    @IsTest static void finallyRunsAlways() {
        List<String> seen = new List<String>();
        try { seen.add('try'); throw new Fault('x'); }
        catch (Fault e) { seen.add('catch'); }
        finally { seen.add('finally'); }
        Assert.areEqual(3, seen.size());
        Assert.areEqual('kept', returned(seen));
        Assert.areEqual(4, seen.size());
    }
    private static String returned(List<String> seen) {
        try { return 'kept'; } finally { seen.add('after'); }
    }
    @IsTest static void aChainEndsWhereNullIsSafe() {
        Lead none = null;
        Assert.isNull(none?.LastName.toLowerCase().length());
        List<Box> boxes = null;
        Assert.isNull(boxes?.get(0).size);
        Lead named = new Lead();
        try { Integer n = named?.LastName.length(); Assert.fail('null inside'); }
        catch (NullPointerException e) { Assert.isNotNull(e.getMessage()); }
    }
    @IsTest static void loopsRunAsWritten() {
        Integer n = 0;
        do { n++; } while (n < 3);
        Assert.areEqual(3, n);
        Integer i;
        for (i = 10; i > 7; i--) { n += i; }
        Assert.areEqual(30, n);
        for (Integer one : new Integer[]{ 1, 2, 3 }) { if (one == 2) { continue; } n += one; }
        Assert.areEqual(34, n);
        Integer[] cells = new Integer[2];
        Assert.isNull(cells[1]);
        cells[1] = 4;
        Assert.areEqual(4, cells[1]);
    }
    @IsTest static void numbersKeepTheirKinds() {
        Integer a = 7;
        Decimal half = a / 2;
        Assert.areEqual(3, half, 'both sides are whole');
        Assert.areEqual(3.5, a / 2.0);
        Assert.areEqual(0.3, 0.1 + 0.2);
        Assert.areEqual(2.35, (2.345).setScale(2));
        Assert.areEqual(-3, Math.mod(-7, 4));
        Long large = 3000000000L;
        Assert.areEqual(-1294967296, (Integer) large);
        Assert.areEqual(5, Math.abs(-5) + Math.min(0, 3));
        Assert.areEqual('1.0', String.valueOf(Double.valueOf('1')));
    }
    @IsTest static void textsAreCutAndJoined() {
        Assert.areEqual('b,c', 'a-b,c'.substringAfter('-'));
        Assert.areEqual(new List<String>{ 'a', 'b c' }, 'a,b c,,'.split(','));
        Assert.areEqual('it is a, b', String.format('it is {0}, {1}', new List<Object>{ 'a', 'b' }));
        Assert.areEqual('x.y', 'xay'.replaceAll('[a-c]', '.'));
        Assert.areEqual('00042', '42'.leftPad(5, '0'));
        Assert.areEqual('a; b', String.join(new List<String>{ 'a', 'b' }, '; '));
        Matcher found = Pattern.compile('(\\\\d+)-(\\\\d+)').matcher('from 10-20');
        Assert.isTrue(found.find());
        Assert.areEqual('20', found.group(2));
    }
    @IsTest static void datesFollowTheCalendar() {
        Assert.areEqual(Date.newInstance(2028, 2, 29), Date.newInstance(2028, 1, 31).addMonths(1));
        Assert.areEqual(29, Date.daysInMonth(2028, 2));
        Datetime noon = Datetime.newInstanceGmt(2026, 3, 4, 12, 0, 0);
        Assert.areEqual('2026-03-04 12:00', noon.formatGmt('yyyy-MM-dd HH:mm'));
        Assert.areEqual('07:00', noon.format('HH:mm', 'America/New_York'));
        Assert.areEqual(noon, Datetime.valueOfGmt('2026-03-04 12:00:00'));
        Assert.isTrue(noon.addMonths(1) > noon.addDays(30));
    }
    @IsTest static void timesAreOfADay() {
        Time late = Time.newInstance(23, 30, 0, 0);
        Assert.areEqual(0, late.addHours(1).hour());
        Datetime joined = Datetime.newInstanceGmt(Date.newInstance(2026, 3, 4), late);
        Assert.areEqual(Datetime.newInstanceGmt(2026, 3, 4, 23, 30, 0), joined);
        Assert.areEqual(late, joined.timeGmt());
        if (false) { ConnectApi.ChatterUsers.follow(null, null, null); }
    }
    @IsTest static void recordsAreEqualByTheirFields() {
        Lead a = new Lead(LastName = 'Moss');
        Lead b = a.clone();
        Assert.areEqual(a, b);
        b.LastName = 'Reed';
        Assert.areNotEqual(a, b);
        Set<Lead> all = new Set<Lead>{ a, b, new Lead(LastName = 'Moss') };
        Assert.areEqual(2, all.size());
        Assert.isFalse(a.IsConverted, 'a checkbox is never null');
        Assert.isNull(a.Company);
    }
    @IsTest static void jsonGoesBothWays() {
        Map<String, Object> read = (Map<String, Object>) JSON.deserializeUntyped('{"a":[1,{"b":null}]}');
        List<Object> inside = (List<Object>) read.get('a');
        Assert.areEqual(1, (Integer) inside[0]);
        Assert.areEqual('{"a":[1,{"b":null}]}', JSON.serialize(read));
        Map<Id, Id> ids = (Map<Id, Id>) JSON.deserialize(
            '{"00Q000000000001AAA":"003000000000001AAA"}', Map<Id, Id>.class
        );
        Assert.areEqual(1, ids.size());
        Lead person = (Lead) JSON.deserialize('{"LastName":"Moss","IsConverted":true}', Lead.class);
        Assert.isTrue(person.IsConverted);
    }
    @IsTest static void untypedListsAreOfObjects() {
        Object read = JSON.deserializeUntyped('["a"]');
        Assert.areEqual(1, ((List<Object>) read).size());
        Assert.isFalse(read instanceof Map<String, Object>);
        try { List<String> texts = (List<String>) read; Assert.fail('of Objects'); }
        catch (TypeException e) { Assert.isNotNull(e.getMessage()); }
    }
    @IsTest static void collectionsDoNotChangeWhileTheyAreIterated() {
        Map<String, Integer> counts = new Map<String, Integer>{ 'a' => 1, 'b' => 2 };
        try { for (String key : counts.keySet()) { counts.remove(key); } Assert.fail('changed'); }
        catch (FinalException e) { Assert.isTrue(e.getMessage().startsWith('Cannot modify')); }
        List<Integer> all = new List<Integer>{ 1, 2 };
        try { for (Integer one : all) { all.add(one); } Assert.fail('changed'); }
        catch (FinalException e) { Assert.isTrue(e.getMessage().startsWith('Cannot modify')); }
        for (Integer one : all) { all[0] = one; }
    }
    @IsTest static void typesAreFoundByName() {
        Assert.isNull(Type.forName('NoSuchClass'));
        Assert.isNotNull((Tile) Type.forName('LanguageTest.Tile').newInstance());
        Assert.areEqual(Lead.SObjectType, new Lead().getSObjectType());
        Assert.areEqual('LastName', Lead.LastName.getDescribe().getName());
        Assert.isTrue(Lead.SObjectType.getDescribe().fields.getMap().containsKey('lastname'));
    }
    @IsTest static void collectionsTakeAndGive() {
        Map<Id, Lead> none = new Map<Id, Lead>(new List<Lead>());
        Assert.isTrue(none.isEmpty());
        List<Integer> all = new List<Integer>{ 3, 1, 2 };
        all.add(0, 9);
        all.sort();
        Assert.areEqual(new List<Integer>{ 1, 2, 3, 9 }, all);
        Set<String> names = new Set<String>{ 'a', 'b' };
        Assert.isTrue(names.retainAll(new Set<String>{ 'b' }));
        Assert.areEqual(new Set<String>{ 'b' }, names);
        Map<String, Integer> counts = new Map<String, Integer>{ 'a' => 1 };
        counts.putAll(new Map<String, Integer>{ 'b' => 2 });
        Assert.areEqual(2, counts.values().size());
    }
    @IsTest static void triggersAreNotExecutingHere() {
        Assert.isFalse(Trigger.isExecuting);
        Assert.isTrue(Test.isRunningTest());
    }
}`;

const { results } = runSources({ 'LanguageTest.cls': LANGUAGE });

it('finds all of the tests', () => {
    expect(results.length).toBe(LANGUAGE.split('@IsTest static').length - 1);
});

it.each(results)('$method', ({ message, stackTrace }) => {
    expect(message, stackTrace ?? '').toBeNull();
});
