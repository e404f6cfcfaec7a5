import apex.jorje.semantic.common.TestQueryValidators;
import apex.jorje.semantic.compiler.ApexCompiler;
import apex.jorje.semantic.compiler.CodeUnit;
import apex.jorje.semantic.compiler.CompilationInput;
import apex.jorje.semantic.compiler.CompilerStage;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.compiler.SourceFile;
import apex.jorje.services.Version;
import apex.jorje.services.exception.CompilationException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;

/**
 * Runs Salesforce's own Apex compiler over classes and triggers, up to and with its VALIDATE stage, which
 * is the last before it would emit bytecode for an org.
 *
 * <p>Reads a JSON file: {@code files} (path and apiVersion), {@code objects} (see {@link ObjectTypes}),
 * {@code labels} (names) and {@code library} (namespace, name and body). Prints a JSON list of
 * {@code {file, line, message}}.
 */
public final class ApexCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ApexCheck() {}

    public static void main(String[] arguments) throws IOException {
        LogManager.getLogManager().reset();
        JsonNode input = JSON.readTree(new File(arguments[0]));
        System.out.println(JSON.writeValueAsString(check(input)));
    }

    private static ArrayNode check(JsonNode input) throws IOException {
        Map<SourceFile, String> paths = new IdentityHashMap<>();
        List<SourceFile> sources = new ArrayList<>(library(input.get("library")));
        for (JsonNode file : input.get("files")) {
            String path = file.get("path").asText();
            SourceFile source = SourceFile.builder()
                .setBody(Files.readString(Path.of(path)))
                .setVersion(version(file.get("apiVersion").asInt()))
                .setNamespace(Namespaces.EMPTY)
                .build();
            sources.add(source);
            paths.put(source, path);
        }
        ArrayNode findings = JSON.createArrayNode();
        for (CodeUnit unit : compile(sources, input)) {
            String path = paths.get(unit.getSourceFile());
            // The library's declarations have no bodies, which is an error to the compiler.
            if (path == null) continue;
            for (CompilationException error : unit.getErrors().get()) {
                findings.addObject()
                    .put("file", path)
                    .put("line", error.getLoc().getLine())
                    .put("message", error.getError());
            }
        }
        return findings;
    }

    /** The platform's own classes: declarations without bodies. */
    private static List<SourceFile> library(JsonNode classes) {
        List<SourceFile> sources = new ArrayList<>();
        for (JsonNode declared : classes) {
            SourceFile source = SourceFile.builder()
                .setBody(declared.get("body").asText())
                .setNamespace(Namespaces.create(declared.get("namespace").asText()))
                .setKnownName(declared.get("name").asText())
                .setVersion(Version.CURRENT)
                .setTrusted(true)
                .build();
            sources.add(source);
        }
        return sources;
    }

    private static List<CodeUnit> compile(List<SourceFile> sources, JsonNode input) {
        CompilationInput compilation = new CompilationInput(
            sources,
            new OrgSymbols(input.get("objects"), input.get("labels")),
            new OrgAccess(),
            // The names in SOQL are checked by test/salesforce/soql.
            new TestQueryValidators.Noop(),
            null,
            new DmlMethods()
        );
        return ApexCompiler.builder().setInput(compilation).build().compile(CompilerStage.VALIDATE);
    }

    /** API 67 (Summer '26) is release 262 to the compiler. */
    private static Version version(int api) {
        return Version.valueOf("V" + (2 * api + 128));
    }
}
