import apex.common.base.Initializers;
import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.bcl.DmlOperation;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.symbol.member.variable.FieldTable;
import apex.jorje.semantic.symbol.member.variable.MultipleFieldTable;
import apex.jorje.semantic.symbol.member.variable.SObjectFieldInfo;
import apex.jorje.semantic.symbol.member.variable.SObjectFieldInfo.Category;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.GenericTypeInfoFactory;
import apex.jorje.semantic.symbol.type.SObjectMetadata;
import apex.jorje.semantic.symbol.type.SObjectMetadata.CustomEntitySObjectType;
import apex.jorje.semantic.symbol.type.SObjectTypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The objects of an org as the compiler's types, from JSON: object, field, type. A type is one of Apex's
 * own (`String`), an object for a parent (`User`) or a list of its children (`Task[]`).
 */
final class ObjectTypes {
    private static final Map<String, TypeInfo> VALUES = Map.ofEntries(
        Map.entry("Blob", TypeInfos.BLOB),
        Map.entry("Boolean", TypeInfos.BOOLEAN),
        Map.entry("Date", TypeInfos.DATE),
        Map.entry("Datetime", TypeInfos.DATE_TIME),
        Map.entry("Decimal", TypeInfos.DECIMAL),
        Map.entry("Double", TypeInfos.DOUBLE),
        Map.entry("Id", TypeInfos.ID),
        Map.entry("Integer", TypeInfos.INTEGER),
        Map.entry("Long", TypeInfos.LONG),
        Map.entry("Object", TypeInfos.OBJECT),
        Map.entry("SObject", TypeInfos.SOBJECT),
        Map.entry("String", TypeInfos.STRING),
        Map.entry("Time", TypeInfos.TIME)
    );

    private final Map<String, JsonNode> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, TypeInfo> types = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private SymbolResolver resolver;

    ObjectTypes(JsonNode objects) {
        for (Iterator<String> each = objects.fieldNames(); each.hasNext();) {
            String name = each.next();
            names.put(name, name);
            fields.put(name, objects.get(name));
        }
    }

    void resolveWith(SymbolResolver resolver) {
        this.resolver = resolver;
    }

    /** The type of an object; null for one that the org does not have. */
    TypeInfo named(String name) {
        if (!names.containsKey(name)) return null;
        TypeInfo known = types.get(name);
        if (known != null) return known;
        SObjectTypeInfo.Builder builder = SObjectTypeInfo.builder();
        builder.setApexBytecodeName(names.get(name));
        builder.setMetadata(metadata(name));
        builder.setNamespace(Namespaces.EMPTY);
        builder.setFields(Initializers.memoize((TypeInfo type) -> members(type, fields.get(name))));
        TypeInfo type = builder.buildResolved();
        types.put(name, type);
        return type;
    }

    private static SObjectMetadata metadata(String name) {
        SObjectMetadata.Builder builder = SObjectMetadata.builder()
            .setAccessibleWhenUntrustedCalculator(type -> true)
            .setLookupFieldPredicate((field, type) -> true);
        if (name.endsWith("__mdt")) {
            return builder
                .setCustomEntitySObjectType(CustomEntitySObjectType.CUSTOM_METADATA_TYPE)
                .setSupportedDml(DmlOperation.EMPTY)
                .setEditable(true)
                .build();
        }
        return builder
            .setSupportedDml(DmlOperation.ALL)
            .setEditable(true)
            .setTriggerable(true)
            .build();
    }

    private FieldTable members(TypeInfo owner, JsonNode fields) {
        MultipleFieldTable table = new MultipleFieldTable();
        TypeInfo fieldToken = resolver.get("Schema/SObjectField");
        for (Iterator<String> names = fields.fieldNames(); names.hasNext();) {
            String name = names.next();
            String type = fields.get(name).asText();
            TypeInfo value = VALUES.get(type);
            if (value != null) {
                table.add(field(owner, name, value, Category.REGULAR, false));
                table.add(field(owner, name, fieldToken, Category.REGULAR, true));
            } else if (type.endsWith("[]")) {
                String element = type.substring(0, type.length() - 2);
                boolean isIds = VALUES.containsKey(element);
                TypeInfo each = isIds ? VALUES.get(element) : named(element);
                if (each == null) continue;
                TypeInfo list = GenericTypeInfoFactory.createList(each);
                Category category = isIds ? Category.ID_LIST : Category.AGGREGATE;
                table.add(field(owner, name, list, category, false));
            } else {
                TypeInfo parent = named(type);
                if (parent == null) continue;
                table.add(field(owner, name, parent, Category.FOREIGN_KEY, false));
            }
        }
        TypeInfo objectToken = resolver.get("Schema/SObjectType");
        table.add(field(owner, "SObjectType", objectToken, Category.REGULAR, true));
        return table;
    }

    private static SObjectFieldInfo field(
        TypeInfo owner,
        String name,
        TypeInfo type,
        Category category,
        boolean isStatic
    ) {
        return SObjectFieldInfo.builder()
            .setName(name)
            .setDefiningType(owner)
            .setType(type)
            .setModifiers(isStatic ? ModifierGroups.GLOBAL_STATIC : ModifierGroups.ONLY_GLOBAL)
            .setCategory(category)
            .setPrimaryKey(name.equals("Id") && !isStatic)
            .build();
    }
}
