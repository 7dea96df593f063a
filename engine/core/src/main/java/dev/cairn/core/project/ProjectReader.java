package dev.cairn.core.project;

import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.DiagnosticException;
import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.api.value.Value;
import dev.cairn.core.document.Form;
import dev.cairn.core.document.Literals;
import dev.cairn.core.document.Subject;
import dev.cairn.core.document.Typing;
import dev.cairn.core.document.Validator;
import dev.cairn.core.expression.ReadableFiles;
import dev.cairn.core.expression.Term;
import dev.cairn.core.schema.SchemaFiles;
import dev.cairn.core.schema.SchemaNode;
import dev.cairn.core.yaml.Node;
import dev.cairn.core.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds and reads `cairn.yaml`.
public final class ProjectReader {
  /// What is set of a store, and of which kind.
  private static final SortedMap<String, String> SETTINGS =
      new TreeMap<>(Map.of("branch", "git", "path", "directory"));

  private final Path root;
  private final List<Diagnostic> problems = new ArrayList<>();

  private ProjectReader(Path root) {
    this.root = root;
  }

  /// The project that a directory belongs to.
  ///
  /// @throws DiagnosticException with everything that is wrong with its `cairn.yaml`
  public static Project find(Path directory) {
    Path start = directory.toAbsolutePath().normalize();
    Optional<Path> root = above(start, Project.FILE);
    return root.isPresent()
        ? new ProjectReader(root.get()).read()
        : Project.unwritten(above(start, ".git").orElse(start));
  }

  private static Optional<Path> above(Path start, String name) {
    for (Path each = start; each != null; each = each.getParent()) {
      if (Files.exists(each.resolve(name))) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private Project read() {
    Optional<Node> node = YamlReader.read(Project.FILE, text(), problems::add);
    Project project =
        node.filter(Node.Mapping.class::isInstance)
            .map(mapping -> project((Node.Mapping) mapping))
            .orElseGet(() -> Project.unwritten(root));
    if (problems.isEmpty() && !project.file()) {
      problems.add(
          Diagnostic.error(
                  "CRN1203", "a value has the wrong type", "expected a mapping of settings")
              .at(new SourceRange(Project.FILE, 1, 1, 1, 1)));
    }
    if (!problems.isEmpty()) {
      throw new DiagnosticException(problems.stream().distinct().toList());
    }
    return project;
  }

  private String text() {
    try {
      return ReadableFiles.text(root.resolve(Project.FILE), 1);
    } catch (ReadableFiles.NoText e) {
      throw new DiagnosticException(
          Diagnostic.error("CRN1001", "a file cannot be read", Project.FILE + " " + e.getMessage())
              .at(new SourceRange(Project.FILE, 1, 1, 1, 1)));
    } catch (IOException e) {
      throw new DiagnosticException(
          Diagnostic.error("CRN1001", "a file cannot be read", Project.FILE + ": " + e.getMessage())
              .at(new SourceRange(Project.FILE, 1, 1, 1, 1)));
    }
  }

  private Project project(Node.Mapping file) {
    Value.Fields schema = SchemaFiles.bundled().document("project");
    Term.Mapping document = new Typing(problems::add).mapping(file, Form.of(SchemaNode.of(schema)));
    SourceRange start = new SourceRange(Project.FILE, 1, 1, 1, 1);
    new Validator()
        .check(new Subject("project", "`cairn.yaml`", schema, document, start), problems::add);
    Value.Fields values = Literals.of(document);
    file.get("state")
        .filter(Node.Mapping.class::isInstance)
        .ifPresent(state -> foreign((Node.Mapping) state, values.fields("state")));
    return new Project(
        root, true, values.text("lineage").orElse(null), store(values.fields("state")));
  }

  /// A setting of the other kind of store would be passed over.
  private void foreign(Node.Mapping written, Value.Fields state) {
    String store = state.text("store").orElse("");
    SETTINGS.forEach((key, owner) -> {
      Node.Entry entry = written.entries().get(key);
      if (entry != null && SETTINGS.containsValue(store) && !store.equals(owner)) {
        problems.add(
            Diagnostic.error(
                    "CRN1048",
                    "a setting belongs to another kind of store",
                    "`" + key + "` is of a " + owner + " store, and this is a " + store + " store")
                .at(entry.key())
                .suggest("leave it out", "say `store: " + owner + "`"));
      }
    });
  }

  private Project.Store store(Value.Fields state) {
    return switch (state.text("store").orElse("")) {
      case "git" -> new Project.Store.Git(state.text("branch").orElse(Project.Store.Git.BRANCH));
      case "directory" ->
          new Project.Store.Directory(root.resolve(state.text("path").orElse(".cairn/state")));
      default -> new Project.Store.Unsaid();
    };
  }
}
