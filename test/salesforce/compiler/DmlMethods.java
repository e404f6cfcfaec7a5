import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.compiler.CodeUnit;
import apex.jorje.semantic.compiler.sfdc.CompilerProgressCallback;
import apex.jorje.semantic.symbol.member.method.Generated;
import apex.jorje.semantic.symbol.member.method.StandardMethodInfo;
import apex.jorje.semantic.symbol.type.GenericTypeInfoFactory;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds {@code Database.insert} and its like to the library: their names are reserved words, so that no
 * declaration can hold them. Listens to the compiler's progress, since the class has to be there first.
 */
final class DmlMethods implements CompilerProgressCallback {
    private final Map<String, TypeInfo> types = new HashMap<>();

    @Override
    public void reportProgress(CodeUnit unit, String stage) {
        if (unit.getType() == null) return;
        String name = unit.getType().getApexName();
        if (stage.equals("PARENT")) types.put(name, unit.getType());
        if (stage.equals("MEMBER_RESOLVE") && name.equals("System.Database")) addAll();
    }

    @Override
    public void addUnit(CodeUnit unit) {}

    @Override
    public void addUnits(Collection<CodeUnit> units) {}

    @Override
    public void addSavedUnit(CodeUnit unit) {}

    private void addAll() {
        List<TypeInfo> none = List.of();
        List<TypeInfo> allOrNone = List.of(TypeInfos.BOOLEAN);
        List<TypeInfo> dmlOptions = List.of(types.get("Database.DMLOptions"));
        TypeInfo key = types.get("Schema.SObjectField");
        for (String name : List.of("insert", "update")) {
            for (List<TypeInfo> options : List.of(none, allOrNone, dmlOptions)) {
                add(name, "Database.SaveResult", TypeInfos.SOBJECT, options);
            }
        }
        for (List<TypeInfo> options : List.of(
            none,
            allOrNone,
            List.of(key),
            List.of(key, TypeInfos.BOOLEAN)
        )) {
            add("upsert", "Database.UpsertResult", TypeInfos.SOBJECT, options);
        }
        for (TypeInfo record : List.of(TypeInfos.SOBJECT, TypeInfos.ID)) {
            for (List<TypeInfo> options : List.of(none, allOrNone)) {
                add("delete", "Database.DeleteResult", record, options);
                add("undelete", "Database.UndeleteResult", record, options);
            }
        }
    }

    /** For one record and for a list of them, each with and without the mode to run in. */
    private void add(String name, String result, TypeInfo record, List<TypeInfo> options) {
        TypeInfo one = types.get(result);
        TypeInfo records = GenericTypeInfoFactory.createList(record);
        for (boolean hasMode : new boolean[] { false, true }) {
            List<TypeInfo> rest = new ArrayList<>(options);
            if (hasMode) rest.add(types.get("System.AccessLevel"));
            add(name, one, record, rest);
            add(name, GenericTypeInfoFactory.createList(one), records, rest);
        }
    }

    private void add(String name, TypeInfo result, TypeInfo records, List<TypeInfo> rest) {
        TypeInfo database = types.get("System.Database");
        List<TypeInfo> parameters = new ArrayList<>(List.of(records));
        parameters.addAll(rest);
        database
            .methods()
            .addDuplicatesAllowed(
                StandardMethodInfo.builder()
                    .setName(name)
                    .setDefiningType(database)
                    .setModifiers(ModifierGroups.GLOBAL_STATIC)
                    .setReturnType(result)
                    .setNamedParameterTypes(parameters)
                    .setGenerated(Generated.BUILT_IN)
                    .build()
            );
    }
}
