package dev.cairn.core.expand;

import dev.cairn.api.schema.Attribute;
import dev.cairn.api.schema.Phase;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.core.expand.Item.Kind;
import dev.cairn.core.expression.Expression;
import dev.cairn.core.expression.Reference;
import dev.cairn.core.expression.Term;
import dev.cairn.core.graph.Graph;
import dev.cairn.core.schema.Catalog;
import dev.cairn.core.stack.Module;
import dev.cairn.core.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which item of a stack reads which, from its expressions alone.
final class Items {
  private final Catalog catalog;
  private final SortedMap<Item, SortedSet<Item>> waits = new TreeMap<>();

  private Items(Catalog catalog) {
    this.catalog = catalog;
  }

  static Graph<Item> of(Stack stack, Catalog catalog) {
    Items items = new Items(catalog);
    items.module(List.of(), stack.root());
    return Graph.of(items.waits);
  }

  private void module(List<String> path, Module module) {
    module
        .variables()
        .forEach((name, variable) -> put(path, module, Kind.VARIABLE, name, Stream.empty()));
    module.locals().forEach((name, term) -> put(path, module, Kind.LOCAL, name, Reads.in(term)));
    module
        .providers()
        .forEach(
            (name, block) -> put(path, module, Kind.PROVIDER, name, Reads.in(block.settings())));
    module
        .lookups()
        .forEach((name, lookup) -> {
          SortedSet<Item> reads =
              put(path, module, Kind.LOOKUP, name, Reads.in(lookup.arguments()));
          reads.addAll(providers());
        });
    module.resources().forEach((name, resource) -> resource(path, module, name, resource));
    module
        .outputs()
        .forEach((name, output) -> put(path, module, Kind.OUTPUT, name, Reads.in(output.value())));
    module.modules().forEach((name, call) -> call(path, module, name, call));
  }

  private void resource(List<String> path, Module module, String name, Module.Resource resource) {
    SortedSet<Item> create = put(path, module, Kind.RESOURCE, name, meta(resource));
    create.addAll(providers());
    create.addAll(instances(path, module, resource.dependsOn()));
    TypeSchema schema = catalog.schema(resource.type()).orElseThrow();
    SortedSet<Item> settle = new TreeSet<>();
    resource
        .attributes()
        .fields()
        .forEach((attribute, term) ->
            reads(path, module, Reads.in(term), settles(schema, attribute) ? settle : create));
    if (schema.settles()) {
      settle.add(new Item(path, Kind.RESOURCE, name));
      waits.put(new Item(path, Kind.SETTLE, name), settle);
    }
  }

  static boolean settles(TypeSchema schema, String attribute) {
    Attribute found = schema.attributes().get(attribute);
    return found != null && found.phase() == Phase.SETTLE;
  }

  private static Stream<Expression> meta(Module.Resource resource) {
    List<@Nullable Term> terms = new ArrayList<>();
    terms.add(resource.region());
    terms.add(resource.forEach());
    terms.add(resource.when());
    terms.add(resource.adoptBy());
    return Stream.concat(
        terms.stream().flatMap(Reads::in), resource.lifecycle().replaceOn().stream());
  }

  private void call(List<String> path, Module module, String name, Module.Call call) {
    put(
            path,
            module,
            Kind.MODULE,
            name,
            Stream.concat(Reads.in(call.forEach()), Reads.in(call.when())))
        .addAll(instances(path, module, call.dependsOn()));
    List<String> inner = new ArrayList<>(path);
    inner.add(name);
    module(inner, call.body());
    call.with()
        .fields()
        .forEach((variable, term) -> {
          SortedSet<Item> reads = waits.get(new Item(inner, Kind.VARIABLE, variable));
          if (reads != null) {
            reads(path, module, Reads.in(term), reads);
          }
        });
  }

  /// The instances of what `dependsOn` names must be known before it can be said which ones are
  /// waited for.
  private static List<Item> instances(
      List<String> path, Module module, List<Module.Dependency> dependsOn) {
    return dependsOn.stream()
        .map(Module.Dependency::name)
        .filter(module.resources()::containsKey)
        .map(name -> new Item(path, Kind.RESOURCE, name))
        .toList();
  }

  private SortedSet<Item> put(
      List<String> path, Module module, Kind kind, String name, Stream<Expression> expressions) {
    SortedSet<Item> reads = new TreeSet<>();
    if (!path.isEmpty()) {
      reads.add(new Item(path.subList(0, path.size() - 1), Kind.MODULE, path.getLast()));
    }
    reads(path, module, expressions, reads);
    waits.put(new Item(path, kind, name), reads);
    return reads;
  }

  /// Provider settings belong to the root, whatever module uses them.
  private List<Item> providers() {
    return waits.keySet().stream().filter(item -> item.kind() == Kind.PROVIDER).toList();
  }

  private void reads(
      List<String> path, Module module, Stream<Expression> expressions, SortedSet<Item> into) {
    expressions
        .flatMap(expression -> expression.reads().stream())
        .forEach(reference -> read(path, module, reference, into));
  }

  private void read(List<String> path, Module module, Reference reference, SortedSet<Item> into) {
    String root = reference.root();
    switch (root) {
      case "vars" -> named(path, Kind.VARIABLE, reference, module.variables().keySet(), into);
      case "locals" -> named(path, Kind.LOCAL, reference, module.locals().keySet(), into);
      default -> {
        Module.Resource resource = module.resources().get(root);
        Module.Call call = module.modules().get(root);
        if (resource != null) {
          into.add(new Item(path, resourceKind(resource, reference), root));
        } else if (module.lookups().containsKey(root)) {
          into.add(new Item(path, Kind.LOOKUP, root));
        } else if (call != null) {
          into.add(new Item(path, Kind.MODULE, root));
          List<String> inner = new ArrayList<>(path);
          inner.add(root);
          outputs(inner, call, reference, into);
        }
      }
    }
  }

  private Kind resourceKind(Module.Resource resource, Reference reference) {
    int at = resource.forEach() == null ? 0 : 1;
    TypeSchema schema = catalog.schema(resource.type()).orElseThrow();
    return reference.keys().size() > at && settles(schema, reference.keys().get(at))
        ? Kind.SETTLE
        : Kind.RESOURCE;
  }

  private static void outputs(
      List<String> inner, Module.Call call, Reference reference, SortedSet<Item> into) {
    int at = call.forEach() == null ? 0 : 1;
    if (reference.keys().size() > at
        && call.body().outputs().containsKey(reference.keys().get(at))) {
      into.add(new Item(inner, Kind.OUTPUT, reference.keys().get(at)));
    } else {
      call.body()
          .outputs()
          .keySet()
          .forEach(output -> into.add(new Item(inner, Kind.OUTPUT, output)));
    }
  }

  private static void named(
      List<String> path,
      Kind kind,
      Reference reference,
      Iterable<String> all,
      SortedSet<Item> into) {
    if (reference.keys().isEmpty()) {
      all.forEach(name -> into.add(new Item(path, kind, name)));
    } else {
      into.add(new Item(path, kind, reference.keys().getFirst()));
    }
  }
}
