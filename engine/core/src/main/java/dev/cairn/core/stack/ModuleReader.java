package dev.cairn.core.stack;

import dev.cairn.api.diagnostic.SourceRange;
import dev.cairn.core.document.Form;
import dev.cairn.core.document.Subject;
import dev.cairn.core.expression.Term;
import dev.cairn.core.schema.SchemaNode;
import dev.cairn.core.yaml.Node;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads one file: a stack or a module.
record ModuleReader(Reading reading, Modules modules, Path path, String label) {
  Module read(Node.Mapping file, boolean root) {
    Block body = structure(file);
    Naming naming = new Naming(reading);
    naming.check(body.block("variables"));
    naming.check(body.block("locals"));
    naming.check(body.block("outputs"));
    naming.claim(body.block("lookups"));
    naming.claim(body.block("resources"));
    naming.claim(body.block("modules"));
    name(body, root);
    Module module =
        new Module(
            label,
            variables(body.block("variables"), file),
            locals(body.block("locals")),
            providers(body.block("providers"), file),
            lookups(body.block("lookups"), file),
            resources(body.block("resources"), file),
            calls(body.block("modules"), file),
            outputs(body.block("outputs")));
    new ModuleCheck(reading, module, naming.taken().keySet()).run();
    new StaticCheck(reading, module, naming.taken().keySet()).run();
    return module;
  }

  private Block structure(Node.Mapping file) {
    var schema = reading.schemas().document("stack");
    Term.Mapping document =
        reading.typing().mapping(Structure.of(file), Form.of(SchemaNode.of(schema)));
    SourceRange start = new SourceRange(label, 1, 1, 1, 1);
    reading.validate(new Subject("stack", "a stack file", schema, document, start));
    return new Block(document, reading);
  }

  private void name(Block body, boolean root) {
    boolean named = body.get("stack").isPresent();
    if (root && !named) {
      reading.error(
          "CRN1202",
          "a required key is missing",
          "`stack` is required by a stack file",
          new SourceRange(label, 1, 1, 1, 1),
          "write `stack: NAME`, a name that no other stack of the repository has");
    } else if (!root && named) {
      reading.error(
          "CRN1045",
          "a module has no name of its own",
          "`stack` belongs in the file that is planned and applied",
          body.key("stack"),
          "leave it out");
    }
  }

  private static Node.Mapping written(Node.Mapping file, String section, String name) {
    return file.get(section)
        .filter(Node.Mapping.class::isInstance)
        .flatMap(node -> ((Node.Mapping) node).get(name))
        .filter(Node.Mapping.class::isInstance)
        .map(Node.Mapping.class::cast)
        .orElseThrow();
  }

  private SortedMap<String, Module.Variable> variables(Block section, Node.Mapping file) {
    SortedMap<String, Module.Variable> variables = new TreeMap<>();
    section.each((name, block) ->
        variables.put(
            name,
            new VariableReader(reading)
                .read(block, written(file, "variables", name), section.key(name))));
    return variables;
  }

  private static SortedMap<String, Term> locals(Block section) {
    return new TreeMap<>(section.mapping().fields());
  }

  private SortedMap<String, Module.ProviderBlock> providers(Block section, Node.Mapping file) {
    SortedMap<String, Module.ProviderBlock> providers = new TreeMap<>();
    section.each((name, block) ->
        put(
            providers,
            name,
            new ProviderReader(reading)
                .read(name, block, written(file, "providers", name), section.key(name))));
    return providers;
  }

  private SortedMap<String, Module.Lookup> lookups(Block section, Node.Mapping file) {
    SortedMap<String, Module.Lookup> lookups = new TreeMap<>();
    section.each((name, block) ->
        put(
            lookups,
            name,
            new LookupReader(reading)
                .read(block, written(file, "lookups", name), section.key(name))));
    return lookups;
  }

  private SortedMap<String, Module.Resource> resources(Block section, Node.Mapping file) {
    SortedMap<String, Module.Resource> resources = new TreeMap<>();
    section.each((name, block) ->
        put(
            resources,
            name,
            new ResourceReader(reading)
                .read(block, written(file, "resources", name), section.key(name))));
    return resources;
  }

  private SortedMap<String, Module.Call> calls(Block section, Node.Mapping file) {
    SortedMap<String, Module.Call> calls = new TreeMap<>();
    section.each((name, block) ->
        put(
            calls,
            name,
            new CallReader(reading, modules)
                .read(block, written(file, "modules", name), section.key(name), path)));
    return calls;
  }

  private SortedMap<String, Module.Output> outputs(Block section) {
    SortedMap<String, Module.Output> outputs = new TreeMap<>();
    section
        .mapping()
        .fields()
        .forEach((name, term) ->
            outputs.put(name, new OutputReader(reading).read(term, section.key(name))));
    return outputs;
  }

  private static <T> void put(SortedMap<String, T> into, String name, Optional<T> value) {
    value.ifPresent(found -> into.put(name, found));
  }
}
