import apex.jorje.semantic.common.TestSObjectTypeInfos;
import apex.jorje.semantic.common.TestSymbolProvider;
import apex.jorje.semantic.compiler.Namespace;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.TypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** What the compiler asks the org for: its objects and its labels. The rest of its types are built in. */
final class OrgSymbols extends TestSymbolProvider {
    private static final String BUILT_IN = "com/salesforce/api/";
    private final ObjectTypes objects;
    private final Set<String> labels = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    OrgSymbols(JsonNode objects, JsonNode labels) {
        this.objects = new ObjectTypes(objects);
        for (JsonNode label : labels) this.labels.add(label.asText());
    }

    @Override
    public TypeInfo find(SymbolResolver resolver, TypeInfo from, String name) {
        objects.resolveWith(resolver);
        TypeInfo declared = name.startsWith(BUILT_IN) ? resolver.get(name.substring(BUILT_IN.length())) : null;
        return declared != null ? declared : super.find(resolver, from, name);
    }

    @Override
    public TypeInfo getSObjectType(TypeInfo from, String name) {
        return name.equalsIgnoreCase("AggregateResult")
            ? TestSObjectTypeInfos.AGGREGATE_RESULT
            : objects.named(name);
    }

    @Override
    public TypeInfo getAggregateResultType(TypeInfo from) {
        return TestSObjectTypeInfos.AGGREGATE_RESULT;
    }

    @Override
    public boolean hasLabelField(TypeInfo from, Namespace namespace, String name) {
        return labels.contains(name);
    }
}
