import apex.jorje.semantic.common.TestAccessEvaluator;
import apex.jorje.semantic.symbol.type.SObjectTypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfo;

/** What code may use in an org where the package is deployed without a namespace. */
final class OrgAccess extends TestAccessEvaluator {
    OrgAccess() {
        // For the library's Database.Batchable<SObject>.
        setHasApexGenericType(true);
    }

    /** The package's custom metadata types are its own. */
    @Override
    public boolean isSetupEntityVisibleToType(SObjectTypeInfo object, TypeInfo from) {
        return true;
    }
}
